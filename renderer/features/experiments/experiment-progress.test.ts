import { describe, expect, it } from 'vitest';
import { eggsAndToast as asked } from '@core/experiments/eggs-and-toast/definition';
import { askedAsNumbers } from '@core/testing/asked-as-numbers';
import { predictedConditions } from '@core/experiments/predicted-conditions';
import { recordSummary } from '../../testing/samples';
import { initialLesson } from '../lesson/lesson-state';
import type { LessonState } from '../lesson/lesson-state';
import { progressOf } from './experiment-progress';
import { emptyDraft } from '../lesson/prediction-draft';

/** Asked for a time of each condition: the kinds of forecasts have tests of their own. */
const eggsAndToast = askedAsNumbers(asked);

const id = (n: number): string => `20250101T00000${n}Z-00000001`;
const run = (n: number, changes: Parameters<typeof recordSummary>[0] = {}) =>
  recordSummary({ id: id(n), startedAt: `2025-01-01T00:00:0${n}.000Z`, ...changes });
const of = (records: readonly ReturnType<typeof run>[], lesson: Partial<LessonState> = {}) =>
  progressOf(eggsAndToast, records, { ...initialLesson, ...lesson });
const totalsMs = Object.fromEntries(
  eggsAndToast.parts.map((part) => [
    part.id,
    Object.fromEntries(predictedConditions(eggsAndToast, part).map((condition) => [condition, 250])),
  ]),
);

describe('progressOf', () => {
  it('knows an experiment that nobody touched', () => {
    expect(of([])).toMatchObject({ phase: 'not-started', step: undefined, isTouched: false, last: undefined });
    expect(of([run(1, { experiment: 'many-cooks' })]).phase).toBe('not-started');
  });

  it('follows the prediction in the making', () => {
    expect(of([], { step: 'predict' })).toMatchObject({ phase: 'begun', step: 'predict' });
    expect(of([], { step: 'predict', draft: { ...emptyDraft, totalsMs } }).phase).toBe('begun');
    expect(of([], { step: 'run', draft: { ...emptyDraft, totalsMs, reason: 'Because.' } }).phase).toBe('predicted');
    expect(of([], { step: 'run', isSkipped: true }).phase).toBe('skipped');
  });

  it('is measured once a run has a measured round, and no earlier', () => {
    const cancelled = run(1, { isMeasured: false, outcome: { status: 'cancelled' } });
    expect(of([cancelled], { step: 'run', isSkipped: true })).toMatchObject({ phase: 'skipped', last: { id: id(1) } });
    expect(of([cancelled, run(0)])).toMatchObject({
      phase: 'measured',
      reachedAt: run(0).startedAt,
      last: { id: id(1) },
    });
  });

  it('is finished once the last question is answered in a record, and stays so when it is started anew', () => {
    const done = run(1, { answered: ['observation', 'transfer'] });
    expect(of([run(2), done], { step: 'transfer', runId: id(1) })).toMatchObject({
      phase: 'finished',
      reachedAt: done.startedAt,
      step: undefined,
      isTouched: true,
    });
    expect(of([done], { step: 'predict', leftRun: id(1) })).toMatchObject({ phase: 'finished', step: 'predict' });
    expect(of([run(1, { answered: ['observation', 'analogy'] })]).phase).toBe('measured');
  });

  it('names the step that a resumed lesson goes back to', () => {
    expect(of([run(1)], { step: 'run', resume: 'explain', runId: id(1) }).step).toBe('explain');
  });
});
