import type { UpdateLog } from '../record/findings';

/** One update: who made it, and what it read and wrote. */
export interface LoggedUpdate {
  readonly adder: number;
  /** Its number among the updates of this adder. */
  readonly n: number;
  readonly read: number;
  readonly written: number;
}

/** What the values that adders read and wrote prove about the order of their updates. */
export interface ProvenOrder {
  /** One after the other, each before the next. */
  readonly proven: readonly LoggedUpdate[];
  /** Updates that read the same value: each read it before the others had written. Empty where every value was read once. */
  readonly collision: readonly LoggedUpdate[];
  /** How many updates of each adder come later, in an order that is not told. */
  readonly untold: ReadonlyMap<number, number>;
}

/**
 * The order of updates of one counter that began at 0, as far as the values alone prove it. While every value is read exactly
 * once, who reads a value comes after the one who wrote it, and nobody else did. The first value that several read ends that:
 * they overlapped, one of their updates is lost for certain, and from there on the same value may be written twice.
 * Presupposes that all see one order of the reads and writes, as atomic ones have.
 */
export function provenOrder(logs: readonly UpdateLog[]): ProvenOrder {
  const readers = new Map<number, LoggedUpdate[]>();
  const untold = new Map<number, number>();
  for (const { adder, reads, writes } of logs) {
    untold.set(adder, reads.length);
    for (const [n, read] of reads.entries()) {
      const update = { adder, n, read, written: writes[n] ?? read };
      readers.set(read, [...(readers.get(read) ?? []), update]);
    }
  }
  const proven: LoggedUpdate[] = [];
  for (let value = 0; ; value++) {
    const [first, ...others] = readers.get(value) ?? [];
    const collision = first && others.length > 0 ? [first, ...others] : [];
    for (const { adder } of first ? [first, ...others] : []) untold.set(adder, (untold.get(adder) ?? 0) - 1);
    if (!first || collision.length > 0) return { proven, collision, untold };
    proven.push(first);
  }
}

/** Whether logs can be of one counter that began at 0: each update adds one, and reads what somebody wrote. */
export function areOfOneCounter(logs: readonly UpdateLog[]): boolean {
  const written = new Set([0, ...logs.flatMap(({ writes }) => writes)]);
  return logs.every(
    ({ reads, writes }) =>
      reads.length === writes.length && reads.every((read, n) => writes[n] === read + 1 && written.has(read)),
  );
}
