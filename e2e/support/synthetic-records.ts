/** Synthetic records in the app's data folder, for tests of how records look. Nothing in them was measured. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalText } from '@core/runs/canonical';
import type { RunRecord } from '@core/runs/record';

/**
 * Stores a record sealed, as the app would have, under an id of its own. The app must not be running yet.
 * @param number 0..15, another for each record of a folder
 * @returns its id
 */
export function storeRecord(dataFolder: string, record: RunRecord, number: number): string {
  const id = `20260101T0000${String(number).padStart(2, '0')}Z-0000000${number.toString(16)}`;
  const named = { ...record, id };
  const hash = createHash('sha256').update(canonicalText(named)).digest('hex');
  const folder = join(dataFolder, 'records');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.json`), JSON.stringify({ ...named, hash }));
  return id;
}
