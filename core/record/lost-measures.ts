import * as v from 'valibot';
import { measureIds } from '../experiments/measures';
import { count, identifier } from './schema-parts';

/**
 * Why a cell lacks a measure: the window drew too few frames around it; synthetic inputs did not reach the page; no probe, or no
 * heartbeat, was due in it; its work ended before it was done; the system did not tell.
 */
export const lossReasons = ['no-frames', 'inputs-lost', 'no-probe-due', 'no-beat', 'ended-early', 'not-told'] as const;
export type LossReason = (typeof lossReasons)[number];

/** A measure that some rounds of a condition lost, and why the first of them did. */
export const lostMeasureSchema = v.strictObject({
  part: identifier,
  condition: identifier,
  measure: v.picklist(measureIds),
  rounds: v.array(count),
  reason: v.picklist(lossReasons),
});
export type LostMeasure = v.InferOutput<typeof lostMeasureSchema>;

/** A round that was measured beyond the planned ones, and what earlier rounds had lost then. */
export const spareRoundSchema = v.strictObject({ round: count, missing: v.array(lostMeasureSchema) });
export type SpareRound = v.InferOutput<typeof spareRoundSchema>;
