import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyse } from '@core/analysis/analysis';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { readRecord } from './read';

const bar = (task: string, lane: string, state: 'busy' | 'blocked' | 'timer', startMs: number, endMs: number) => {
  return { task, lane, state, startMs, endMs };
};
const asTheorySays = {
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
  threads: [
    bar('eggs', 'cook-1', 'blocked', 0, 300),
    bar('toast', 'cook-2', 'blocked', 0, 200),
    bar('cleaning', 'you', 'busy', 0, 80),
  ],
};

describe('a drawing as theory says', () => {
  it.each(['quick', 'standard', 'thorough'])('is right against the recorded spans of a real run (%s)', (preset) => {
    const file = `fixtures/format-1/eggs-and-toast.${preset}.json.gz`;
    const { record } = readRecord(gunzipSync(readFileSync(file)).toString('utf8'));
    const { forecasts = [] } = eggsAndToast;
    const definition = { ...record.definition, forecasts };
    const prediction = {
      status: 'given' as const,
      totalsMs: {},
      forecasts: { kitchens: { kind: 'trace' as const, bars: asTheorySays } },
      reason: 'So.',
      frozenAt: record.startedAt,
    };
    const [score] = analyse({ ...record, definition, prediction }).forecasts ?? [];
    if (score?.kind !== 'trace') throw new Error('Nothing was drawn.');
    expect(score.rows.map(({ judgement }) => judgement)).toEqual(['right', 'right', 'right']);
    expect(score.overlap).toBeGreaterThan(score.shuffled + 0.2);
  });
});
