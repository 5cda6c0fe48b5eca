import { openSync, readSync } from 'node:fs';

/** `nr_migrations` of `/proc/<pid>/task/<tid>/sched` (Linux kernels that have that file); null for a text without it. */
export function parseMigrations(text: string): number | null {
  const count = /nr_migrations\s*:\s*(\d+)/.exec(text)?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * Reads how often the creating thread was moved to another core since it began; null where the system does not tell. The
 * file stays open (5 µs a reading).
 */
export function createMigrationReader(path = '/proc/thread-self/sched'): () => number | null {
  // The field stands within the first lines; the rest of the file is not needed.
  const text = Buffer.alloc(1024);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return () => null;
  }
  return () => {
    try {
      return parseMigrations(text.toString('latin1', 0, readSync(file, text, 0, text.length, 0)));
    } catch {
      return null;
    }
  };
}
