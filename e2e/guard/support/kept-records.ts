import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { root } from '../../support/electron-program';

/** Records of format 1, as they were written by the program of their day; never made anew. */
export const keptFolder = join(root, 'fixtures', 'format-1');

/** Names of the kept records, such as `noise-floor.quick`, in alphabetical order. */
export function keptRecords(): readonly string[] {
  return readdirSync(keptFolder)
    .filter((name) => name.endsWith('.json.gz'))
    .map((name) => name.replace('.json.gz', ''))
    .sort();
}

/** The text of a kept record, exactly as it was written. */
export function keptText(name: string): string {
  return gunzipSync(readFileSync(join(keptFolder, `${name}.json.gz`))).toString('utf8');
}
