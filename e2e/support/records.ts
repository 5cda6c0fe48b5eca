import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { recordSchema } from '@core/runs/record';
import type { RunRecord } from '@core/runs/record';

/** Reads a record file and checks it against the schema. */
export function readRecord(path: string): RunRecord {
  return v.parse(recordSchema, JSON.parse(readFileSync(path, 'utf8')));
}
