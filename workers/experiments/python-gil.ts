import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import { resolveWork } from '@core/experiments/work';
import type { RunPlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import type { CellWork, ExperimentBody, Iterations, Order, WantedPython } from './body';
import { sharedBody } from './shared-body';

/** No cell is repeated within its round: none is that short, and the smallest of three would stand for it. */
const longEnoughMs = 100;

/** Parts of an interpreter that knead: their size is that of the interpreter, not of JavaScript. */
function kneadsInPython(
  experiment: ExperimentDefinition,
): readonly { readonly part: string; readonly interpreter: string }[] {
  return experiment.parts.flatMap(({ id, work, conditions }) => {
    const found = experiment.conditions.find((one) => one.python && conditions.includes(one.id));
    const kneads = work?.workload === 'cpu' || work?.workload === 'mixed';
    return found?.python && kneads ? [{ part: id, interpreter: found.python.interpreter }] : [];
  });
}

/** The tasks of each seat, dealt out in turn; the seats of an event loop's pool get none. */
function dealt(condition: ConditionDefinition, steps: readonly Step[]): Readonly<Record<string, Order>> {
  const { seats, strategy, python, inFlight = 1, sharedBytes } = condition;
  const takers = python?.program === 'to-thread' ? seats.slice(0, 1) : seats;
  const mode = strategy.includes('async') ? 'async' : 'sync';
  const orders = takers.map(({ id }, place): [string, Order] => {
    const own = steps.filter((_, index) => index % takers.length === place);
    return [id, { mode, inFlight, steps: sharedBytes === undefined ? own : own.map(underLock) }];
  });
  return Object.fromEntries(orders.filter(([, { steps: own }]) => own.length > 0));
}

function underLock(step: Step): Step {
  if (step.kind !== 'compute' && step.kind !== 'wait' && step.kind !== 'threadpool') {
    throw new RangeError(`The emulated lock knows no ${step.kind}.`);
  }
  return { kind: 'locked', task: step.task, locked: step };
}

/** The body of `python-gil`: the same steps to threads, event loops and processes, of Python and of JavaScript. */
export function pythonGil(experiment: ExperimentDefinition): ExperimentBody {
  const shared = sharedBody(experiment);
  const kneading = kneadsInPython(experiment);
  return {
    ...shared,
    queues: () => false,
    shortestCellMs: () => longEnoughMs,
    calibrations: (plan) =>
      (shared.calibrations?.(plan) ?? []).filter(({ name }) => kneading.every(({ part }) => part !== name)),
    pythonCalibrations: (plan) =>
      kneading.map(({ part, interpreter }): WantedPython => {
        const work = experiment.parts.find(({ id }) => id === part)?.work;
        if (!work) throw new RangeError(`Nothing says what the tasks of ${part} do.`);
        const { taskMs, waitShare } = resolveWork(work, plan.parameters);
        return { name: part, interpreter, wantedMs: taskMs * (1 - waitShare) };
      }),
    work(part, condition, plan: RunPlan, iterations: Iterations): CellWork {
      // The shared body says what the tasks are; who gets which is said here.
      const [seat] = condition.seats;
      const alone = { ...condition, strategy: 'sync', seats: seat ? [seat] : [] } as const;
      const described = shared.work(part, alone, plan, iterations);
      const steps = 'seats' in described ? Object.values(described.seats).flatMap((order) => order.steps) : [];
      return { seats: dealt(condition, steps) };
    },
  };
}
