import type { RunEvent } from '@core/record/events';
import type { RunPlan } from '@core/record/plan';
import type { ExperimentBody, Iterations } from '../experiments/body';
import { calibrateKnead } from '../measurement/calibration';
import type { RunClock } from '../measurement/clock';
import { calibrateOperation } from '../workloads/calibration';
import type { Workplace } from '../workloads/workload';
import { failureOf } from './run-failure';

export interface RunCalibration {
  readonly iterations: Iterations;
  readonly sentinelIterations: number;
}

const sentinelMs = 5;

/**
 * Sizes every piece of work on this machine, once per run, in the dispatcher and at normal priority, and reports it.
 * @throws RunFailure if a workload cannot be executed here
 */
export async function calibrateRun(
  body: ExperimentBody,
  plan: RunPlan,
  place: Workplace,
  clock: RunClock,
  report: (event: RunEvent) => void,
): Promise<RunCalibration> {
  const { iterationsPerMs, samples } = calibrateKnead(clock);
  const iterations: Record<string, number> = {};
  for (const [name, ms] of Object.entries(body.computeMs(plan))) iterations[name] = Math.round(ms * iterationsPerMs);
  const sentinelIterations = Math.round(sentinelMs * iterationsPerMs);
  for (const { name, operation, wantedMs } of body.calibrations?.(plan) ?? []) {
    try {
      const calibration = await calibrateOperation(name, operation, wantedMs, place, clock);
      iterations[name] = calibration.units;
      report({ type: 'workload-calibrated', calibration });
    } catch (error) {
      throw failureOf(error);
    }
  }
  const stored = { ...iterations, sentinel: sentinelIterations };
  report({ type: 'calibrated', calibration: { kernel: 'knead', iterationsPerMs, samples, iterations: stored } });
  return { iterations, sentinelIterations };
}
