import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** The repository's root. */
export const root = resolve(import.meta.dirname, '..', '..');

/** Path of the Electron program that the `electron` package names. */
export function electronProgram(): string {
  return require('electron') as string;
}

/** Root may only run without the sandbox; every other user runs with it. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
