/** One question for another program's clock: when it was asked, what the answer was, when that was here. */
export interface ClockTrip {
  readonly askedNs: number;
  readonly toldNs: number;
  readonly gotNs: number;
}

/**
 * Turns another program's times into those of the run. Where every answer lies between question and answer here, the two have one
 * clock, and nothing is changed. Otherwise the clock is set by the shortest trip, whose middle its answer is taken to be: so nothing
 * that a message caused comes before it.
 */
export function mapTimes(trips: readonly ClockTrip[]): (ns: number) => number {
  if (trips.every(({ askedNs, toldNs, gotNs }) => askedNs <= toldNs && toldNs <= gotNs)) return Math.round;
  const [shortest] = [...trips].sort((a, b) => a.gotNs - a.askedNs - (b.gotNs - b.askedNs));
  const offsetNs = shortest ? (shortest.askedNs + shortest.gotNs) / 2 - shortest.toldNs : 0;
  return (ns) => Math.round(ns + offsetNs);
}
