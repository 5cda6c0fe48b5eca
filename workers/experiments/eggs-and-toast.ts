import type { RunPlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import type { ExperimentBody, Iterations, Order } from './body';

type OrdersBySeat = Readonly<Record<string, Order>>;

function parameter(plan: RunPlan, id: string): number {
  const value = plan.parameters[id];
  if (value === undefined) throw new RangeError(`The plan has no parameter ${id}.`);
  return value;
}

function iterationsOf(iterations: Iterations, name: string): number {
  const value = iterations[name];
  if (value === undefined) throw new RangeError(`The calibration has no iterations for ${name}.`);
  return value;
}

interface Dishes {
  readonly eggs: Step;
  readonly toast: Step;
  readonly cleaning: Step;
  readonly dough1: Step;
  readonly dough2: Step;
}

function dishes(plan: RunPlan, iterations: Iterations): Dishes {
  const dough = iterationsOf(iterations, 'dough');
  return {
    eggs: { task: 'eggs', kind: 'wait', durationMs: parameter(plan, 'eggsMs') },
    toast: { task: 'toast', kind: 'wait', durationMs: parameter(plan, 'toastMs') },
    cleaning: {
      task: 'cleaning',
      kind: 'compute',
      iterations: iterationsOf(iterations, 'cleaning'),
      seed: plan.seed + 1,
    },
    dough1: { task: 'dough-1', kind: 'compute', iterations: dough, seed: plan.seed + 2 },
    dough2: { task: 'dough-2', kind: 'compute', iterations: dough, seed: plan.seed + 3 },
  };
}

function inTurn(...steps: Step[]): Order {
  return { mode: 'sync', inFlight: 1, steps };
}

function allAtOnce(...steps: Step[]): Order {
  return { mode: 'async', inFlight: steps.length, steps };
}

function firstCourse(condition: string, { eggs, toast, cleaning }: Dishes): OrdersBySeat {
  switch (condition) {
    case 'sync':
    case 'sync-again':
      return { you: inTurn(eggs, toast, cleaning) };
    case 'async':
    case 'async-again':
      return { you: allAtOnce(eggs, toast, cleaning) };
    default:
      // The hired cooks work synchronously: each stands beside one dish while you clean.
      return {
        'cook-1': inTurn(eggs),
        'cook-2': inTurn(toast),
        you: inTurn(cleaning),
      };
  }
}

function doughs(condition: string, { dough1, dough2 }: Dishes): OrdersBySeat {
  switch (condition) {
    case 'sync':
    case 'sync-again':
      return { you: inTurn(dough1, dough2) };
    case 'async':
    case 'async-again':
      return { you: allAtOnce(dough1, dough2) };
    default:
      return { 'cook-1': inTurn(dough1), 'cook-2': inTurn(dough2) };
  }
}

/** The body of `eggs-and-toast`: who cooks what, and how. */
export const eggsAndToast: ExperimentBody = {
  computeMs: (plan) => ({ cleaning: parameter(plan, 'cleaningMs'), dough: parameter(plan, 'doughMs') }),
  shortestCellMs: (part, plan) =>
    part === 'doughs'
      ? parameter(plan, 'doughMs')
      : Math.max(parameter(plan, 'eggsMs'), parameter(plan, 'toastMs'), parameter(plan, 'cleaningMs')),
  work(part, { id }, plan, iterations) {
    const all = dishes(plan, iterations);
    return { seats: part === 'doughs' ? doughs(id, all) : firstCourse(id, all) };
  },
};
