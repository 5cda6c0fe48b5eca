import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { RecordSummary } from '@core/ipc/payloads';
import type { ExperimentProgress } from './experiment-progress';

/** The tracks of the curriculum in the order in which they are suggested. */
export const tracks = ['safety', 'A', 'B', 'C', 'D', 'E'] as const;
export type Track = (typeof tracks)[number];

/** One experiment in the list. */
export interface CatalogueEntry {
  readonly experiment: ExperimentDefinition;
  /** Its place in the suggested order, from 1. */
  readonly number: number;
  readonly progress: ExperimentProgress;
}

/** The experiments by track, and inside a track in the order of the catalogue. Free work is not among them. */
export function suggestedOrder(experiments: readonly ExperimentDefinition[]): readonly ExperimentDefinition[] {
  return tracks.flatMap((track) => experiments.filter((experiment) => experiment.track === track));
}

/**
 * The entry to go on with: the lesson under way that was touched last, else the first that was never measured, else the
 * first that is not finished; undefined when all are.
 */
export function nextOf(entries: readonly CatalogueEntry[]): CatalogueEntry | undefined {
  const [underWay] = entries
    .filter(({ progress }) => progress.step !== undefined)
    .toSorted((a, b) => b.progress.changedAt.localeCompare(a.progress.changedAt));
  return (
    underWay ??
    entries.find(({ progress: { phase } }) => phase !== 'measured' && phase !== 'finished') ??
    entries.find(({ progress: { phase } }) => phase !== 'finished')
  );
}

/**
 * The lesson to go on with after one: the next unfinished one of its track, then the next of the catalogue, from its place on
 * and round; undefined when all others are finished.
 */
export function lessonAfter(entries: readonly CatalogueEntry[], id: string): ExperimentDefinition | undefined {
  const place = entries.findIndex(({ experiment }) => experiment.id === id);
  const track = entries[place]?.experiment.track;
  const others = [...entries.slice(place + 1), ...entries.slice(0, Math.max(0, place))].filter(
    ({ progress }) => progress.phase !== 'finished',
  );
  return (others.find(({ experiment }) => experiment.track === track) ?? others[0])?.experiment;
}

/** Records that count as progress: of these experiments, begun after the reset (ISO 8601, UTC), if there was one. */
export function countedRecords(
  records: readonly RecordSummary[],
  experiments: readonly ExperimentDefinition[],
  since: string | null | undefined,
): readonly RecordSummary[] {
  const ids = new Set(experiments.map(({ id }) => id));
  return records.filter(({ experiment, startedAt }) => ids.has(experiment) && startedAt >= (since ?? ''));
}

/** True if every word occurs in the text, in any order and however it is written. */
export function matchesWords(text: string, query: string): boolean {
  const hay = text.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
