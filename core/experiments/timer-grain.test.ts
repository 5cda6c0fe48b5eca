import { describe, expect, it } from 'vitest';
import { definitionFor } from './definition-for';
import { coarseGrain } from './timer-grain';

const windows = 15.6;

function on(experiment: string, timerGrainMs: number | undefined, parameters: Readonly<Record<string, number>> = {}) {
  const found = definitionFor({ experiment, preset: 'standard', cores: 2, timerGrainMs, parameters });
  if (!found) throw new Error(`no ${experiment}`);
  return found;
}

function standards(experiment: string, grain: number | undefined): Record<string, number> {
  const { parameters } = on(experiment, grain);
  return Object.fromEntries(parameters.map(({ id, standard }) => [id, standard]));
}

const predictions = (
  experiment: string,
  part: string,
  grain: number,
  parameters: Readonly<Record<string, number>> = {},
) => on(experiment, grain, parameters).parts.find(({ id }) => id === part);

describe('timers with a coarse step', () => {
  it('are those above 2 ms, where the step is known', () => {
    expect([coarseGrain(undefined), coarseGrain(null), coarseGrain(1.1), coarseGrain(15.6)]).toEqual([
      undefined,
      undefined,
      undefined,
      15.6,
    ]);
  });

  it('change nothing where they are fine', () => {
    for (const id of ['waiting-for-io', 'four-scenarios', 'hidden-helpers', 'noise-floor']) {
      expect(on(id, 1.2)).toEqual(on(id, undefined));
    }
  });

  it('have waits of fewer than four steps made longer, and the time of the run with them', () => {
    expect(standards('waiting-for-io', windows)).toMatchObject({ latencyMs: 63, fileMs: 2 });
    expect(standards('four-scenarios', windows)).toMatchObject({ computeMs: 20, latencyMs: 63, mixedMs: 84 });
    expect(standards('noise-floor', windows)).toMatchObject({ workMs: 30, waitMs: 63 });
    expect(standards('hidden-helpers', windows)).toMatchObject({ hashMs: 4, latencyMs: 63 });
    const [fine, coarse] = [on('waiting-for-io', undefined), on('waiting-for-io', windows)];
    expect(coarse.presets.quick.expectedSeconds).toBeGreaterThan(2 * fine.presets.quick.expectedSeconds);
    expect(coarse.presets.quick.timeBudgetSeconds).toBeGreaterThan(2 * fine.presets.quick.timeBudgetSeconds);
    const requests = coarse.parts.find(({ id }) => id === 'requests');
    expect(requests?.openBecause).toBeUndefined();
    expect(requests?.comparisons.map(({ expect: theory }) => theory)).toContain('faster');
  });

  it('open what cannot be made longer, with the reason', () => {
    // A third of a query waits, and 50 ms is the longest query.
    const queries = predictions('waiting-for-io', 'queries', windows);
    expect(queries?.openBecause).toBe('timer-grain');
    expect(new Set(queries?.comparisons.map(({ expect: theory }) => theory))).toEqual(new Set(['open']));
  });

  it('open what a person chose too short, and nothing else', () => {
    const chosen = { latencyMs: 9 };
    expect(predictions('waiting-for-io', 'requests', windows, chosen)?.openBecause).toBe('timer-grain');
    expect(predictions('waiting-for-io', 'requests', windows, { latencyMs: 100 })?.openBecause).toBeUndefined();
    expect(predictions('four-scenarios', 'computing', windows, chosen)?.openBecause).toBeUndefined();
    expect(predictions('four-scenarios', 'requests', windows, chosen)?.openBecause).toBe('timer-grain');
  });

  it.each([
    'freeze-the-window',
    'sharing-the-loop',
    'blocked-is-not-busy',
    'many-cooks',
    'break-even',
    'eggs-and-toast',
  ])('change nothing about %s, whose waits and limits are long beside them', (id) => {
    expect(on(id, windows)).toEqual(on(id, undefined));
  });
});
