import * as v from 'valibot';
import { presets } from '../experiments/definition-types';
import { lessonSteps } from '../experiments/lesson-steps';
import { forecastAnswersSchema } from '../record/forecasts';
import { identifier, longText, runId, utcTime } from '../record/schema-parts';

const positive = v.pipe(v.number(), v.minValue(0), v.maxValue(60_000));
const fieldText = v.pipe(v.string(), v.maxLength(40));

/**
 * Where a person is in one lesson, kept across restarts. A prediction that was frozen is not in it: it belongs to its run
 * and is read from the run's record.
 */
export const rememberedLessonSchema = v.strictObject({
  step: v.picklist(lessonSteps),
  /** The prediction in the making: part -> condition -> milliseconds; what is unset is absent. */
  totalsMs: v.record(identifier, v.record(identifier, v.pipe(v.number(), v.minValue(1), v.maxValue(60_000)))),
  /** The same for a curve that is sketched (times as fast as one) and for an order (places from 1). */
  speedups: v.optional(v.record(identifier, v.record(identifier, positive)), {}),
  places: v.optional(v.record(identifier, v.record(identifier, positive)), {}),
  /** Answers to what is asked beside the parts, as far as they are set. */
  forecasts: v.exactOptional(forecastAnswersSchema),
  reason: longText,
  isSkipped: v.boolean(),
  form: v.strictObject({
    preset: v.picklist(presets),
    parameters: v.record(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)), fieldText),
    seed: fieldText,
  }),
  /** The latest run that was started from this lesson, and the one that was put away by starting anew. */
  runId: v.optional(runId),
  leftRun: v.optional(runId),
  isObserved: v.boolean(),
  hasSeenExplanation: v.boolean(),
  isAnalogyRevealed: v.boolean(),
  changedAt: utcTime,
});
export type RememberedLesson = v.InferOutput<typeof rememberedLessonSchema>;

/** By experiment id. */
export const rememberedLessonsSchema = v.record(identifier, rememberedLessonSchema);
export type RememberedLessons = v.InferOutput<typeof rememberedLessonsSchema>;
