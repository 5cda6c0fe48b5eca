import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '@core/experiments/definition-types';
import { chunksOf, computingMs, resolveWork } from '@core/experiments/work';
import type { Work } from '@core/experiments/work';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { RunPlan } from '@core/record/plan';
import { createRandom } from '@core/statistics/random';
import type { Step } from '@core/protocol/step';
import type { Operation } from '../workloads/calibration';
import { waitPerTaskFromMs } from './body';
import type { ExperimentBody, WantedCalibration } from './body';

/** A part whose work is described by data. */
type MatrixPart = PartDefinition & Required<Pick<PartDefinition, 'work'>>;

function partsOf({ parts }: ExperimentDefinition): readonly MatrixPart[] {
  return parts.filter((part): part is MatrixPart => part.work !== undefined);
}

function workOf(experiment: ExperimentDefinition, part: string, plan: RunPlan): Work {
  const found = partsOf(experiment).find(({ id }) => id === part);
  if (!found) throw new RangeError(`${experiment.id} does not say what the tasks of ${part} do.`);
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
function stepsOf(work: Work, plan: RunPlan, units: number): Step[] {
  const random = createRandom((plan.seed ^ 0x1a7e) >>> 0);
  return Array.from({ length: work.tasks }, (_, index) => {
    const vary = 1 + work.jitterShare * (2 * random.next() - 1);
    const named = { task: `task-${index + 1}`, seed: (plan.seed + 1 + index) >>> 0 };
    return stepOf(work, named, vary, units);
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

/** Longest time for which nothing runs in a cell, in milliseconds. */
const longestIdleMs = 2000;

function usesQueue({ strategy }: ConditionDefinition): boolean {
  return strategy.startsWith('threads') || strategy.startsWith('processes');
}

/** How many tasks a condition can have under way at once: what only computes needs a worker of its own. */
function atOnce({ seats, inFlight = 1 }: ConditionDefinition, workload: Work['workload']): number {
  const workers = Math.max(1, seats.filter((seat) => seat.hired).length);
  return workload === 'cpu' ? workers : inFlight * workers;
}

/** The body of every experiment whose parts say what their tasks do: each condition executes them by its strategy. */
export function sharedBody(experiment: ExperimentDefinition): ExperimentBody {
  const parts = partsOf(experiment);
  return {
    computeMs: () => ({}),
    calibrations: (plan) =>
      parts
        .filter(({ search }) => search === undefined)
        .flatMap((part) => wantedFor(part.id, resolveWork(part.work, plan.parameters))),
    needs() {
      const used = new Set(parts.map(({ work }) => work.workload));
      if (used.has('database')) return { services: 'database' };
      return { services: used.has('socket') ? 'server' : 'none' };
    },
    shortestCellMs(part, plan) {
      const { taskMs, tasks, workload } = workOf(experiment, part, plan);
      const inPart = parts.find(({ id }) => id === part)?.conditions ?? [];
      const conditions = experiment.conditions.filter(({ id, idle }) => inPart.includes(id) && idle !== true);
      const most = Math.max(1, ...conditions.map((condition) => atOnce(condition, workload)));
      return (taskMs * tasks) / Math.min(tasks, most);
    },
    taskTimeoutMs(plan) {
      const longestMs = Math.max(0, ...parts.map(({ work }) => resolveWork(work, plan.parameters).taskMs));
      return plan.workbench?.taskTimeoutMs ?? 10_000 + 50 * longestMs;
    },
    queues: usesQueue,
    work(part, condition, plan, iterations) {
      const described = workOf(experiment, part, plan);
      if (condition.idle) return { idleMs: Math.min(longestIdleMs, described.taskMs * described.tasks) };
      // A search and what confirms it execute the very same tasks.
      const sizedFor = parts.find(({ id }) => id === part)?.search?.confirms ?? part;
      const steps = stepsOf(described, plan, iterations[sizedFor] ?? 0);
      // A loop that only waits would be woken by the probe itself.
      const computesInLoop = condition.strategy.includes('async') && ['cpu', 'mixed'].includes(described.workload);
      const watchLoop = described.watchLoop ?? computesInLoop;
      const probes = { watchLoop, waitPerTask: described.taskMs >= waitPerTaskFromMs };
      if (usesQueue(condition)) {
        return { queue: steps, mode: condition.strategy.endsWith('-async') ? 'async' : 'sync', ...probes };
      }
      const isLoop = condition.strategy === 'async' || condition.strategy === 'async-chunked';
      const mode = isLoop ? condition.strategy : 'sync';
      const [seat] = condition.seats;
      if (!seat) throw new RangeError(`The condition ${condition.id} has nobody who executes its tasks.`);
      return { seats: { [seat.id]: { mode, inFlight: condition.inFlight ?? 1, steps } }, ...probes };
    },
  };
}
