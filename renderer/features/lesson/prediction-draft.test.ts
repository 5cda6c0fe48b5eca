import { predictedConditions } from '@core/experiments/predicted-conditions';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '@core/experiments/async-is-not-parallel/definition';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { manyCooks } from '@core/experiments/many-cooks/definition';
import { predictionSchema } from '@core/record/plan';
import {
  draftOf,
  emptyDraft,
  frozenPrediction,
  groupsOf,
  isComplete,
  isValidTotal,
  totalsLeft,
  withPlace,
  withSpeedup,
  withTotal,
} from './prediction-draft';
import type { PredictionDraft } from './prediction-draft';

const frozenAt = '2026-01-02T03:04:05.000Z';

function fullDraft(reason = 'Waits overlap.'): PredictionDraft {
  return eggsAndToast.parts.reduce<PredictionDraft>(
    (draft, part) =>
      predictedConditions(eggsAndToast, part).reduce((one, id) => withTotal(one, part.id, id, 300), draft),
    { ...emptyDraft, reason },
  );
}

describe('prediction draft', () => {
  it('asks for real conditions only', () => {
    expect(predictedConditions(eggsAndToast, eggsAndToast.parts[0]!)).toEqual([
      'sync',
      'async',
      'threads',
      'processes',
    ]);
    expect(predictedConditions(eggsAndToast, eggsAndToast.parts[1]!)).not.toContain('sync-again');
  });

  it('starts with everything unset', () => {
    expect(totalsLeft(eggsAndToast, emptyDraft)).toBe(8);
    expect(isComplete(eggsAndToast, emptyDraft)).toBe(false);
    expect(frozenPrediction(eggsAndToast, emptyDraft, frozenAt)).toBeUndefined();
  });

  it('counts down as totals are set, and up again when one is unset', () => {
    const one = withTotal(emptyDraft, 'doughs', 'sync', 240);
    expect(totalsLeft(eggsAndToast, one)).toBe(7);
    expect(totalsLeft(eggsAndToast, withTotal(one, 'doughs', 'sync', undefined))).toBe(8);
    expect(emptyDraft.totalsMs).toEqual({});
  });

  it.each([
    [undefined, false],
    [0, false],
    [-5, false],
    [Number.NaN, false],
    [60_001, false],
    [1, true],
    [60_000, true],
  ])('takes %s as a total: %s', (value, expected) => {
    expect(isValidTotal(value)).toBe(expected);
  });

  it('needs a reason that is not blank', () => {
    expect(isComplete(eggsAndToast, fullDraft('  \n'))).toBe(false);
    expect(isComplete(eggsAndToast, fullDraft())).toBe(true);
  });

  it('is incomplete as long as one total is out of range', () => {
    expect(isComplete(eggsAndToast, withTotal(fullDraft(), 'doughs', 'async', 0))).toBe(false);
  });

  it('freezes into what the plan accepts, and can be shown again from it', () => {
    const prediction = frozenPrediction(eggsAndToast, fullDraft('  Waits overlap. '), frozenAt);
    expect(v.safeParse(predictionSchema, prediction).success).toBe(true);
    expect(prediction).toMatchObject({ status: 'given', reason: 'Waits overlap.', frozenAt });
    expect(prediction && isComplete(eggsAndToast, draftOf(prediction))).toBe(true);
    expect(draftOf({ status: 'skipped', frozenAt })).toEqual(emptyDraft);
  });
});

describe('a draft of a curve', () => {
  const experiment = manyCooks(4);
  const set = (draft: PredictionDraft, times: number): PredictionDraft =>
    ['threads-2', 'threads-3', 'threads-4', 'threads-8'].reduce<PredictionDraft>(
      (one, id) => withSpeedup(one, 'computing', id, times),
      draft,
    );

  it('does not ask for the speed-up of one, which is 1 by definition', () => {
    expect(totalsLeft(experiment, emptyDraft)).toBe(4);
    const prediction = frozenPrediction(experiment, set({ ...emptyDraft, reason: 'Cores.' }, 2.5), frozenAt);
    expect(prediction).toMatchObject({
      totalsMs: {},
      speedups: { computing: { 'threads-1': 1, 'threads-2': 2.5, 'threads-8': 2.5 } },
    });
    expect(v.is(predictionSchema, prediction)).toBe(true);
    expect(draftOf(prediction!).speedups['computing']?.['threads-4']).toBe(2.5);
  });

  it('counts what is out of range as unset', () => {
    expect(totalsLeft(experiment, set(emptyDraft, 0))).toBe(4);
    expect(totalsLeft(experiment, set(emptyDraft, Number.NaN))).toBe(4);
  });
});

describe('a draft of an order', () => {
  const experiment = asyncIsNotParallel(2);

  it('is complete when every condition has a place, and keeps ties', () => {
    let draft: PredictionDraft = { ...emptyDraft, reason: 'One loop.' };
    expect(totalsLeft(experiment, draft)).toBe(3);
    draft = withPlace(withPlace(draft, 'computing', 'loop', 2), 'computing', 'together', 2);
    expect(totalsLeft(experiment, draft)).toBe(1);
    const prediction = frozenPrediction(experiment, withPlace(draft, 'computing', 'threads', 1), frozenAt);
    expect(prediction).toMatchObject({ rankings: { computing: [['threads'], ['loop', 'together']] } });
    expect(v.is(predictionSchema, prediction)).toBe(true);
    expect(draftOf(prediction!).places).toEqual({ computing: { threads: 1, loop: 2, together: 2 } });
  });

  it('leaves gaps between places out: only the order counts', () => {
    expect(groupsOf({ a: 3, b: 1, c: 3, d: undefined })).toEqual([['b'], ['a', 'c']]);
  });
});
