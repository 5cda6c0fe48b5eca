import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { RecordSummary } from '@core/ipc/payloads';
import { isTouched, stepOf } from '../lesson/lesson-state';
import type { LessonState } from '../lesson/lesson-state';
import type { LessonStep } from '../lesson/lesson-steps';
import { isComplete } from '../lesson/prediction-draft';

/** The farthest that a person has come in an experiment. */
export type ExperimentPhase = 'not-started' | 'begun' | 'predicted' | 'skipped' | 'measured' | 'finished';

export interface ExperimentProgress {
  readonly phase: ExperimentPhase;
  /** When the run began that brought it there, ISO 8601, UTC; undefined before the first measured round. */
  readonly reachedAt: string | undefined;
  /** The latest run, however it ended. */
  readonly last: RecordSummary | undefined;
  /** The step at which a lesson that is under way was left. */
  readonly step: LessonStep | undefined;
  /** The lesson can be started anew. */
  readonly isTouched: boolean;
  /** When the person did something in the lesson last; empty if never. */
  readonly changedAt: string;
}

/**
 * What records and lesson say about one experiment. It is finished when the last questions of the lesson are answered in a
 * record, for they open only after the five steps before it.
 * @param records of all experiments, newest first
 */
export function progressOf(
  experiment: ExperimentDefinition,
  records: readonly RecordSummary[],
  lesson: LessonState,
): ExperimentProgress {
  const own = records.filter((record) => record.experiment === experiment.id);
  const finished = own.find(isFinished);
  const measured = own.find(({ isMeasured }) => isMeasured);
  const isDone = own.some((record) => record.id === lesson.runId && isFinished(record));
  const touched = isTouched(lesson);
  return {
    phase: finished ? 'finished' : measured ? 'measured' : draftPhase(experiment, lesson, touched),
    reachedAt: (finished ?? measured)?.startedAt,
    last: own[0],
    step: touched && !isDone ? stepOf(lesson) : undefined,
    isTouched: touched,
    changedAt: lesson.changedAt,
  };
}

/** Records made before there were two new situations hold the answer to one. */
function isFinished({ answered }: RecordSummary): boolean {
  return answered.includes('transfers') || answered.includes('transfer');
}

function draftPhase(experiment: ExperimentDefinition, lesson: LessonState, touched: boolean): ExperimentPhase {
  if (lesson.isSkipped) return 'skipped';
  if (isComplete(experiment, lesson.draft)) return 'predicted';
  return touched ? 'begun' : 'not-started';
}
