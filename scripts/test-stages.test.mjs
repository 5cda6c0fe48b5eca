import { describe, expect, it } from 'vitest';
import { plans, stages } from './test-stages.mjs';

/**
 * Minutes that the budgets of a tier allow in all: lanes of a row run at the same time.
 * @param {readonly import('./test-stages.mjs').Rows[]} plan
 */
function minutesOf(plan) {
  const lane = (/** @type {readonly string[]} */ names) =>
    names.reduce((sum, name) => sum + (stages[name]?.minutes ?? Number.NaN), 0);
  return plan.flat().reduce((sum, lanes) => sum + Math.max(...lanes.map(lane)), 0);
}

describe('the tiers', () => {
  it('keep within 10 and 45 minutes: who makes a stage longer says what it displaces', () => {
    expect(minutesOf(plans.short)).toBeLessThanOrEqual(10);
    expect(minutesOf(plans.all)).toBeLessThanOrEqual(45);
  });

  it('test:all begins with exactly what npm test runs', () => {
    expect(plans.all[0]).toEqual(plans.short[0]);
    expect(plans.short).toHaveLength(1);
  });

  it('run every stage once, after those that it needs', () => {
    const order = [...plans.all, ...plans.long].flat(3);
    // Each tier builds by itself.
    expect([...new Set(order)].sort()).toEqual(Object.keys(stages).sort());
    for (const plan of Object.values(plans)) {
      const names = plan.flat(3);
      expect(new Set(names).size).toBe(names.length);
      for (const [at, name] of names.entries())
        for (const other of stages[name]?.needs ?? []) expect(names.slice(0, at), name).toContain(other);
    }
  });
});
