import * as v from 'valibot';
import { count, identifier } from '../record/schema-parts';

/** Most resamples of one interval, ten times what any set takes: each comparison is resampled as often. */
const mostResamples = 20_000;

/**
 * By what a record is judged, as the record holds it: names of rules, and the numbers that they take. The numbers of the
 * experiment itself (its smallest difference, its thresholds) stand in its definition.
 */
export const rulesSchema = v.strictObject({
  /** Names the set in `core/rules`: the year, and its number within the year. */
  name: identifier,
  /** What one comparison estimates from its rounds. */
  estimator: identifier,
  interval: v.strictObject({
    method: identifier,
    /** Share of intervals that are meant to hold the true value, between 0 and 1; few rounds give another one. */
    confidence: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
    resamples: v.pipe(count, v.minValue(1), v.maxValue(mostResamples)),
  }),
  /** Rounds below which nothing is decided. */
  minimumRounds: v.pipe(count, v.minValue(1)),
  /** How the smallest ratio that a part can tell from chance is found. */
  floor: identifier,
  /** Largest floor at which two conditions may be called the same; absent: there is no such limit. */
  largestFloor: v.exactOptional(v.pipe(v.number(), v.minValue(1))),
  /** How a measure is held against a threshold. */
  levels: identifier,
  /** Names the rules of the claims ledger at that time. */
  claims: identifier,
});
export type Rules = v.InferOutput<typeof rulesSchema>;
