import { describe, expect, it } from 'vitest';
import { philosophers, sharedStove } from '@core/experiments/shared-stove/definition';
import { resolvePlan } from '@core/record/plan';
import { bodyOf } from './bodies';

const definition = sharedStove(2);
const body = bodyOf(definition);
const plan = resolvePlan(definition, { preset: 'quick', seed: 5, parameters: {}, lowerPriority: true });

function stepsOf(part: string, id: string) {
  const condition = definition.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`no ${id}`);
  const work = body.work(part, condition, plan, { sectionMs: 11, thinkMs: 22, reachMs: 33, eatMs: 44 });
  if (!('seats' in work)) throw new Error('has no seats');
  return Object.values(work.seats).flatMap(({ steps }) => steps);
}

describe('the work of shared-stove', () => {
  it.each([
    ['one-lock', [0, 0]],
    ['one-lock-again', [0, 0]],
    ['own-locks', [0, 1]],
  ])('%s: the same pieces, under the locks %j', (id, locks) => {
    const steps = stepsOf('locks', id).flatMap((step) => (step.kind === 'sections' ? [step] : []));
    expect(steps.map(({ lock }) => lock)).toEqual(locks);
    expect(steps.map(({ sections, units }) => [sections, units])).toEqual([
      [60, 11],
      [60, 11],
    ]);
  });

  it.each([
    ['naive', 'left-first'],
    ['time-out', 'time-out'],
    ['ordered', 'ordered'],
    ['ordered-again', 'ordered'],
  ])('%s: every seat of the table, by the rule %s', (id, rule) => {
    const steps = stepsOf('table', id).flatMap((step) => (step.kind === 'dine' ? [step] : []));
    expect(steps.map(({ seat }) => seat)).toEqual(Array.from({ length: philosophers }, (_, seat) => seat));
    for (const step of steps) {
      expect(step).toMatchObject({
        rule,
        seats: philosophers,
        dinners: 10,
        meals: 2,
        thinkUnits: 22,
        reachUnits: 33,
        eatUnits: 44,
      });
    }
  });
});
