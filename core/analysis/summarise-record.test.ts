import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { scoreOf } from './prediction-score';
import type { RunRecord } from '../record/record';
import { syntheticRecord } from '../testing/synthetic-record';
import { namesOf } from '../words/names';
import { storyOf } from '../words/story';
import { summariseRecord } from './summarise-record';

const record = syntheticRecord({ rounds: 7 });
const summaryOf = (changes: Partial<RunRecord> = {}) => {
  const one = { ...record, ...changes };
  return summariseRecord({ record: one, analysis: analyse(one) });
};

describe('summariseRecord', () => {
  it('tells what was predicted and how well, and how long the run took', () => {
    const summary = summaryOf({ startedAt: '2026-01-01T10:00:00.000Z', endedAt: '2026-01-01T10:00:41.500Z' });
    expect(summary).toMatchObject({ seconds: 41.5, prediction: 'given', isMeasured: true, answered: [] });
    expect(summary.score).toEqual(scoreOf(analyse(record)));
  });

  it('has no score where the prediction was skipped or nothing was measured', () => {
    const skipped = syntheticRecord({ prediction: 'skipped' });
    expect(summariseRecord({ record: skipped, analysis: analyse(skipped) })).not.toHaveProperty('score');
    expect(summaryOf({ cells: [] })).not.toHaveProperty('score');
    expect(summaryOf({ cells: [] }).isMeasured).toBe(false);
  });

  it('has the answer of the run as its story begins, with a bar for each condition of the part', () => {
    const { headline } = summaryOf();
    const analysis = analyse(record);
    const context = { record, analysis, experiment: record.definition, names: namesOf(record.definition.id) };
    const story = storyOf(context);
    expect(headline).toMatchObject({ value: story.hero.value, sentence: story.sentence });
    // Sync stands for the longest; the second half of the A/A pair is not shown.
    expect(headline?.bars.map(({ strategy }) => strategy)).toEqual(['sync', 'async', 'threads', 'processes']);
    expect(headline?.bars[0]?.share).toBe(1);
    expect(headline?.bars[1]?.share).toBeLessThan(0.7);
    expect(summaryOf({ cells: [] })).not.toHaveProperty('headline');
  });

  it('names the questions that were answered', () => {
    expect(summaryOf({ answers: { observation: 'x', transfer: 'workers' } }).answered).toEqual([
      'observation',
      'transfer',
    ]);
  });

  it('gives no negative duration when the clock was set back', () => {
    const back = { startedAt: '2026-01-01T10:00:00.000Z', endedAt: '2026-01-01T09:00:00.000Z' };
    expect(summaryOf(back).seconds).toBe(0);
  });
});
