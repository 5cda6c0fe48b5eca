import { catalogue } from '../experiments/catalogue';
import { definitionFor } from '../experiments/definition-for';
import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import { summariseBreakEven } from './break-even';
import { tasksWithDifferingChecksums } from './cells';
import { method } from './method';
import { noiseOfPart, verdictsOfPart } from './comparisons';
import { slowCells, summariseCondition } from './conditions';
import { scorePrediction } from './prediction';
import { matrixOf } from './matrix';
import { scalingOf } from './scaling';
import type { Analysis, PartSummary } from './types';
import { wagesOf } from './wages';
import { warningsOfRun } from './warnings';
import { summariseWorkbench } from './workbench';
import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import type { LevelVerdict, Verdict } from './verdicts';
import { levelsOfPart } from './levels';

/**
 * Everything a screen, a report or the command line shows about a record. The same record gives the same analysis on
 * every machine. What was not measured (an empty, partial or interrupted run) is undefined or `not-measured`.
 * @throws RangeError if the record is of an experiment that this program does not have
 */
export function analyse(record: UnsealedRecord): Analysis {
  const experiment = experimentOf(record);
  const slow = slowCells(record);
  const workbench = summariseWorkbench(record, experiment);
  const parts = experiment.parts.map((part) => summarisePart(record, experiment, part, slow));
  const breakEven = summariseBreakEven(experiment, parts, record.plan);
  const matrix = matrixOf(record, experiment, parts);
  const scaling = scalingOf(record, experiment, parts);
  return {
    recordId: record.id,
    parts,
    wages: experiment.conditions.flatMap((condition) => wagesOf(record, condition) ?? []),
    prediction: scorePrediction(record.prediction, parts, scaling),
    warnings: [...record.warnings, ...warningsOfRun(record, parts, slow)],
    workers: record.workers,
    ...(matrix.length > 0 && { matrix }),
    ...(scaling.length > 0 && { scaling }),
    ...(workbench && { workbench }),
    ...(breakEven && { breakEven }),
    method,
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

/**
 * The definition behind a record.
 * @throws RangeError naming the experiments that exist
 */
export function experimentOf(record: UnsealedRecord): ExperimentDefinition {
  const experiment = definitionFor(record.plan);
  if (experiment) return experiment;
  const known = catalogue.map(({ id }) => id).join(', ');
  throw new RangeError(
    `There is no experiment "${record.plan.experiment}" to analyse the record by. There is: ${known}.`,
  );
}

/**
 * One part of a record by a definition that is given: for those who change a definition to ask something else of it.
 * @throws RangeError if the definition has no such part
 */
export function analysePart(record: UnsealedRecord, experiment: ExperimentDefinition, id: string): PartSummary {
  const part = experiment.parts.find((one) => one.id === id);
  if (!part) throw new RangeError(`${experiment.id} has no part ${id}.`);
  return summarisePart(record, experiment, part, slowCells(record));
}

function summarisePart(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  part: PartDefinition,
  slow: ReadonlySet<CellRecord>,
): PartSummary {
  const { seed } = record.plan;
  const conditions = part.conditions.flatMap((id) => {
    const condition = experiment.conditions.find((one) => one.id === id);
    return (condition && summariseCondition(record, part, condition, slow)) ?? [];
  });
  const noise = noiseOfPart(part, conditions, seed, experiment.smallestDifference);
  const checksumsAgree = tasksWithDifferingChecksums(record, part.id).length === 0;
  const verdicts = verdictsOfPart(part, conditions, noise, checksumsAgree, seed);
  const levels = levelsOfPart(part, conditions, record.plan.parameters, checksumsAgree);
  return { part: part.id, conditions, noise, verdicts, levels, checksumsAgree };
}
