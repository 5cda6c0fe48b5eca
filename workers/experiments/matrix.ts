import { definitionFor } from '@core/experiments/definition-for';
import type { ConditionDefinition, PartDefinition } from '@core/experiments/definition-types';
import { chunksOf, computingMs, resolveWork } from '@core/experiments/work';
import type { Work } from '@core/experiments/work';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { RunPlan } from '@core/record/plan';
import { createRandom } from '@core/statistics/random';
import type { Operation } from '../workloads/calibration';
import type { Step } from '../workloads/step';
import type { ExperimentBody, Iterations, WantedCalibration } from './body';

/** A part whose work is described by data. */
type MatrixPart = PartDefinition & Required<Pick<PartDefinition, 'work'>>;

function partsOf(plan: RunPlan): readonly MatrixPart[] {
  const experiment = definitionFor(plan);
  return (experiment?.parts ?? []).filter((part): part is MatrixPart => part.work !== undefined);
}

function workOf(part: string, plan: RunPlan): Work {
  const found = partsOf(plan).find(({ id }) => id === part);
  if (!found) throw new RangeError(`${plan.experiment} does not say what the tasks of ${part} do.`);
  return resolveWork(found.work, plan.parameters);
}

function operationFor({ workload, operation }: Work): Operation | undefined {
  if (workload === 'file' || workload === 'database') return workload;
  return operation === 'none' ? undefined : operation;
}

function wantedFor(part: string, work: Work): WantedCalibration[] {
  const operation = operationFor(work);
  const wantedMs = computingMs(work) / chunksOf(work);
  return operation && wantedMs > 0 ? [{ name: part, operation, wantedMs }] : [];
}

/** The tasks of a cell: the same for every condition and round. Latencies vary by the jitter, drawn from the seed. */
function stepsOf(part: string, plan: RunPlan, iterations: Iterations): Step[] {
  const work = workOf(part, plan);
  const random = createRandom((plan.seed ^ 0x1a7e) >>> 0);
  return Array.from({ length: work.tasks }, (_, index) => {
    const vary = 1 + work.jitterShare * (2 * random.next() - 1);
    const named = { task: `task-${index + 1}`, seed: (plan.seed + 1 + index) >>> 0 };
    return stepOf(work, named, vary, iterations[part] ?? 0);
  });
}

function stepOf(
  work: Work,
  named: { readonly task: string; readonly seed: number },
  vary: number,
  units: number,
): Step {
  const chunks = chunksOf(work);
  const waitMs = work.taskMs * work.waitShare * vary;
  // Checked with the plan: a computing workload has a kernel.
  const kernel = work.operation as KernelId;
  switch (work.workload) {
    case 'cpu':
      return { ...named, kind: 'compute', kernel, iterations: units, chunks };
    case 'mixed':
      return { ...named, kind: 'mixed', kernel, durationMs: waitMs, iterations: units, chunks };
    case 'socket':
      return { ...named, kind: 'socket', latencyMs: work.taskMs * vary };
    case 'database':
      return { ...named, kind: 'database', roundTripMs: waitMs, rows: units };
    case 'file':
      return { ...named, kind: 'file', bytes: units };
    case 'threadpool':
      return { ...named, kind: 'threadpool', operation: work.operation === 'zlib' ? 'zlib' : 'pbkdf2', units };
    case 'timer':
      return { task: named.task, kind: 'wait', durationMs: work.taskMs * vary };
  }
}

function usesQueue({ strategy }: ConditionDefinition): boolean {
  return strategy.startsWith('threads') || strategy.startsWith('processes');
}

/** How many tasks a condition can have under way at once. */
function atOnce({ seats, inFlight = 1 }: ConditionDefinition): number {
  return inFlight * Math.max(1, seats.filter((seat) => seat.hired).length);
}

/** The body of every experiment whose parts say what their tasks do: each condition executes them by its strategy. */
export const matrixBody: ExperimentBody = {
  computeMs: () => ({}),
  calibrations: (plan) => partsOf(plan).flatMap((part) => wantedFor(part.id, resolveWork(part.work, plan.parameters))),
  needs(plan) {
    const used = new Set(partsOf(plan).map(({ work }) => work.workload));
    if (used.has('database')) return { services: 'database' };
    return { services: used.has('socket') ? 'server' : 'none' };
  },
  shortestCellMs(part, plan) {
    const { taskMs, tasks } = workOf(part, plan);
    const conditions = definitionFor(plan)?.conditions ?? [];
    const inPart = partsOf(plan).find(({ id }) => id === part)?.conditions ?? [];
    const most = Math.max(1, ...conditions.filter(({ id }) => inPart.includes(id)).map(atOnce));
    return (taskMs * tasks) / Math.min(tasks, most);
  },
  taskTimeoutMs(plan) {
    const longestMs = Math.max(0, ...partsOf(plan).map(({ work }) => resolveWork(work, plan.parameters).taskMs));
    return plan.workbench?.taskTimeoutMs ?? 10_000 + 50 * longestMs;
  },
  queues: usesQueue,
  work(part, condition, plan, iterations) {
    const steps = stepsOf(part, plan, iterations);
    // A loop that only waits would be woken by the probe itself.
    const described = workOf(part, plan);
    const computesInLoop = condition.strategy.includes('async') && ['cpu', 'mixed'].includes(described.workload);
    const watchLoop = described.watchLoop ?? computesInLoop;
    if (usesQueue(condition)) {
      return { queue: steps, mode: condition.strategy.endsWith('-async') ? 'async' : 'sync', watchLoop };
    }
    const mode = condition.strategy === 'async' || condition.strategy === 'async-chunked' ? condition.strategy : 'sync';
    const [seat] = condition.seats;
    if (!seat) throw new RangeError(`The condition ${condition.id} has nobody who executes its tasks.`);
    return { seats: { [seat.id]: { mode, inFlight: condition.inFlight ?? 1, steps } }, watchLoop };
  },
};
