import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import { tasksWithDifferingChecksums } from './cells';
import { controlOf } from './control';
import { noiseOfPart, verdictsOfPart } from './comparisons';
import { slowCells, summariseCondition } from './conditions';
import { levelsOfPart } from './levels';
import { otherCoresOf } from './other-load';
import type { PartSummary } from './types';
import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';

/** One part of a record by the record's own rules, and by a definition of the part that is given. */
export function summarisePart(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  part: PartDefinition,
  slow: ReadonlySet<CellRecord>,
): PartSummary {
  const { rules } = record;
  const { seed } = record.plan;
  const conditions = part.conditions.flatMap((id) => {
    const condition = experiment.conditions.find((one) => one.id === id);
    return (condition && summariseCondition(record, part, condition, slow)) ?? [];
  });
  const noise = noiseOfPart(part, conditions, seed, experiment.smallestDifference, rules);
  const checksumsAgree = part.resultsMayDiffer === true || tasksWithDifferingChecksums(record, part.id).length === 0;
  const control = controlOf(part, conditions, record.plan.parameters, rules);
  const cores = record.environment.availableParallelism;
  const coresOf = (id: string) =>
    Math.min(cores, experiment.conditions.find((one) => one.id === id)?.pinnedCores ?? cores);
  const otherCores = otherCoresOf(record);
  const comparable = { checksumsAgree, controlHolds: control?.holds ?? true, coresOf, otherCores };
  const verdicts = verdictsOfPart(part, conditions, noise, comparable, seed, rules);
  const levels = levelsOfPart(part, conditions, record.plan.parameters, comparable, seed, rules);
  return { part: part.id, conditions, noise, verdicts, levels, checksumsAgree, ...(control && { control }) };
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
