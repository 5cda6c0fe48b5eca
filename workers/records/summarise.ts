import { summariseRecord } from '@core/analysis/summarise-record';
import { claimSourceOf } from '@core/claims/claim-source';
import type { SummarisedRecord, VerifiedRecord } from '@core/protocol/analysis';
import { withoutMark } from './parse-text';
import type { ReadRecord } from './read';

/** What lists and the claims ledger need of a record that was read or sealed. */
export function summarise(read: ReadRecord): SummarisedRecord {
  return { summary: summariseRecord(read), source: claimSourceOf(read.record, read.analysis) };
}

/** What `verify` says of a record that was read. */
export function verifiedRecord({ record, analysis: { contradiction } }: ReadRecord): VerifiedRecord {
  const { id, hash, schemaVersion, fileFormat = schemaVersion } = record;
  return { id, hash, format: fileFormat, ...(contradiction && { contradiction }) };
}

/** The record as JSON of the current format, for who knows no other; undefined where the file is just that already. */
export function upgradedText({ text, record }: ReadRecord): string | undefined {
  if (record.fileFormat !== undefined) return JSON.stringify(record);
  const plain = withoutMark(text);
  return plain === text ? undefined : plain;
}
