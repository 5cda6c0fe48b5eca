import type { RunPlan } from '@core/runs/plan';
import type { Step } from '../protocol';
import type { ExperimentBody, Iterations, TicketsBySeat } from './body';

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

function firstCourse(condition: string, { eggs, toast, cleaning }: Dishes): TicketsBySeat {
  switch (condition) {
    case 'sync':
    case 'sync-again':
      return { you: { mode: 'sync', steps: [eggs, toast, cleaning] } };
    case 'async':
    case 'async-again':
      return { you: { mode: 'async', steps: [eggs, toast, cleaning] } };
    default:
      // The hired cooks work synchronously: each stands beside one dish while you clean.
      return {
        'cook-1': { mode: 'sync', steps: [eggs] },
        'cook-2': { mode: 'sync', steps: [toast] },
        you: { mode: 'sync', steps: [cleaning] },
      };
  }
}

function doughs(condition: string, { dough1, dough2 }: Dishes): TicketsBySeat {
  switch (condition) {
    case 'sync':
    case 'sync-again':
      return { you: { mode: 'sync', steps: [dough1, dough2] } };
    case 'async':
    case 'async-again':
      return { you: { mode: 'async', steps: [dough1, dough2] } };
    default:
      return { 'cook-1': { mode: 'sync', steps: [dough1] }, 'cook-2': { mode: 'sync', steps: [dough2] } };
  }
}

/** The body of `eggs-and-toast`: who cooks what, and how. */
export const eggsAndToast: ExperimentBody = {
  computeMs: (plan) => ({ cleaning: parameter(plan, 'cleaningMs'), dough: parameter(plan, 'doughMs') }),
  shortestCellMs: (part, plan) =>
    part === 'doughs'
      ? parameter(plan, 'doughMs')
      : Math.max(parameter(plan, 'eggsMs'), parameter(plan, 'toastMs'), parameter(plan, 'cleaningMs')),
  tickets(part, condition, plan, iterations) {
    const all = dishes(plan, iterations);
    return part === 'doughs' ? doughs(condition, all) : firstCourse(condition, all);
  },
};
