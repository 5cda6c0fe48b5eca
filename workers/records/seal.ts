import * as v from 'valibot';
import { analyse, levelsOf } from '@core/analysis/analysis';
import { recordSchema } from '@core/record/record';
import type { UnsealedRecord } from '@core/record/record';
import type { Annotation } from '@core/protocol/analysis';
import { examined } from './examine';
import { hashOf } from './hash';
import type { ReadRecord } from './read';

/** Computes the verdicts of a run that ended, seals the record and gives the text to be written. */
export function finishRecord(unsealed: UnsealedRecord): ReadRecord {
  const draft = v.parse(recordSchema, { ...unsealed, hash: '0'.repeat(64) });
  // What only the whole run shows (drift, slow cells, other load) is stored with what was seen on the way. The analysis of the
  // sealed record is this one: it rests on neither verdicts nor hash, and adds no warning that is there already.
  const analysis = analyse(draft);
  const levels = levelsOf(analysis);
  const complete = {
    ...draft,
    warnings: [...analysis.warnings],
    verdicts: analysis.parts.flatMap((part) => part.verdicts),
    ...(levels && { levels }),
  };
  const record = { ...complete, hash: hashOf(complete) };
  return { text: textOf(record), json: record, record, analysis: examined(record, analysis) };
}

/** Changes what a person may change (title, notes, answers) and seals anew. The file stays of the format it is of. */
export function annotateRecord({ json, record, analysis }: ReadRecord, changes: Annotation): ReadRecord {
  const changed = {
    title: changes.title ?? record.title,
    notes: changes.notes ?? record.notes,
    answers: { ...record.answers, ...changes.answers },
  };
  const hash = hashOf({ ...json, ...changed });
  const sealed = { ...json, ...changed, hash };
  // The analysis rests on none of these.
  return { text: textOf(sealed), json: sealed, record: { ...record, ...changed, hash }, analysis };
}

function textOf(record: object): string {
  return `${JSON.stringify(record)}\n`;
}
