import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-program';

/** One place of a built program to change. */
export interface Patch {
  /** Path below `out/main`. */
  readonly file: string;
  readonly find: RegExp;
  readonly replacement: string;
}

/**
 * Copies the built app and changes one place of it, for faults that the product itself has no way to cause.
 * @returns the copy's folder
 * @throws Error if the place is not there exactly once: then the test needs another look, not the product
 */
export function patchedApp(folder: string, { file, find, replacement }: Patch): string {
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  const path = join(folder, 'out', 'main', file);
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(new RegExp(find.source, 'g'))].length;
  if (found !== 1) throw new Error(`${file} holds ${String(find)} ${found} times, not once.`);
  writeFileSync(path, text.replace(find, replacement));
  return folder;
}
