import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { definitionFor } from '@core/experiments/definition-for';
import { analyse, levelsOf } from '@core/analysis/analysis';
import { canonicalText } from '@core/record/canonical';
import { currentSchemaVersion, recordSchema } from '@core/record/record';
import type { RunRecord, UnsealedRecord } from '@core/record/record';
import { claimSourceOf } from '@core/claims/claim-source';
import { summariseRecord } from '@core/analysis/summarise-record';
import type { Annotation, RecordProblem, SealedRecord, SummarisedRecord } from '../protocol';

/** SHA-256 (FIPS 180-4, by node:crypto) of a record's canonical text, as 64 hex digits. */
export function hashOf(record: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalText(record)).digest('hex');
}

/** Computes the verdicts of a run that ended, seals the record and gives the text to be written. */
export function finishRecord(unsealed: UnsealedRecord): SealedRecord {
  const draft = v.parse(recordSchema, { ...unsealed, hash: '0'.repeat(64) });
  // What only the whole run shows (drift, slow cells, other load) is stored with what was seen on the way.
  const analysis = analyse(draft);
  const levels = levelsOf(analysis);
  const complete = {
    ...draft,
    warnings: [...analysis.warnings],
    verdicts: analysis.parts.flatMap((part) => part.verdicts),
    ...(levels && { levels }),
  };
  return sealed({ ...complete, hash: hashOf(complete) });
}

function sealed(record: RunRecord): SealedRecord {
  return { text: `${JSON.stringify(record)}\n`, record, analysis: analyse(record) };
}

export class UnusableRecord extends Error {
  override readonly name = 'UnusableRecord';
  readonly problem: RecordProblem;

  constructor(problem: RecordProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads the text of a record file, checks schema and hash, and analyses it. @throws UnusableRecord saying what is wrong */
export function openRecord(text: string): SealedRecord {
  const record = checkedRecord(text);
  return { text, record, analysis: analyse(record) };
}

/** What lists and the claims ledger need of a record file. @throws UnusableRecord as `openRecord` */
export function summariseText(text: string): SummarisedRecord {
  const opened = openRecord(text);
  return { summary: summariseRecord(opened), source: claimSourceOf(opened.record) };
}

function checkedRecord(text: string): RunRecord {
  const record = parseRecord(text);
  const computed = hashOf(record);
  if (computed !== record.hash) {
    throw new UnusableRecord({
      kind: 'hash',
      message: `The content does not match its hash: the record was changed after it was written (hash stored ${record.hash}, computed ${computed}).`,
    });
  }
  if (!definitionFor(record.plan)) {
    throw new UnusableRecord({
      kind: 'unknown-experiment',
      message: `The record is of the experiment "${record.plan.experiment}", which this version does not have. Update Concurrency Lab to open it.`,
    });
  }
  return record;
}

function parseRecord(text: string): RunRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UnusableRecord({
      kind: 'not-json',
      message: `The file is not complete JSON: it was cut off or is no record (${detail}).`,
    });
  }
  const version = typeof json === 'object' && json !== null && 'schemaVersion' in json ? json.schemaVersion : undefined;
  if (typeof version === 'number' && version > currentSchemaVersion) {
    throw new UnusableRecord({
      kind: 'newer-schema',
      message: `The record has schema version ${version}; this program reads up to ${currentSchemaVersion}. Update Concurrency Lab to open it.`,
    });
  }
  const parsed = v.safeParse(recordSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UnusableRecord({
    kind: 'schema',
    message: `The file is not a run record: at ${v.getDotPath(issue) ?? 'the top'}, ${issue.message}`,
  });
}

/** Changes what a person may change (title, notes, answers) and seals anew. @throws UnusableRecord */
export function annotateRecord(text: string, changes: Annotation): SealedRecord {
  const { record } = openRecord(text);
  const changed: RunRecord = {
    ...record,
    title: changes.title ?? record.title,
    notes: changes.notes ?? record.notes,
    answers: { ...record.answers, ...changes.answers },
  };
  return sealed({ ...changed, hash: hashOf(changed) });
}
