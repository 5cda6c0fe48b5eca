/** What was counted around an execution that was slow. Undefined: the system does not tell, or the record is older. */
export interface SlowCounters {
  /** Wall time of the execution. */
  readonly durationNs: number;
  /** Both sentinels together: how long they took, and of that, how long their thread had no core. */
  readonly sentinelNs: number;
  readonly sentinelWaitedNs: number | undefined;
  /** From before the first sentinel until after the second. */
  readonly observedNs: number;
  readonly throttles: number | undefined;
  readonly throttledNs: number | undefined;
  /** CPU time of other programs. */
  readonly otherNs: number | undefined;
  /** Of the worker for which it was most; beside it what is usual for the condition (the median of its executions). */
  readonly waitedNs: UsualAndNow | undefined;
  readonly garbageNs: UsualAndNow | undefined;
  readonly migrations: UsualAndNow | undefined;
}

export interface UsualAndNow {
  readonly now: number;
  readonly usual: number;
}

/** In the order in which they are looked for: what causes others comes before them. */
export const slowReasonIds = [
  'throttled',
  'worker-waited',
  'sentinel-waited',
  'garbage',
  'other-load',
  'migrated',
  'unknown',
  'not-told',
] as const;
export type SlowReasonId = (typeof slowReasonIds)[number];

/** Why, with the counters that say so: times in nanoseconds, shares from 0 to 1. */
export type SlowReason =
  | { readonly id: 'throttled'; readonly times: number; readonly ns: number; readonly ofNs: number }
  | { readonly id: 'worker-waited' | 'garbage'; readonly ns: number; readonly usualNs: number; readonly ofNs: number }
  | { readonly id: 'sentinel-waited'; readonly ns: number; readonly ofNs: number }
  | { readonly id: 'other-load'; readonly cores: number }
  | { readonly id: 'migrated'; readonly times: number; readonly usual: number }
  | { readonly id: 'unknown' | 'not-told' };

/**
 * From when on a counter is a reason. Shares of the time in which it was counted; what an execution of its condition always
 * has is no reason why one was slow, so worker's counters are taken above the usual.
 */
export const slowThresholds = {
  /** A quota that stopped the program for this share of the observed time. */
  throttledShare: 0.05,
  /** A worker without a core, or collecting garbage, for this share of the execution more than usual. */
  workerShare: 0.05,
  /** A sentinel is called slow at 1.3 times the median: a third of that has to be waiting. */
  sentinelShare: 0.1,
  /** Other programs using more than this many cores, as in the warning about a round. */
  otherCores: 0.25,
  /** Counters of the cores have steps of 10 ms: fewer than these say nothing. */
  otherLeastNs: 30e6,
  /** Moved to another core so much more often than usual. */
  migrations: 2,
} as const;

/**
 * Why an execution was slow: the first of the reasons, in the order of `slowReasonIds`, whose counter reaches its threshold.
 * A quota that stops threads also makes them wait, other programs make them wait too, and who waits is moved: hence this
 * order. `not-told`: no counter is known at all; `unknown`: those that are known do not say.
 */
export function slowReason(counters: SlowCounters): SlowReason {
  const { durationNs, observedNs, sentinelNs, sentinelWaitedNs, throttledNs, otherNs } = counters;
  const { waitedNs, garbageNs, migrations } = counters;
  const limits = slowThresholds;
  if (throttledNs !== undefined && throttledNs > 0 && throttledNs >= limits.throttledShare * observedNs) {
    return { id: 'throttled', times: counters.throttles ?? 0, ns: throttledNs, ofNs: observedNs };
  }
  const leastNs = limits.workerShare * durationNs;
  if (waitedNs && isAbove(waitedNs, leastNs)) {
    return { id: 'worker-waited', ns: waitedNs.now, usualNs: waitedNs.usual, ofNs: durationNs };
  }
  if (sentinelWaitedNs !== undefined && sentinelWaitedNs > 0 && sentinelWaitedNs >= limits.sentinelShare * sentinelNs) {
    return { id: 'sentinel-waited', ns: sentinelWaitedNs, ofNs: sentinelNs };
  }
  if (garbageNs && isAbove(garbageNs, leastNs)) {
    return { id: 'garbage', ns: garbageNs.now, usualNs: garbageNs.usual, ofNs: durationNs };
  }
  if (otherNs !== undefined && otherNs >= limits.otherLeastNs && otherNs > limits.otherCores * observedNs) {
    return { id: 'other-load', cores: otherNs / observedNs };
  }
  if (migrations && isAbove(migrations, limits.migrations)) {
    return { id: 'migrated', times: migrations.now, usual: migrations.usual };
  }
  const told = [sentinelWaitedNs, throttledNs, otherNs, waitedNs, migrations];
  return { id: told.every((one) => one === undefined) ? 'not-told' : 'unknown' };
}

function isAbove({ now, usual }: UsualAndNow, least: number): boolean {
  return now - usual > 0 && now - usual >= least;
}
