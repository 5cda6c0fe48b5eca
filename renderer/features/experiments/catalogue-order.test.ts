import { describe, expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { recordSummary } from '../../testing/samples';
import { countedRecords, lessonAfter, matchesWords, nextOf, suggestedOrder, tracks } from './catalogue-order';
import type { CatalogueEntry } from './catalogue-order';
import type { ExperimentProgress } from './experiment-progress';

const [first] = catalogue;
const experiment = (id: string, track: ExperimentDefinition['track']): ExperimentDefinition => ({
  ...(first as ExperimentDefinition),
  id,
  track,
});
const entry = (id: string, changes: Partial<ExperimentProgress> = {}): CatalogueEntry => ({
  experiment: experiment(id, 'A'),
  number: 1,
  progress: {
    phase: 'not-started',
    reachedAt: undefined,
    last: undefined,
    step: undefined,
    isTouched: false,
    changedAt: '',
    ...changes,
  },
});

describe('suggestedOrder', () => {
  it('goes by track, and inside a track by the catalogue, in whatever order they were registered', () => {
    const given = [experiment('c', 'C'), experiment('a2', 'A'), experiment('s', 'safety'), experiment('a1', 'A')];
    expect(suggestedOrder(given).map(({ id }) => id)).toEqual(['s', 'a2', 'a1', 'c']);
  });

  it('has a place for every experiment of the catalogue', () => {
    expect(suggestedOrder(catalogue)).toHaveLength(catalogue.length);
    for (const { track } of catalogue) expect(tracks).toContain(track);
  });
});

describe('lessonAfter', () => {
  const at = (id: string, track: ExperimentDefinition['track'], isFinished = false): CatalogueEntry => ({
    ...entry(id, isFinished ? { phase: 'finished' } : {}),
    experiment: experiment(id, track),
  });
  const entries = [at('s', 'safety'), at('a1', 'A'), at('a2', 'A', true), at('a3', 'A'), at('b', 'B')];

  it('goes on with the next unfinished one of the track, then with one before it, then with the catalogue', () => {
    expect(lessonAfter(entries, 'a1')?.id).toBe('a3');
    expect(lessonAfter(entries, 'a3')?.id).toBe('a1');
    expect(lessonAfter(entries, 's')?.id).toBe('a1');
    expect(lessonAfter(entries, 'b')?.id).toBe('s');
  });

  it('is none when all others are finished', () => {
    expect(lessonAfter([at('a1', 'A'), at('a2', 'A', true)], 'a1')).toBeUndefined();
  });
});

describe('nextOf', () => {
  const next = (...entries: CatalogueEntry[]) => nextOf(entries)?.experiment.id;

  it('goes on with the lesson that was touched last', () => {
    const older = entry('older', { step: 'predict', changedAt: '2026-01-01T00:00:00.000Z' });
    const newer = entry('newer', { step: 'explain', phase: 'measured', changedAt: '2026-01-02T00:00:00.000Z' });
    expect(next(entry('new'), older, newer)).toBe('newer');
  });

  it('suggests what was never measured, then what is not finished, then nothing', () => {
    const measured = entry('measured', { phase: 'measured' });
    const finished = entry('finished', { phase: 'finished' });
    expect(next(finished, measured, entry('new'))).toBe('new');
    expect(next(finished, measured)).toBe('measured');
    expect(next(finished)).toBeUndefined();
  });
});

describe('countedRecords', () => {
  it('counts runs of the experiments alone, and only those begun after the reset', () => {
    const records = [
      recordSummary({ id: '20250102T000000Z-00000001', startedAt: '2025-01-02T00:00:00.000Z' }),
      recordSummary({ id: '20250101T000000Z-00000001', startedAt: '2025-01-01T00:00:00.000Z' }),
      recordSummary({
        id: '20250103T000000Z-00000001',
        experiment: 'workbench',
        startedAt: '2025-01-03T00:00:00.000Z',
      }),
    ];
    const counted = (since: string | null | undefined) => countedRecords(records, catalogue, since).length;
    expect([counted(undefined), counted(null), counted('2025-01-01T12:00:00.000Z')]).toEqual([2, 2, 1]);
  });
});

describe('matchesWords', () => {
  it('finds words in any order and spelling, and everything without a word', () => {
    expect(matchesWords('Eggs and toast', 'TOAST  egg')).toBe(true);
    expect(matchesWords('Eggs and toast', 'butter egg')).toBe(false);
    expect(matchesWords('Eggs and toast', '  ')).toBe(true);
  });
});
