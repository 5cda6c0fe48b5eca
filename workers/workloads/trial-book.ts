import type { TrialsRecord } from '@core/record/findings';

/** Counts how often each outcome of a trial came. */
export interface TrialBook {
  /** @param expected what a counter would hold if no update were lost */
  add(outcome: string | number, expected?: number, times?: number): void;
  /** What was added since this was last asked; undefined where nothing was. */
  take(): TrialsRecord | undefined;
}

/** An empty book. */
export function createTrialBook(): TrialBook {
  let times = new Map<string, number>();
  let known: number | undefined;
  return {
    add(outcome, expected, more = 1) {
      known = expected;
      times.set(String(outcome), (times.get(String(outcome)) ?? 0) + more);
    },
    take() {
      if (times.size === 0) return undefined;
      const outcomes = [...times].map(([outcome, n]) => ({ outcome, times: n }));
      times = new Map();
      outcomes.sort((a, b) => (a.outcome < b.outcome ? -1 : 1));
      return { ...(known !== undefined && { expected: known }), outcomes };
    },
  };
}
