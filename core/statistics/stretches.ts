/** A stretch on a line, from its begin to its end; any unit. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The same set of places as stretches that neither touch nor overlap, ascending; empty ones are left out. */
export function unionOf(stretches: readonly Stretch[]): Stretch[] {
  const sorted = stretches.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const joined: Stretch[] = [];
  for (const next of sorted) {
    const last = joined.at(-1);
    if (last && next.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else joined.push(next);
  }
  return joined;
}

/** What is left of a stretch without others. */
export function without(whole: Stretch, others: readonly Stretch[]): Stretch[] {
  let from = whole.from;
  const left: Stretch[] = [];
  for (const other of unionOf(others)) {
    if (other.to <= whole.from || other.from >= whole.to) continue;
    if (other.from > from) left.push({ from, to: other.from });
    from = Math.max(from, other.to);
  }
  if (from < whole.to) left.push({ from, to: whole.to });
  return left;
}

/** Sum of the lengths of stretches that do not overlap. */
export function lengthOf(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Length of the places that lie in both. Neither may overlap itself. */
export function sharedLength(one: readonly Stretch[], other: readonly Stretch[]): number {
  let sum = 0;
  for (const a of one) {
    for (const b of other) sum += Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  }
  return sum;
}
