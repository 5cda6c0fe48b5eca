import * as v from 'valibot';
import { analyse } from '@core/analysis/analysis';
import { findExperiment } from '@core/experiments/catalogue';
import { workbenchId } from '@core/experiments/workbench/definition';
import { recordSchema } from '@core/record/record';
import type { RunRecord } from '@core/record/record';
import { currentFormat, formatOf, upgraded } from '@core/record/upgrade/upgrade';
import { step } from '@core/statistics/step';
import { hasRules } from '@core/rules/registry';
import type { Analysis } from '@core/analysis/types';
import { examined } from './examine';
import { hashOf } from './hash';
import { parseText, type Json } from './parse-text';
import { UnusableRecord } from './unusable-record';

export { UnusableRecord };

/** A record file as it was read. */
export interface ReadRecord {
  readonly text: string;
  /** What the file holds, of whatever format; `record` is the same in the current one. */
  readonly json: Json;
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

/**
 * Reads the text of a record file: checks schema and hash, brings it to the current format, analyses it by the definition
 * and the rules that it holds, and looks whether everything in it follows from the rest. @throws UnusableRecord saying what is wrong
 */
export function readRecord(text: string): ReadRecord {
  step();
  const json = parseText(text);
  step();
  const record = parseRecord(json);
  step();
  // The hash is over what the file itself holds, of whatever format.
  const computed = hashOf(json);
  if (computed !== record.hash) {
    throw new UnusableRecord(
      'hash',
      `The content does not match its hash: the record was changed after it was written (hash stored ${record.hash}, computed ${computed}).`,
    );
  }
  step();
  refuseUnknownExperiment(json);
  if (!hasRules(record.rules)) {
    const message = `The record was judged by the rules "${record.rules.name}", which this version does not have. ${update}`;
    throw new UnusableRecord('unknown-rules', message);
  }
  return { text, json, record, analysis: examined(record, analyse(record)) };
}

const update = 'Update Concurrency Lab to open it.';

function parseRecord(json: Json): RunRecord {
  const format = formatOf(json);
  if (format !== undefined && format > currentFormat) {
    throw new UnusableRecord(
      'newer-schema',
      `The record has schema version ${format}; this program reads up to ${currentFormat}. ${update}`,
    );
  }
  const parsed = v.safeParse(recordSchema, upgraded(json));
  if (parsed.success) {
    return format === undefined || format === currentFormat ? parsed.output : { ...parsed.output, fileFormat: format };
  }
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'the top';
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const by = typeof json['appVersion'] === 'string' ? ` It was written by version ${json['appVersion']}.` : '';
    const message = `The record holds "${place}", which this version does not know.${by} ${update}`;
    throw new UnusableRecord('newer-schema', message);
  }
  // Of an experiment that no format 1 program had there is no definition to add.
  if (place === 'definition') refuseUnknownExperiment(json);
  throw new UnusableRecord('schema', `The file is not a run record: at ${place}, ${issue.message}`);
}

function refuseUnknownExperiment({ plan }: Json): void {
  const experiment = (plan as { readonly experiment?: unknown } | null | undefined)?.experiment;
  if (typeof experiment !== 'string' || experiment === workbenchId || findExperiment(experiment)) return;
  throw new UnusableRecord(
    'unknown-experiment',
    `The record is of the experiment "${experiment}", which this version does not have. ${update}`,
  );
}
