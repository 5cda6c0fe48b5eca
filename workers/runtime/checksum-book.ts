import type { CellRecord } from '@core/record/events';
import { RunFailure } from './run-failure';

/** Remembers what every task of every part returned, and notices the first that returns something else. */
export interface ChecksumBook {
  /** @throws RunFailure `checksums-differ` naming the task, the conditions and both checksums */
  check(cell: CellRecord): void;
}

interface Entry {
  readonly checksum: number | null;
  readonly condition: string;
}

/**
 * Creates an empty book. Tasks are compared within a part, where they have the same name.
 * @param mayDiffer parts in which results differ by design: nothing is noted about them
 */
export function createChecksumBook(mayDiffer: ReadonlySet<string> = new Set()): ChecksumBook {
  const known = new Map<string, Entry>();
  return {
    check({ part, condition, round, tasks }) {
      if (mayDiffer.has(part)) return;
      for (const { task, checksum } of tasks) {
        const key = `${part}/${task}`;
        const first = known.get(key);
        if (!first) known.set(key, { checksum, condition });
        else if (first.checksum !== checksum) {
          throw new RunFailure(
            'checksums-differ',
            `${task} returned ${String(checksum)} under ${condition} in round ${round}, but ${String(first.checksum)} under ${first.condition} before. The same task has to return the same everywhere, so nothing is compared.`,
          );
        }
      }
    },
  };
}
