import { describe, expect, it } from 'vitest';
import { whenACookFails as definition } from '@core/experiments/when-a-cook-fails/definition';
import { resolvePlan } from '@core/record/plan';
import { bodyOf } from './bodies';

const body = bodyOf(definition);
const plan = resolvePlan(definition, {
  preset: 'quick',
  seed: 5,
  parameters: { patienceMs: 200 },
  lowerPriority: true,
});

function ordersOf(id: string) {
  const condition = definition.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`no ${id}`);
  const work = body.work('failures', condition, plan, {});
  if (!('seats' in work)) throw new Error('has no seats');
  return Object.entries(work.seats);
}

describe('the work of when-a-cook-fails', () => {
  it.each(definition.conditions.map(({ id }) => id))('%s: four waits, one task that fails, and one after it', (id) => {
    const orders = ordersOf(id);
    const steps = orders.flatMap(([, order]) => order.steps);
    expect(steps.filter(({ kind }) => kind === 'wait')).toHaveLength(4);
    const risks = steps.filter((step) => step.kind === 'risk');
    expect(risks).toHaveLength(1);
    const [, holder] = orders.find(([, order]) => order.steps.some(({ kind }) => kind === 'risk')) ?? [];
    const again = holder?.again;
    // The next task is at the same place, and nothing happens to it.
    expect(again).toMatchObject({ kind: 'risk', failure: 'none', place: risks[0]?.place });
    // All of an order are under way at once.
    for (const [, order] of orders) expect(order.inFlight).toBe(order.steps.length);
  });

  it('has the failing task on the loop of the four, in a thread there, or in the other process', () => {
    expect(ordersOf('exit-async').map(([seat]) => seat)).toEqual(['kitchen']);
    expect(ordersOf('exit-thread').map(([seat]) => seat)).toEqual(['kitchen']);
    expect(ordersOf('exit-process').map(([seat, { steps }]) => [seat, steps.length])).toEqual([
      ['kitchen', 4],
      ['annexe', 1],
    ]);
  });

  it('loses its patience with endless loops alone', () => {
    const timeouts = (id: string) => ordersOf(id).map(([, order]) => order.timeoutMs);
    expect(timeouts('loop-async')).toEqual([200]);
    expect(timeouts('loop-process')).toEqual([4000, 200]);
    // The process ends the thread; it answers itself.
    expect(timeouts('loop-thread')).toEqual([4000]);
    expect(timeouts('memory-async')).toEqual([4000]);
  });
});
