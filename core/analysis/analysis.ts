import { answerOf } from './answer';
import { summariseBreakEven } from './break-even';
import { slowCells } from './conditions';
import { flaggedExecutions } from './flagged';
import { scoreForecasts } from './forecasts';
import { scorePrediction } from './prediction';
import { matrixOf } from './matrix';
import { scalingOf } from './scaling';
import { summarisePart } from './summarise-part';
import { judgementToday, todaysVerdicts } from './today';
import type { TodaysJudgement } from './today';
import type { Analysis } from './types';
import { wagesOf } from './wages';
import { warningsOfRun } from './warnings';
import { summariseWorkbench } from './workbench';
import type { UnsealedRecord } from '../record/record';
import type { LevelVerdict, Verdict } from './verdicts';

/**
 * Everything a screen, a report or the command line shows about a record, by the definition and the rules that the record
 * holds. The same record gives the same analysis on every machine. What was not measured (an empty, partial or interrupted run)
 * is undefined or `not-measured`.
 * @param today by what new runs are judged: what that would change is told apart
 * @throws RangeError if the record names rules that this program does not have
 */
export function analyse(record: UnsealedRecord, today: TodaysJudgement = judgementToday(record)): Analysis {
  const { definition: experiment, rules } = record;
  const slow = slowCells(record);
  const workbench = summariseWorkbench(record, experiment);
  const parts = experiment.parts.map((part) => summarisePart(record, experiment, part, slow));
  const answer = answerOf(record, experiment, parts);
  const breakEven = summariseBreakEven(experiment, parts, record.plan, rules);
  const matrix = matrixOf(record, experiment, parts);
  const scaling = scalingOf(record, experiment, parts);
  const otherToday = todaysVerdicts(record, parts, today);
  const flagged = flaggedExecutions(record, parts, slow);
  const { method, resamples, confidence } = rules.interval;
  const { minimumRounds, largestFloor } = rules;
  const wages = experiment.conditions.flatMap((condition) => wagesOf(record, condition) ?? []);
  const forecasts = scoreForecasts({ record, parts, wages, breakEven });
  return {
    recordId: record.id,
    parts,
    wages,
    prediction: scorePrediction(record.prediction, parts, scaling, rules.minimumRounds),
    warnings: [...record.warnings, ...warningsOfRun(record, parts, slow)],
    workers: record.workers,
    ...(forecasts && { forecasts }),
    ...(matrix.length > 0 && { matrix }),
    ...(scaling.length > 0 && { scaling }),
    ...(workbench && { workbench }),
    ...(answer && { answer }),
    ...(breakEven && { breakEven }),
    ...(flagged && { flagged }),
    ...(otherToday && { today: otherToday }),
    method: { interval: method, resamples, confidence, minimumRounds, ...(largestFloor && { largestFloor }) },
  };
}

/**
 * The verdicts of all parts in one list, as a record stores them when its run ends.
 * @throws RangeError as `analyse`
 */
export function verdictsOf(record: UnsealedRecord): Verdict[] {
  return analyse(record).parts.flatMap((part) => part.verdicts);
}

/** The verdicts about single conditions, as a record stores them; undefined for an experiment that asks for none. */
export function levelsOf(analysis: Analysis): LevelVerdict[] | undefined {
  const levels = analysis.parts.flatMap((part) => part.levels);
  return levels.length === 0 ? undefined : levels;
}
