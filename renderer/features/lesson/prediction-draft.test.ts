import { askedAsNumbers } from '@core/testing/asked-as-numbers';
import { predictedConditions } from '@core/experiments/predicted-conditions';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '@core/experiments/async-is-not-parallel/definition';
import { eggsAndToast as asked } from '@core/experiments/eggs-and-toast/definition';
import { catalogue } from '@core/experiments/catalogue';
import { hiddenHelpers } from '@core/experiments/hidden-helpers/definition';
import { answerTo } from '@core/testing/every-experiment';
import { manyCooks } from '@core/experiments/many-cooks/definition';
import { predictionSchema } from '@core/record/plan';
import {
  answersLeft,
  draftOf,
  emptyDraft,
  frozenPrediction,
  groupsOf,
  isComplete,
  isValidTotal,
  totalsLeft,
  withForecast,
  withPlace,
  withSpeedup,
  withTotal,
} from './prediction-draft';
import type { PredictionDraft } from './prediction-draft';

/** Asked for a time of each condition: the kinds of forecasts have tests of their own. */
const eggsAndToast = askedAsNumbers(asked);

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
  const experiment = { ...asyncIsNotParallel(2), forecasts: [] };

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

describe('a draft of forecasts', () => {
  const bar = { task: 'eggs', lane: 'you', state: 'blocked', startMs: 0, endMs: 300 } as const;

  it('counts every answer and every bar that is still to be set', () => {
    // Nine bars and four places.
    expect(totalsLeft(asked, emptyDraft)).toBe(13);
    const drawn = withForecast(emptyDraft, 'kitchens', { kind: 'trace', bars: { sync: [bar] } });
    expect(totalsLeft(asked, drawn)).toBe(12);
    expect(totalsLeft(hiddenHelpers(2), emptyDraft)).toBe(4);
    const picked = withForecast(emptyDraft, 'larger-pool', { kind: 'pick', picks: { files: 'slower' } });
    expect(totalsLeft(hiddenHelpers(2), picked)).toBe(3);
  });

  it('takes an answer of another kind for none', () => {
    const [forecast] = hiddenHelpers(2).forecasts ?? [];
    expect(forecast && answersLeft(forecast, { kind: 'apart', percent: { files: 1 } })).toBe(4);
  });

  it.each(catalogue.filter(({ forecasts }) => forecasts))('of $id freezes into what the plan accepts', (experiment) => {
    const { forecasts = [], parts } = experiment;
    let draft: PredictionDraft = { ...emptyDraft, reason: 'Because.' };
    for (const forecast of forecasts) draft = withForecast(draft, forecast.id, answerTo(forecast));
    for (const part of parts) {
      for (const id of predictedConditions(experiment, part)) {
        draft = (part.predictBy === 'ranking' ? withPlace : withTotal)(draft, part.id, id, 1);
      }
    }
    expect(totalsLeft(experiment, draft)).toBe(0);
    const prediction = frozenPrediction(experiment, draft, frozenAt);
    expect(v.is(predictionSchema, prediction)).toBe(true);
    expect(prediction && isComplete(experiment, draftOf(prediction))).toBe(true);
    expect(prediction && draftOf(prediction).forecasts).toEqual(draft.forecasts);
  });
});
