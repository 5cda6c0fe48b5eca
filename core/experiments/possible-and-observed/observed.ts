import { trialCount } from '../../analysis/trials';
import type { CellRecord } from '../../record/events';
import { wilsonInterval, wilsonPercent, type ShareInterval } from '../../statistics/wilson';

/** How often trials of a condition ended with a value, in all measured rounds. */
export interface ObservedOutcomes {
  readonly trials: number;
  /** By what the counter held; what is absent did not occur. */
  readonly times: ReadonlyMap<number, number>;
}

/** The trials of a condition in all measured rounds (not the warm-up), counted; undefined where there are none. */
export function observedOutcomes(cells: readonly CellRecord[], condition: string): ObservedOutcomes | undefined {
  const told = cells.flatMap((cell) => {
    return cell.condition === condition && cell.round > 0 && cell.trials ? [cell.trials] : [];
  });
  if (told.length === 0) return undefined;
  const times = new Map<number, number>();
  for (const { outcome, times: more } of told.flatMap(({ outcomes }) => outcomes)) {
    times.set(Number(outcome), (times.get(Number(outcome)) ?? 0) + more);
  }
  return { trials: told.reduce((sum, one) => sum + trialCount(one), 0), times };
}

/** The share of the trials that ended with a value, with its Wilson interval. */
export function shareOf({ trials, times }: ObservedOutcomes, counter: number): ShareInterval {
  return wilsonInterval(times.get(counter) ?? 0, trials);
}

/** The same in per cent, as figures tell it. */
export function percentOf({ trials, times }: ObservedOutcomes, counter: number): ShareInterval {
  return wilsonPercent(times.get(counter) ?? 0, trials);
}
