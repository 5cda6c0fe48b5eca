/** One ping: sent and answered on the own clock, stamped by the other side on its clock, all in nanoseconds. */
export interface ClockPing {
  readonly sentNs: number;
  readonly atNs: number;
  readonly gotNs: number;
}

/**
 * What must be added to the own clock to read the other one, from the ping with the shortest round trip: the stamp was
 * taken somewhere inside that trip, so the error is at most half of it (D. L. Mills, "Internet Time Synchronization: the
 * Network Time Protocol", IEEE Transactions on Communications 39, 1991).
 * @throws RangeError without pings
 */
export function clockOffset(pings: readonly ClockPing[]): {
  readonly offsetNs: number;
  readonly shortestTripNs: number;
} {
  const [first] = pings;
  if (!first) throw new RangeError('A clock cannot be mapped without pings.');
  const tripOf = ({ sentNs, gotNs }: ClockPing): number => gotNs - sentNs;
  const best = pings.reduce((shortest, ping) => (tripOf(ping) < tripOf(shortest) ? ping : shortest), first);
  return { offsetNs: Math.round(best.atNs - (best.sentNs + best.gotNs) / 2), shortestTripNs: Math.round(tripOf(best)) };
}
