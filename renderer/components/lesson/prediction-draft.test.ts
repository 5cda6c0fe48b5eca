import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { predictionSchema } from '@core/runs/plan';
import {
  draftOf,
  emptyDraft,
  frozenPrediction,
  isComplete,
  isValidTotal,
  predictedConditions,
  totalsLeft,
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
