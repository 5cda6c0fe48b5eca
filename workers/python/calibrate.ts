import type { RunEvent } from '@core/record/events';
import type { Iterations, WantedPython } from '../experiments/body';
import type { RunClock } from '../measurement/clock';
import { startPython, type PythonPlace } from './team';

/** A sample shorter than this is noise, in nanoseconds. */
const longEnoughNs = 10e6;

/** Sizes kneading in each interpreter, once per run, and reports it. @throws RunFailure */
export async function calibratePython(
  wanted: readonly WantedPython[],
  place: PythonPlace,
  clock: RunClock,
  report: (event: RunEvent) => void,
): Promise<Iterations> {
  const iterations: Record<string, number> = {};
  for (const interpreter of new Set(wanted.map((one) => one.interpreter))) {
    const seat = { id: `calibration/${interpreter}`, seat: 'worker-1', kind: 'thread' } as const;
    const team = await startPython({ interpreter, program: 'threads' }, [seat], place, clock);
    const { samples } = await team.calibrate().finally(() => team.end());
    const long = samples.filter(([, ns]) => ns >= longEnoughNs);
    const perMs = Math.max(...long.map(([units, ns]) => (units / ns) * 1e6));
    for (const { name, wantedMs } of wanted.filter((one) => one.interpreter === interpreter)) {
      const units = Math.max(1, Math.round(perMs * wantedMs));
      iterations[name] = units;
      report({
        type: 'workload-calibrated',
        calibration: {
          name,
          operation: 'knead',
          unit: 'iterations',
          wantedMs,
          units,
          samples: samples.map(([sampled, durationNs]) => ({ units: sampled, durationNs })),
        },
      });
    }
  }
  return iterations;
}
