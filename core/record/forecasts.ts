import * as v from 'valibot';
import { sizeQuantities, type ForecastDefinition } from '../experiments/forecasts';
import { measureIds } from '../experiments/measures';
import { identifier, mostListed } from './schema-parts';

/** Most of anything that a person answers in one forecast. */
const mostAnswers = 200;
/** Largest size that can be said: a day in nanoseconds, a hundred terabytes. */
export const largestSize = 1e14;
/** Longest time that a trace may show, in ms. */
export const longestTraceMs = 600_000;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const traceMs = v.pipe(v.number(), v.minValue(0), v.maxValue(longestTraceMs));
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100_000));
const size = v.pipe(v.number(), v.minValue(1), v.maxValue(largestSize));

/** A record of at most so many entries. */
function answers<const Value extends v.GenericSchema>(value: Value) {
  return v.pipe(
    v.record(identifier, value),
    v.check((all) => Object.keys(all).length <= mostAnswers, `At most ${mostAnswers} answers.`),
  );
}

/** What the worker does while a drawn bar lasts: it computes, it stands beside a wait, or a timer runs without it. */
export const traceStates = ['busy', 'blocked', 'timer'] as const;
export type TraceState = (typeof traceStates)[number];

const barSchema = v.pipe(
  v.strictObject({
    task: identifier,
    /** The worker's seat, whose lane it is. */
    lane: identifier,
    state: v.picklist(traceStates),
    startMs: traceMs,
    endMs: traceMs,
  }),
  v.check(({ startMs, endMs }) => endMs > startMs, 'A bar ends after it begins.'),
);
export type TraceBar = v.InferOutput<typeof barSchema>;

/** What a person answered to one forecast, by condition or row. */
export const forecastAnswerSchema = v.variant('kind', [
  /** Nanoseconds or bytes. */
  v.strictObject({ kind: v.literal('size'), sizes: answers(size) }),
  v.strictObject({ kind: v.literal('apart'), percent: answers(percent) }),
  v.strictObject({ kind: v.literal('pick'), picks: answers(identifier) }),
  v.strictObject({ kind: v.literal('marks'), marks: answers(v.strictObject({ x: share, y: share })) }),
  v.strictObject({ kind: v.literal('trace'), bars: answers(v.pipe(v.array(barSchema), v.maxLength(mostAnswers))) }),
]);
export type ForecastAnswer = v.InferOutput<typeof forecastAnswerSchema>;

/** By id of the forecast. */
export const forecastAnswersSchema = answers(forecastAnswerSchema);

const number = v.pipe(v.number(), v.finite());
const positive = v.pipe(number, v.gtValue(0));
const ids = v.pipe(v.array(identifier), v.maxLength(mostAnswers));
const parameterName = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/));

/** What was asked, as a record's definition holds it. */
export const forecastSchema: v.GenericSchema<ForecastDefinition> = v.variant('kind', [
  v.strictObject({
    id: identifier,
    kind: v.literal('size'),
    of: v.picklist(sizeQuantities),
    part: v.exactOptional(identifier),
    conditions: ids,
    from: positive,
    to: positive,
    within: v.pipe(number, v.gtValue(1)),
  }),
  v.strictObject({
    id: identifier,
    kind: v.literal('apart'),
    rows: v.pipe(
      v.array(v.strictObject({ id: identifier, part: identifier, condition: identifier, baseline: identifier })),
      v.maxLength(mostAnswers),
    ),
    to: positive,
    within: positive,
  }),
  v.strictObject({
    id: identifier,
    kind: v.literal('pick'),
    options: ids,
    rows: v.pipe(
      v.array(
        v.strictObject({
          id: identifier,
          part: identifier,
          by: v.union([
            v.strictObject({ condition: identifier, baseline: identifier }),
            v.strictObject({ condition: identifier, measure: v.picklist(measureIds) }),
            v.strictObject({ along: v.pipe(v.array(identifier), v.maxLength(mostListed)) }),
          ]),
        }),
      ),
      v.maxLength(mostAnswers),
    ),
  }),
  v.strictObject({
    id: identifier,
    kind: v.literal('marks'),
    part: identifier,
    conditions: ids,
    x: v.picklist(measureIds),
    y: v.picklist(measureIds),
    within: share,
  }),
  v.strictObject({
    id: identifier,
    kind: v.literal('trace'),
    part: identifier,
    conditions: ids,
    tasks: v.pipe(
      v.array(v.strictObject({ id: identifier, parameter: parameterName, waits: v.boolean() })),
      v.maxLength(mostAnswers),
    ),
    within: share,
    beyondChance: v.exactOptional(share),
  }),
]);
