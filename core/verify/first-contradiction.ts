import type { Analysis } from '../analysis/types';
import type { RunRecord } from '../record/record';
import { acrossCellsThatDoNotFollow } from './across-cells';
import { cellsThatDoNotFollow } from './cells';
import type { Contradiction, Contradictions } from './contradiction';
import { crewsThatDoNotFollow } from './crews';
import { datesThatDoNotFollow } from './dates';
import { insidesThatDoNotFollow } from './inside-cells';
import { planThatDoesNotFollow } from './plan';
import { pythonAnswersThatDoNotFollow } from './python-answers';
import { verdictsThatDoNotFollow } from './verdicts';

/** A record as it was read, its hash not asked for. */
export type ExaminedRecord = Omit<RunRecord, 'hash'>;

/**
 * Everything in a record that does not follow from the rest of it, lazily: plan, dates, order, crews, cells from outside and from
 * inside, and last what the record's own rules give. Nothing is taken on trust but what was measured.
 * @param analysis of this record, by its own definition and rules
 */
export function* contradictionsOf(record: ExaminedRecord, analysis: Analysis): Contradictions {
  yield* planThatDoesNotFollow(record);
  yield* datesThatDoNotFollow(record);
  yield* crewsThatDoNotFollow(record);
  yield* cellsThatDoNotFollow(record);
  yield* insidesThatDoNotFollow(record);
  yield* acrossCellsThatDoNotFollow(record);
  yield* pythonAnswersThatDoNotFollow(record);
  yield* verdictsThatDoNotFollow(record, analysis);
}

/** The first thing in a record that does not follow from the rest of it; undefined where everything does. */
export function firstContradiction(record: ExaminedRecord, analysis: Analysis): Contradiction | undefined {
  const first = contradictionsOf(record, analysis).next();
  return first.done === true ? undefined : first.value;
}
