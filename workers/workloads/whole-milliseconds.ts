/**
 * The wait that is really asked of the clock: whole milliseconds, at least 1, or none at all for 0. Node's timers know
 * nothing finer (they cut off the fraction and wait 1 ms where 0 is asked), so blocking waits and the server's latencies
 * are rounded in the same way: a wait is as long whoever waits.
 */
export function wholeMilliseconds(wantedMs: number): number {
  return wantedMs <= 0 ? 0 : Math.max(1, Math.round(wantedMs));
}
