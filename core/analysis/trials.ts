import type { CellRecord } from '../record/events';
import type { TrialsRecord } from '../record/findings';

/** What trials on a counter came to, all together. */
export interface Losses {
  readonly trials: number;
  /** Trials in which at least one update was lost. */
  readonly lossy: number;
  readonly updates: number;
  readonly lost: number;
}

/** How many trials there were. */
export function trialCount({ outcomes }: TrialsRecord): number {
  return outcomes.reduce((sum, { times }) => sum + times, 0);
}

/** What the trials of a cell lost; undefined where it has none, or they were not about a counter. */
export function updatesLostIn({ trials }: Pick<CellRecord, 'trials'>): Losses | undefined {
  const { expected, outcomes = [] } = trials ?? {};
  if (!trials || expected === undefined) return undefined;
  const count = trialCount(trials);
  const found = outcomes.reduce((sum, { outcome, times }) => sum + Number(outcome) * times, 0);
  const lossy = outcomes.reduce((sum, { outcome, times }) => sum + (Number(outcome) < expected ? times : 0), 0);
  return { trials: count, lossy, updates: expected * count, lost: expected * count - found };
}
