import { summariseRecord } from '@core/analysis/summarise-record';
import { claimSourceOf } from '@core/claims/claim-source';
import type { SummarisedRecord } from '@core/protocol/analysis';
import type { ReadRecord } from './read';

/** What lists and the claims ledger need of a record that was read or sealed. */
export function summarise(read: ReadRecord): SummarisedRecord {
  return { summary: summariseRecord(read), source: claimSourceOf(read.record, read.analysis) };
}

/** The record as JSON of the current format, for who knows no other; undefined where the file is that already. */
export function upgradedText({ record }: ReadRecord): string | undefined {
  return record.fileFormat === undefined ? undefined : JSON.stringify(record);
}
