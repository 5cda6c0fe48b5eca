import { meals, philosophers, rules, sections, type Table } from '@core/experiments/shared-stove/definition';
import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/record/plan';
import type { DineStep, SectionsStep } from '@core/protocol/step';
import type { CellWork, ExperimentBody, Iterations, Order } from './body';

/** Nothing is repeated within a round: the smallest of three would stand for it. */
const longEnoughMs = 100;
/** A fork is put back after so many ms without the other one. */
const patienceMs = 3;
/** A dinner of many meals on a slow machine; a deadlock is found within milliseconds. */
const longestDinnerMs = 5000;

const workNames = ['sectionMs', 'thinkMs', 'reachMs', 'eatMs'] as const;

function unitsOf(iterations: Iterations, name: (typeof workNames)[number]): number {
  const units = iterations[name];
  if (units === undefined) throw new RangeError(`Nothing says how large ${name} is.`);
  return units;
}

const orderOf = (step: SectionsStep | DineStep): Order => ({ mode: 'sync', inFlight: 1, steps: [step] });

function underLocks(condition: ConditionDefinition, plan: RunPlan, iterations: Iterations): CellWork {
  const isShared = (condition.repeats ?? condition.id) === 'one-lock';
  const orders = condition.seats.map(({ id }, seat): [string, Order] => {
    const task = { task: `task-${seat + 1}`, seed: (plan.seed + seat) >>> 0 };
    const units = unitsOf(iterations, 'sectionMs');
    return [id, orderOf({ ...task, kind: 'sections', lock: isShared ? 0 : seat, sections, units })];
  });
  return { seats: Object.fromEntries(orders) };
}

function atTable(condition: ConditionDefinition, plan: RunPlan, iterations: Iterations): CellWork {
  const rule = rules[(condition.repeats ?? condition.id) as Table];
  const orders = condition.seats.map(({ id }, seat): [string, Order] => {
    const step: DineStep = {
      task: `task-${seat + 1}`,
      kind: 'dine',
      seat,
      seats: philosophers,
      rule,
      dinners: plan.parameters['dinners'] ?? 1,
      meals,
      thinkUnits: unitsOf(iterations, 'thinkMs'),
      reachUnits: unitsOf(iterations, 'reachMs'),
      eatUnits: unitsOf(iterations, 'eatMs'),
      patienceMs,
      seed: (plan.seed + seat) >>> 0,
    };
    return [id, orderOf(step)];
  });
  return { seats: Object.fromEntries(orders) };
}

/** The body of `shared-stove`: computing under locks, and dinners at a table. */
export const sharedStove: ExperimentBody = {
  computeMs: ({ parameters }) => Object.fromEntries(workNames.map((name) => [name, parameters[name] ?? 1])),
  shortestCellMs: () => longEnoughMs,
  taskTimeoutMs: ({ parameters }) => longestDinnerMs + 1000 * (parameters['dinners'] ?? 1),
  queues: () => false,
  work: (part, condition, plan, iterations) =>
    part === 'locks' ? underLocks(condition, plan, iterations) : atTable(condition, plan, iterations),
};
