import { readFileSync } from 'node:fs';

/** How a file of the system is read; null where there is none. A parameter, so that other machines can be tested here. */
export type ReadText = (path: string) => string | null;

/** Text of a file of `/proc` or `/sys`; null where it does not exist or may not be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
