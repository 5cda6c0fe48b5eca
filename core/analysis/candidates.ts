import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import { bySize, doubled } from '../experiments/workbench/conditions';
import type { CellRecord } from '../record/events';
import { searchOf } from '../record/order';
import { median } from '../statistics/quantile';

/** A condition as the search saw it. */
export interface Searched {
  readonly condition: ConditionDefinition;
  /** Median total over the rounds of the search, in nanoseconds. */
  readonly totalNs: number;
}

type SearchCell = Pick<CellRecord, 'part' | 'condition' | 'round' | 'startNs' | 'endNs'>;

/** What the search saw of each condition, in the order of the definition; what it did not measure is left out. */
export function searched(experiment: ExperimentDefinition, cells: readonly SearchCell[]): readonly Searched[] {
  const search = searchOf(experiment);
  if (!search) return [];
  const own = cells.filter(({ part, round }) => part === search.id && round > 0);
  return experiment.conditions.flatMap((condition): Searched[] => {
    const totals = own.filter((cell) => cell.condition === condition.id).map(({ startNs, endNs }) => endNs - startNs);
    return totals.length === 0 ? [] : [{ condition, totalNs: median(totals) }];
  });
}

/** So many of the fastest, and of the smallest that are near them, are confirmed. */
const picks = 3;

/**
 * What is confirmed after a search, in the order of the definition: the A/A pair; the fastest three; of those near the fastest the
 * smallest three; then, as far as there is room, twice the threads of each, so that it can be said what they gain. Nothing but the
 * search decides, so the rounds that follow are unbiased. Empty if the search measured nothing.
 */
export function candidatesOf(experiment: ExperimentDefinition, cells: readonly SearchCell[]): readonly string[] {
  const search = searchOf(experiment);
  const all = searched(experiment, cells).filter(({ condition }) => condition.repeats === undefined);
  if (!search || all.length === 0) return [];
  const conditions = all.map(({ condition }) => condition);
  const fastestFirst = all.toSorted((a, b) => a.totalNs - b.totalNs);
  const limitNs = (fastestFirst[0]?.totalNs ?? 0) * search.search.near;
  const near = fastestFirst.filter(({ totalNs }) => totalNs <= limitNs).map(({ condition }) => condition);
  const fastest = fastestFirst.slice(0, picks).map(({ condition }) => condition);
  const smallest = near.toSorted(bySize).slice(0, picks);
  const wanted = [
    ...conditions.filter(({ id }) => id === search.noisePair[0]),
    ...fastest.slice(0, 1),
    ...smallest,
    ...fastest,
  ];
  const twice = wanted.flatMap((condition) => doubled(condition, conditions) ?? []);
  const chosen = new Set([...wanted, ...twice].map(({ id }) => id));
  const most = new Set([...[...chosen].slice(0, search.search.most), search.noisePair[1]]);
  return experiment.conditions.filter(({ id }) => most.has(id)).map(({ id }) => id);
}
