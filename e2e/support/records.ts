import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { analyse, levelsOf, verdictsOf } from '@core/analysis/analysis';
import { unwrap } from '@core/ipc/envelope';
import { listingOf } from '@core/ipc/payloads';
import type { RecordListing } from '@core/ipc/payloads';
import { canonicalText } from '@core/record/canonical';
import { recordSchema } from '@core/record/record';
import type { RunRecord } from '@core/record/record';

/** Reads a record file and checks it against the schema. */
export function readRecord(path: string): RunRecord {
  return v.parse(recordSchema, JSON.parse(readFileSync(path, 'utf8')));
}

/** Paths of the records in the Notebook of a data folder. */
export function recordFilesIn(dataFolder: string): readonly string[] {
  const folder = join(dataFolder, 'records');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => join(folder, name));
}

/** The records in the Notebook of a data folder, each checked against the schema. */
export function recordsIn(dataFolder: string): readonly RunRecord[] {
  return recordFilesIn(dataFolder).map(readRecord);
}

/** Puts a synthetic record into a data folder, with its verdicts and a valid hash, as if its run had ended there. */
export function placeRecord(dataFolder: string, unsealed: RunRecord): void {
  const levels = levelsOf(analyse(unsealed));
  storeRecord(dataFolder, { ...unsealed, verdicts: verdictsOf(unsealed), ...(levels && { levels }) });
}

/** The hash that a record with this content has. */
export function hashOf(record: RunRecord): string {
  return createHash('sha256').update(canonicalText(record)).digest('hex');
}

/** Seals a synthetic record and puts it into the Notebook of a data folder whose app is not started yet. */
export function storeRecord(dataFolder: string, record: RunRecord): RunRecord {
  const sealed = v.parse(recordSchema, { ...record, hash: hashOf(record) });
  const folder = join(dataFolder, 'records');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${record.id}.json`), `${JSON.stringify(sealed)}\n`);
  return sealed;
}

/** The Notebook as a page is told. @throws LabError if main refuses */
export async function listedIn(page: Page): Promise<RecordListing> {
  return listingOf(unwrap(await page.evaluate(() => window.lab['records.list'](undefined))));
}

/** Whether the list has so many rows, and all files are read. */
export async function areAllRead(page: Page, count: number): Promise<boolean> {
  const { rows, reading } = await listedIn(page);
  return reading === null && rows.length === count;
}
