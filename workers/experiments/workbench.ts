import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import type { RunPlan } from '@core/runs/plan';
import { createRandom } from '@core/statistics/random';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { Operation } from '../workloads/calibration';
import type { Step } from '../workloads/step';
import type { ExperimentBody, Iterations, WantedCalibration } from './body';

function choiceOf(plan: RunPlan): WorkbenchChoice {
  if (!plan.workbench) throw new RangeError('The plan has no Workbench choice.');
  return plan.workbench;
}

/** Milliseconds of a task that compute; the rest waits. */
function computeMs({ workload, taskMs, waitShare }: WorkbenchChoice): number {
  switch (workload) {
    case 'cpu':
    case 'threadpool':
    case 'file':
      return taskMs;
    case 'mixed':
    case 'database':
      return taskMs * (1 - waitShare);
    case 'socket':
    case 'timer':
      return 0;
  }
}

function operationFor({ workload, operation }: WorkbenchChoice): Operation | undefined {
  if (workload === 'file' || workload === 'database') return workload;
  return operation === 'none' ? undefined : operation;
}

function wanted(plan: RunPlan): WantedCalibration | undefined {
  const choice = choiceOf(plan);
  const operation = operationFor(choice);
  const wantedMs = computeMs(choice) / chunksOf(choice);
  return operation && wantedMs > 0 ? { name: 'task', operation, wantedMs } : undefined;
}

/** Pieces of each task: one, unless some condition gives the loop a turn in between. Alike in all conditions. */
function chunksOf(choice: WorkbenchChoice): number {
  const chunked = choice.strategies.includes('async-chunked') && ['cpu', 'mixed'].includes(choice.workload);
  return chunked ? Math.max(1, Math.round(computeMs(choice) / choice.chunkMs)) : 1;
}

/** The tasks of a cell: the same for every condition and round. Latencies vary by the jitter, drawn from the seed. */
function stepsOf(plan: RunPlan, iterations: Iterations): Step[] {
  const choice = choiceOf(plan);
  const random = createRandom((plan.seed ^ 0x1a7e) >>> 0);
  return Array.from({ length: choice.tasks }, (_, index) => {
    const vary = 1 + choice.jitterShare * (2 * random.next() - 1);
    return stepOf(choice, { task: `task-${index + 1}`, seed: (plan.seed + 1 + index) >>> 0 }, vary, iterations);
  });
}

function stepOf(
  choice: WorkbenchChoice,
  named: { readonly task: string; readonly seed: number },
  vary: number,
  iterations: Iterations,
): Step {
  const units = iterations['task'] ?? 0;
  const chunks = chunksOf(choice);
  const waitMs = choice.taskMs * choice.waitShare * vary;
  const kernel = choice.operation as KernelId;
  switch (choice.workload) {
    case 'cpu':
      return { ...named, kind: 'compute', kernel, iterations: units, chunks };
    case 'mixed':
      return { ...named, kind: 'mixed', kernel, durationMs: waitMs, iterations: units, chunks };
    case 'socket':
      return { ...named, kind: 'socket', latencyMs: choice.taskMs * vary };
    case 'database':
      return { ...named, kind: 'database', roundTripMs: waitMs, rows: units };
    case 'file':
      return { ...named, kind: 'file', bytes: units };
    case 'threadpool':
      return { ...named, kind: 'threadpool', operation: choice.operation === 'zlib' ? 'zlib' : 'pbkdf2', units };
    case 'timer':
      return { task: named.task, kind: 'wait', durationMs: choice.taskMs * vary };
  }
}

function usesQueue({ strategy }: ConditionDefinition): boolean {
  return strategy.startsWith('threads') || strategy.startsWith('processes');
}

/** The body of Workbench runs: one workload, executed as each strategy does it. */
export const workbench: ExperimentBody = {
  computeMs: () => ({}),
  calibrations: (plan) => {
    const one = wanted(plan);
    return one ? [one] : [];
  },
  needs(plan) {
    const { workload } = choiceOf(plan);
    if (workload === 'database') return { services: 'database' };
    return { services: workload === 'socket' ? 'server' : 'none' };
  },
  shortestCellMs(_part, plan) {
    const { taskMs, tasks, strategies, workers, inFlight } = choiceOf(plan);
    const atOnce = strategies.some((strategy) => strategy.includes('async')) ? Math.max(...inFlight) : 1;
    const many = strategies.some((strategy) => /^(threads|processes)/.test(strategy)) ? Math.max(...workers) : 1;
    return (taskMs * tasks) / Math.min(tasks, atOnce * many);
  },
  taskTimeoutMs(plan) {
    const { taskTimeoutMs, taskMs } = choiceOf(plan);
    return taskTimeoutMs ?? 10_000 + 50 * taskMs;
  },
  queues: usesQueue,
  work(_part, condition, plan, iterations) {
    const steps = stepsOf(plan, iterations);
    const inFlight = condition.inFlight ?? 1;
    if (usesQueue(condition)) return { queue: steps, mode: condition.strategy.endsWith('-async') ? 'async' : 'sync' };
    const mode = condition.strategy === 'async' || condition.strategy === 'async-chunked' ? condition.strategy : 'sync';
    return { seats: { 'worker-1': { mode, inFlight, steps } } };
  },
};
