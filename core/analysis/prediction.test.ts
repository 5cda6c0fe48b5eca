import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '../experiments/async-is-not-parallel/definition';
import { manyCooks } from '../experiments/many-cooks/definition';
import { analyse } from './analysis';
import { placesOf, scorePrediction } from './prediction';
import { predictionSchema, type Prediction } from '../record/plan';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';

const frozenAt = '2026-01-02T03:04:05.000Z';
const given = (fields: Partial<Prediction & { status: 'given' }>): Prediction => {
  const prediction = { status: 'given' as const, totalsMs: {}, reason: 'Because.', frozenAt, ...fields };
  return v.parse(predictionSchema, prediction);
};
const threads = (condition: string): number => Number(/\d+/.exec(condition)?.[0]);
const cooks = syntheticTasksRecord(manyCooks(4), {
  cores: 4,
  totalMs: (_part, condition) => 240 / Math.min(4, threads(condition)),
});
const loop = syntheticTasksRecord(asyncIsNotParallel(2), {
  totalMs: (_part, condition) => (condition === 'threads' ? 80 : 160),
});

describe('a sketched curve', () => {
  const speedups = (values: Record<string, number>) => given({ speedups: { computing: values } });

  it('is compared with the measured speed-ups, and a larger one counts as faster', () => {
    const prediction = speedups({ 'threads-1': 1, 'threads-2': 1.9, 'threads-4': 3.5 });
    const [score] = analyse({ ...cooks, prediction }).prediction ?? [];
    expect(score).toMatchObject({ by: 'curve', ranking: 1, pairs: 3, rows: [] });
    expect(score?.curve?.map(({ condition, predicted }) => [condition, predicted])).toEqual([
      ['threads-1', 1],
      ['threads-2', 1.9],
      ['threads-4', 3.5],
    ]);
    expect(score?.curve?.[2]?.measured.estimate).toBeCloseTo(4, 1);
  });

  it('has wrong pairs where it falls and the machine rises', () => {
    const prediction = speedups({ 'threads-1': 1, 'threads-2': 0.8, 'threads-4': 3.5 });
    const [score] = analyse({ ...cooks, prediction }).prediction ?? [];
    expect(score?.ranking).toBeCloseTo(2 / 3, 5);
  });

  it('has no score where nothing was measured', () => {
    const prediction = speedups({ 'threads-1': 1, 'threads-2': 2 });
    expect(analyse({ ...cooks, cells: [], prediction }).prediction).toEqual([]);
  });
});

describe('a predicted order', () => {
  const order = (groups: string[][]) => given({ rankings: { computing: groups } });

  it('puts conditions between which no difference was shown at the same place', () => {
    const prediction = order([['threads'], ['loop', 'together']]);
    const [score] = analyse({ ...loop, prediction }).prediction ?? [];
    expect(score).toMatchObject({ by: 'ranking', ranking: 1, pairs: 2 });
    expect(score?.places).toEqual([
      { condition: 'threads', predicted: 1, measured: 1 },
      { condition: 'loop', predicted: 2, measured: 2 },
      { condition: 'together', predicted: 2, measured: 2 },
    ]);
  });

  it('counts a tie that is none as wrong', () => {
    const prediction = order([['threads', 'together'], ['loop']]);
    const [score] = analyse({ ...loop, prediction }).prediction ?? [];
    // threads and together differ; together and loop do not, so that pair does not count.
    expect(score).toMatchObject({ ranking: 0.5, pairs: 2 });
    expect(score?.places?.map(({ predicted }) => predicted)).toEqual([1, 1, 3]);
  });

  it('gives the place after a tie the number of all before it', () => {
    expect([...placesOf([['a', 'b'], ['c'], ['d']])]).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
      ['d', 4],
    ]);
  });
});

describe('an old prediction by numbers for a part that now asks otherwise', () => {
  it('is scored by its numbers', () => {
    const prediction = given({ totalsMs: { computing: { 'threads-1': 240, 'threads-4': 60 } } });
    const [score] = analyse({ ...cooks, prediction }).prediction ?? [];
    expect(score).toMatchObject({ by: 'numbers', ranking: 1, pairs: 1 });
    expect(score?.rows).toHaveLength(2);
  });
});

describe('which pairs count', () => {
  const [part] = analyse(loop).parts;
  if (!part) throw new Error('The synthetic record has a part.');
  const total = (estimate: number, low: number, high: number) => ({ estimate, low, high, n: 7, confidence: 0.95 });
  const totals: Readonly<Record<string, ReturnType<typeof total>>> = {
    loop: total(100, 95, 105),
    together: total(110, 100, 120),
    threads: total(130, 118, 140),
  };
  const verdictOf = (condition: string, baseline: string, verdict: 'faster' | 'slower' | 'undecided') => ({
    ...part.verdicts[0]!,
    condition,
    baseline,
    verdict,
  });
  const scoreWith = (verdicts: ReturnType<typeof verdictOf>[], changed: Partial<typeof totals> = {}) => {
    const conditions = part.conditions.flatMap((one) => {
      const changedTotal = changed[one.condition] ?? totals[one.condition];
      return changedTotal ? [{ ...one, headline: changedTotal }] : [];
    });
    const prediction = given({ totalsMs: { computing: { loop: 1, together: 2, threads: 3 } } });
    return scorePrediction(prediction, [{ ...part, conditions, verdicts }], [], 7)?.[0];
  };

  it('a comparison decides, also where a third condition is tied with both', () => {
    const verdicts = [
      verdictOf('together', 'loop', 'undecided'),
      verdictOf('threads', 'together', 'undecided'),
      verdictOf('threads', 'loop', 'slower'),
    ];
    expect(scoreWith(verdicts)).toMatchObject({ ranking: 1, pairs: 1 });
  });

  it('says which of the two was faster, whichever is the baseline', () => {
    expect(scoreWith([verdictOf('loop', 'threads', 'faster')])).toMatchObject({ ranking: 1, pairs: 1 });
    expect(scoreWith([verdictOf('loop', 'threads', 'slower')])).toMatchObject({ ranking: 0, pairs: 1 });
  });

  it('two that are not compared count only if their intervals do not overlap', () => {
    // loop and threads are apart; together overlaps with both.
    expect(scoreWith([])).toMatchObject({ ranking: 1, pairs: 1 });
    expect(scoreWith([], { threads: total(90, 85, 94) })).toMatchObject({ ranking: 0, pairs: 2 });
  });

  it('two that are not compared do not count if a third is tied with both', () => {
    const verdicts = [verdictOf('together', 'loop', 'undecided'), verdictOf('threads', 'together', 'undecided')];
    expect(scoreWith(verdicts)).toMatchObject({ ranking: 0, pairs: 0 });
  });
});
