import { isSameMachine } from '../claims/claim-source';
import type { MachineIdentity } from '../claims/claim-types';
import type { Preset } from '../experiments/definition-types';
import type { RecordSummary } from '../ipc/payloads';
import { median } from '../statistics/quantile';

/** Runs that an estimate rests on: a machine may have become faster or slower since. */
const latestRuns = 3;

/** How long a preset of an experiment took here of late. */
export interface UsualSeconds {
  /** Median of the runs, from their start to their end. */
  readonly seconds: number;
  readonly runs: number;
}

/**
 * The time of this machine's own last runs with the experiment's own sizes and the preset's rounds; undefined where there are
 * none.
 * @param summaries newest first
 */
export function usualSeconds(
  summaries: readonly RecordSummary[],
  machine: MachineIdentity,
  { experiment, preset, rounds }: { readonly experiment: string; readonly preset: Preset; readonly rounds: number },
): UsualSeconds | undefined {
  const own = summaries.filter(
    (one) =>
      one.experiment === experiment &&
      one.preset === preset &&
      one.rounds === rounds &&
      one.outcome.status === 'completed' &&
      one.usualOn !== undefined &&
      isSameMachine(one.usualOn, machine),
  );
  const latest = own.slice(0, latestRuns).map(({ seconds }) => seconds);
  return latest.length === 0 ? undefined : { seconds: median(latest), runs: latest.length };
}

/** How runs of one kind went here of late, against what was expected of them. */
export interface UsualPace {
  /** Time / expected time, median of the runs. */
  readonly ratio: number;
  readonly runs: number;
}

/**
 * The pace of this machine's own last completed runs of a kind that has no sizes of its own; undefined where there are none.
 * @param summaries newest first
 */
export function usualPace(
  summaries: readonly RecordSummary[],
  machine: MachineIdentity,
  { experiment, isSearch }: { readonly experiment: string; readonly isSearch: boolean },
): UsualPace | undefined {
  const paces = summaries.flatMap((one) => {
    const isOwn =
      one.experiment === experiment &&
      one.outcome.status === 'completed' &&
      one.usualOn !== undefined &&
      isSameMachine(one.usualOn, machine);
    return isOwn && one.pace?.isSearch === isSearch ? [one.pace.ratio] : [];
  });
  const latest = paces.slice(0, latestRuns);
  return latest.length === 0 ? undefined : { ratio: median(latest), runs: latest.length };
}
