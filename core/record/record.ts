import * as v from 'valibot';
import { environmentSchema } from './environment';
import {
  calibrationSchema,
  candidatesSchema,
  cellSchema,
  clockMappingSchema,
  hiringSchema,
  loadSchema,
  messageTripsSchema,
  pinningSchema,
  stopSchema,
  warningSchema,
  workerSchema,
  workloadCalibrationSchema,
} from './events';
import { spareRoundSchema } from './lost-measures';
import { definitionSchema } from './definition';
import { planSchema, predictionSchema } from './plan';
import { currentFormat } from './upgrade/upgrade';
import { rulesSchema } from '../rules/rules';
import { count, identifier, longText, runId, shortText, utcTime } from './schema-parts';
import { levelVerdictSchema, verdictSchema } from '../analysis/verdicts';

/** Why a run did not complete. */
export const failureReasons = [
  'worker-crashed',
  'out-of-memory',
  'killed',
  'launch-failed',
  'unresponsive',
  'protocol-error',
  'time-budget',
  'disk-full',
  'io-error',
  'service-gone',
  'task-failed',
  'checksums-differ',
  'app-quit',
  'app-crash',
] as const;
export type FailureReason = (typeof failureReasons)[number];

export const outcomeSchema = v.variant('status', [
  v.strictObject({ status: v.literal('completed') }),
  v.strictObject({ status: v.literal('cancelled') }),
  v.strictObject({ status: v.literal('failed'), reason: v.picklist(failureReasons), message: longText }),
  v.strictObject({ status: v.literal('interrupted'), reason: v.picklist(failureReasons), message: longText }),
]);
export type RunOutcome = v.InferOutput<typeof outcomeSchema>;

/** What the run said about an answer at the time; `not-told`: the run could not tell. */
export const answerOutcomes = ['right', 'wrong', 'not-told'] as const;

/** A question with options: what was answered first, which stays, and what last. Both are ids of options. */
const choiceSchema = v.strictObject({ first: identifier, last: identifier });

/** Most questions of one kind in a lesson. */
const mostQuestions = 10;

/** What a student wrote and chose after the run. */
export const answersSchema = v.strictObject({
  /** The answer to what Observe asks about the run, with the outcome of the first one. */
  observed: v.exactOptional(v.strictObject({ ...choiceSchema.entries, outcome: v.picklist(answerOutcomes) })),
  /** What the student would say now about the reason given before the run. */
  why: v.exactOptional(longText),
  observation: v.optional(longText),
  analogy: v.optional(longText),
  /** The answers in the new situations, by the situation's id. */
  transfers: v.exactOptional(v.pipe(v.record(identifier, choiceSchema), v.maxEntries(mostQuestions))),
  /** The answer in the one new situation of records made before there were two: the last one that was chosen. */
  transfer: v.optional(identifier),
});
export type Answers = v.InferOutput<typeof answersSchema>;

/** What is known about a run before its first event. */
export const recordHeaderSchema = v.strictObject({
  schemaVersion: v.literal(currentFormat),
  id: runId,
  appVersion: shortText,
  startedAt: utcTime,
  origin: v.picklist(['window', 'command-line']),
  environment: environmentSchema,
  plan: planSchema,
  /** The experiment that was run and judged: resolved for this machine, preset and choice. */
  definition: definitionSchema,
  /** What it is judged by, also by later programs. */
  rules: rulesSchema,
  prediction: predictionSchema,
});
export type RecordHeader = v.InferOutput<typeof recordHeaderSchema>;

/**
 * The stored result of a run: plan, definition, rules, machine, raw samples and spans. Summaries are recomputed from it by
 * `core/analysis`; the verdicts are stored as they were computed when the run ended.
 */
export const recordSchema = v.strictObject({
  ...recordHeaderSchema.entries,
  title: shortText,
  tags: v.pipe(v.array(shortText), v.maxLength(20)),
  notes: longText,
  endedAt: utcTime,
  outcome: outcomeSchema,
  answers: answersSchema,
  order: v.array(v.tuple([count, identifier, identifier])),
  calibration: v.nullable(calibrationSchema),
  hirings: v.array(hiringSchema),
  workers: v.array(workerSchema),
  messageTrips: v.array(messageTripsSchema),
  cells: v.array(cellSchema),
  loads: v.array(loadSchema),
  warnings: v.array(warningSchema),
  verdicts: v.array(verdictSchema),
  /** The following are absent where they do not apply, and in records made before they were stored. */
  workloadCalibrations: v.optional(v.array(workloadCalibrationSchema)),
  pinnings: v.optional(v.array(pinningSchema)),
  stop: v.optional(stopSchema),
  /** Verdicts about single conditions, as they were computed when the run ended. */
  levels: v.optional(v.array(levelVerdictSchema)),
  clockMappings: v.optional(v.array(clockMappingSchema)),
  /** The kernel's speed in further hosts; `calibration` is that of a thread. */
  hostCalibrations: v.exactOptional(v.array(calibrationSchema)),
  /** Rounds measured beyond the planned ones because earlier rounds had lost a measure; absent where there were none. */
  spareRounds: v.exactOptional(v.array(spareRoundSchema)),
  /** What a search left to be confirmed in the rounds after it; absent where nothing was searched, or it was not completed. */
  candidates: v.exactOptional(candidatesSchema),
  /** SHA-256 over everything but title, tags, notes and itself: proves integrity, not honesty. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
/**
 * A record in memory. `fileFormat` is set while it comes from a file of an older format, which stays as it is on disk; it is
 * never stored.
 */
export type RunRecord = v.InferOutput<typeof recordSchema> & { readonly fileFormat?: number };
/** A record before its hash is computed. */
export type UnsealedRecord = Omit<RunRecord, 'hash'>;
