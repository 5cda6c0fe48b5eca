import { describe, expect, it } from 'vitest';
import { findExperiment } from '../experiments/catalogue';
import { definitionFor } from '../experiments/definition-for';
import type { ExperimentDefinition } from '../experiments/definition-types';
import type { ForecastAnswer } from '../record/forecasts';
import type { RunRecord } from '../record/record';
import { withAllMeasures } from '../testing/synthetic-measures';
import { syntheticRecord } from '../testing/synthetic-record';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../testing/synthetic-tasks';
import { analyse } from './analysis';
import type { ForecastScore } from './forecast-types';
import { percentApart, withinFactor } from './forecasts';
import { scoreOf } from './prediction-score';

function experiment(id: string): ExperimentDefinition {
  const found = findExperiment(id, 4);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function withAnswers(record: RunRecord, forecasts: Readonly<Record<string, ForecastAnswer>>): RunRecord {
  const prediction = {
    status: 'given',
    totalsMs: {},
    forecasts,
    reason: 'So.',
    frozenAt: '2026-01-02T03:04:00.000Z',
  } as const;
  return { ...record, prediction };
}

function scored(
  id: string,
  totalMs: SyntheticTasksOptions['totalMs'],
  forecasts: Readonly<Record<string, ForecastAnswer>>,
  rounds = 7,
) {
  const record = syntheticTasksRecord(experiment(id), { cores: 4, rounds, totalMs, shape: withAllMeasures });
  return analyse(withAnswers(record, forecasts));
}

const judgements = (score: ForecastScore | undefined): string[] => score?.rows.map(({ judgement }) => judgement) ?? [];

describe('a pick', () => {
  const picks = { hashing: 'faster', zipping: 'faster', files: 'no-difference', requests: 'slower' };
  // With four threads: hashes done in half the time, texts as before, files a tenth faster, requests as before.
  const totalMs = (part: string, condition: string): number => {
    if (!condition.startsWith('pool-4')) return 100;
    return part === 'hashing' ? 50 : part === 'files' ? 90 : 100;
  };

  it('is right where the verdict of the run says so', () => {
    const analysis = scored('hidden-helpers', totalMs, { 'larger-pool': { kind: 'pick', picks } });
    expect(judgements(analysis.forecasts?.[0])).toEqual(['right', 'wrong', 'wrong', 'wrong']);
    expect(analysis.forecasts).toMatchObject([{ right: 1, judged: 4 }]);
    expect(scoreOf(analysis)).toEqual({ right: 1, pairs: 4 });
  });

  it('does not count where the run has too few rounds to tell', () => {
    const analysis = scored('hidden-helpers', totalMs, { 'larger-pool': { kind: 'pick', picks } }, 3);
    expect(judgements(analysis.forecasts?.[0])).toEqual(['open', 'open', 'open', 'open']);
    expect(scoreOf(analysis)).toBeUndefined();
  });

  it('is held against the last number in flight that was faster than the one before it', () => {
    const ms = new Map([
      ['requests', { 'in-flight-1': 300, 'in-flight-4': 80, 'in-flight-16': 20 }],
      ['files', { 'in-flight-1': 300, 'in-flight-4': 80, 'in-flight-16': 80 }],
      ['queries', { 'in-flight-1': 100, 'in-flight-4': 100, 'in-flight-16': 100 }],
    ]);
    const total = (part: string, condition: string): number =>
      (ms.get(part) as Record<string, number>)[condition.replace('-again', '')] ?? 100;
    const answer = { requests: 'in-flight-16', files: 'in-flight-16', queries: 'in-flight-1' };
    const analysis = scored('waiting-for-io', total, { 'flat-from': { kind: 'pick', picks: answer } });
    const [score] = analysis.forecasts ?? [];
    expect(score?.rows.map((row) => ('measured' in row ? row.measured : ''))).toEqual([
      'in-flight-16',
      'in-flight-4',
      'in-flight-1',
    ]);
    expect(judgements(score)).toEqual(['right', 'wrong', 'right']);
  });
});

describe('a size', () => {
  it.each([
    // Measured 10 [9, 11], factor 3: right from 11/3 to 27, wrong below 3 and above 33, open in between.
    [10, 'right'],
    [3.67, 'right'],
    [27, 'right'],
    [3.5, 'open'],
    [30, 'open'],
    [2.9, 'wrong'],
    [33.1, 'wrong'],
  ])('of %d against 10 [9, 11] is %s', (predicted, judgement) => {
    expect(withinFactor(predicted, { estimate: 10, low: 9, high: 11, n: 7 }, 3)).toBe(judgement);
  });

  it('that lies beyond what was measured is right beyond it, and wrong far on this side of it', () => {
    const above = { estimate: undefined, low: 100, high: undefined, n: 7 };
    expect([101, 50, 33].map((one) => withinFactor(one, above, 3))).toEqual(['right', 'open', 'wrong']);
    const below = { estimate: undefined, low: undefined, high: 10, n: 7 };
    expect([9, 20, 31].map((one) => withinFactor(one, below, 3))).toEqual(['right', 'open', 'wrong']);
  });

  it('of hiring and of memory is held against wages', () => {
    const record = withAnswers(
      syntheticTasksRecord(experiment('threads-or-processes'), { cores: 4, totalMs: () => 100 }),
      {
        hiring: { kind: 'size', sizes: { threads: 3e7, processes: 1e9 } },
        memory: { kind: 'size', sizes: { threads: 1e4, processes: 3e7 } },
      },
    );
    const { forecasts = [], wages } = analyse(record);
    const [hiring, memory] = forecasts;
    const of = (id: string) => wages.find(({ condition }) => condition === id);
    expect(hiring?.rows.map((row) => ('measured' in row ? row.measured : 0))).toEqual([
      of('threads')?.hiring,
      of('processes')?.hiring,
    ]);
    expect(memory?.rows[0]).toMatchObject({ judgement: 'wrong', measured: of('threads')?.memoryPerWorkerBytes });
    expect(judgements(hiring)[1]).toBe('wrong');
  });

  it('of a payload is held against the headline, in nanoseconds', () => {
    const sizes = { clone: 1e7, transfer: 1e5, shared: 1e9, 'process-clone': 1e7 };
    const { forecasts } = scored('passing-data', () => 20, { passing: { kind: 'size', sizes } });
    const measured = forecasts?.[0]?.rows.map((row) =>
      'measured' in row && typeof row.measured === 'object' && 'estimate' in row.measured
        ? row.measured.estimate
        : undefined,
    );
    expect(measured?.every((one) => typeof one === 'number' && one > 0)).toBe(true);
  });
});

describe('a distance', () => {
  it.each([
    [
      { estimate: 0.5, low: 0.4, high: 0.8 },
      { estimate: 100, low: 25, high: 150 },
    ],
    [
      { estimate: 1.02, low: 0.99, high: 1.05 },
      { estimate: 2, low: 0, high: 5 },
    ],
    [
      { estimate: 1.1, low: 1.05, high: 1.2 },
      { estimate: 10, low: 5, high: 20 },
    ],
  ])('of the ratio %o is %o per cent', (ratio, expected) => {
    const found = percentApart(ratio);
    for (const key of ['estimate', 'low', 'high'] as const) expect(found[key]).toBeCloseTo(expected[key], 9);
  });

  it('is right within the points of the whole interval', () => {
    const total = (part: string, condition: string): number =>
      part === 'waiting' && condition === 'second' ? 110 : 100;
    const answer = { 'two-names': { kind: 'apart' as const, percent: { computing: 1, waiting: 25 } } };
    const { forecasts } = scored('noise-floor', total, answer);
    expect(judgements(forecasts?.[0])).toEqual(['right', 'wrong']);
  });
});

describe('a mark', () => {
  it('is right only near on both axes', () => {
    const place = (x: number, y: number) => ({ x, y });
    const record = syntheticTasksRecord(experiment('blocked-is-not-busy'), {
      cores: 4,
      totalMs: () => 100,
      shape: withAllMeasures,
    });
    const { measures } = analyse(record).parts[0]?.conditions.find(({ condition }) => condition === 'cpu-loop') ?? {};
    const at = (measure: string): number =>
      Math.min(1, measures?.find((one) => one.measure === measure)?.value.estimate ?? Number.NaN);
    const near = place(at('cpu-share'), at('utilization'));
    const far = place(near.x > 0.5 ? 0 : 1, near.y);
    const marks = { 'sync-wait': near, 'cpu-loop': near, 'async-wait': far };
    const analysis = analyse(withAnswers(record, { plane: { kind: 'marks', marks } }));
    expect(judgements(analysis.forecasts?.[0])).toEqual(['right', 'right', 'wrong']);
  });
});

describe('a drawing', () => {
  const bar = (task: string, lane: string, state: 'busy' | 'blocked' | 'timer', startMs: number, endMs: number) => ({
    task,
    lane,
    state,
    startMs,
    endMs,
  });
  const right = {
    sync: [
      bar('eggs', 'you', 'blocked', 0, 300),
      bar('toast', 'you', 'blocked', 300, 500),
      bar('cleaning', 'you', 'busy', 500, 580),
    ],
    async: [
      bar('eggs', 'you', 'timer', 0, 300),
      bar('toast', 'you', 'timer', 0, 200),
      bar('cleaning', 'you', 'busy', 0, 80),
    ],
    // The hired cooks the other way round than they were: who of them got which dish is chance.
    threads: [
      bar('eggs', 'cook-2', 'blocked', 0, 300),
      bar('toast', 'cook-1', 'blocked', 0, 200),
      bar('cleaning', 'you', 'busy', 0, 80),
    ],
  };

  it('that is as theory says agrees nearly everywhere, and far better than the same bars in random places', () => {
    const [score] =
      analyse(withAnswers(syntheticRecord(), { kitchens: { kind: 'trace', bars: right } })).forecasts ?? [];
    if (score?.kind !== 'trace') throw new Error('no drawing');
    expect(score.overlap).toBeGreaterThan(0.97);
    expect(score.overlap).toBeLessThanOrEqual(1);
    expect(score.shuffled).toBeLessThan(0.7);
    expect(score).toMatchObject({ right: 3, judged: 3 });
  });

  it('of an async cook who stands beside each dish is not right', () => {
    const wrong = { ...right, async: right.sync };
    const [score] =
      analyse(withAnswers(syntheticRecord(), { kitchens: { kind: 'trace', bars: wrong } })).forecasts ?? [];
    expect(judgements(score)).toEqual(['right', 'wrong', 'right']);
  });

  it('needs more the better the same bars do in random places, and by the rule of an older record half of the time', () => {
    // Cleaning begins 150 ms late: three quarters of the time still agree, and so do many shuffled answers.
    const late = { ...right, async: [...right.async.slice(0, 2), bar('cleaning', 'you', 'busy', 150, 230)] };
    const record = withAnswers(syntheticRecord(), { kitchens: { kind: 'trace', bars: late } });
    const traceOf = (one: typeof record) => {
      const [score] = analyse(one).forecasts ?? [];
      if (score?.kind !== 'trace') throw new Error('no drawing');
      return score;
    };
    const today = traceOf(record);
    const [sync, async] = today.rows;
    expect(today.rows.every(({ limit }) => limit > 0.5 && limit < 1)).toBe(true);
    expect([sync?.judgement, async?.judgement]).toEqual(['right', 'wrong']);
    const forecasts = (record.definition.forecasts ?? []).map((forecast) => {
      if (forecast.kind !== 'trace') return forecast;
      const { id, kind, part, conditions, tasks, within } = forecast;
      return { id, kind, part, conditions, tasks, within };
    });
    const before = traceOf({ ...record, definition: { ...record.definition, forecasts } });
    expect(before.rows.map(({ limit }) => limit)).toEqual([0.5, 0.5, 0.5]);
    expect(before.overlap).toBe(today.overlap);
  });

  it('counts for nothing with too few rounds, but is still compared', () => {
    const record = withAnswers(syntheticRecord({ rounds: 1 }), { kitchens: { kind: 'trace', bars: right } });
    const { forecasts } = analyse(record);
    expect(judgements(forecasts?.[0])).toEqual(['open', 'open', 'open']);
    expect(forecasts?.[0]).toMatchObject({ judged: 0 });
  });
});

describe('forecasts', () => {
  it('keep only what a preset has', () => {
    const quick = definitionFor({ experiment: 'passing-data', preset: 'quick', cores: 2 });
    expect(quick?.forecasts?.map(({ id }) => id)).toEqual(['passing']);
  });

  it('are scored neither for a skipped prediction, nor for answers to what was not asked or of another kind', () => {
    const record = syntheticRecord();
    const answer: ForecastAnswer = { kind: 'pick', picks: { sync: 'faster' } };
    expect(analyse(syntheticRecord({ prediction: 'skipped' })).forecasts).toBeUndefined();
    expect(analyse(withAnswers(record, { other: answer })).forecasts).toBeUndefined();
    expect(analyse(withAnswers(record, { kitchens: answer })).forecasts).toBeUndefined();
  });
});
