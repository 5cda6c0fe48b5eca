import { describe, expect, it } from 'vitest';
import { blockedIsNotBusy as definition } from '@core/experiments/blocked-is-not-busy/definition';
import { resolvePlan } from '@core/record/plan';
import { blockedIsNotBusy } from './blocked-is-not-busy';

const plan = resolvePlan(definition, {
  preset: 'quick',
  seed: 5,
  parameters: { durationMs: 150 },
  lowerPriority: true,
});

describe('the work of blocked-is-not-busy', () => {
  it.each([
    ['sync-wait', 'sync', { task: 'wait', kind: 'wait', durationMs: 150 }],
    ['cpu-loop', 'sync', { task: 'computation', kind: 'compute', iterations: 9000, seed: 5 }],
    ['cpu-loop-again', 'sync', { task: 'computation', kind: 'compute', iterations: 9000, seed: 5 }],
    ['async-wait', 'async', { task: 'wait', kind: 'wait', durationMs: 150 }],
  ])('%s: %s, one step', (id, mode, step) => {
    const condition = definition.conditions.find((one) => one.id === id);
    if (!condition) throw new Error(`no ${id}`);
    expect(blockedIsNotBusy.work('passing-time', condition, plan, { computation: 9000 })).toEqual({
      seats: { 'worker-1': { mode, inFlight: 1, steps: [step] } },
    });
  });

  it('computes as long as it waits, by calibration, and refuses to guess', () => {
    expect(blockedIsNotBusy.computeMs(plan)).toEqual({ computation: 150 });
    expect(blockedIsNotBusy.shortestCellMs('passing-time', plan)).toBe(150);
    const [, cpuLoop] = definition.conditions;
    expect(() => cpuLoop && blockedIsNotBusy.work('passing-time', cpuLoop, plan, {})).toThrow(/no iterations/);
  });
});
