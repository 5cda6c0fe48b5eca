import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import type { Analysis, PartSummary } from '../analysis/types';
import type { RunRecord } from '../record/record';
import { translate } from '../texts/translate';
import type { Names } from './names';

/** What every section and figure of a report is made from. */
export interface ReportContext {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly experiment: ExperimentDefinition;
  readonly names: Names;
}

/** Definition of a condition, or undefined for one that the experiment no longer has. */
export function conditionOf({ experiment }: ReportContext, id: string): ConditionDefinition | undefined {
  return experiment.conditions.find((one) => one.id === id);
}

/** True if nothing is predicted about any comparison of the experiment: then no sentence may speak of theory. */
export function isOpen({ parts }: ExperimentDefinition): boolean {
  return parts.every(({ comparisons, levels = [] }) => {
    return levels.length === 0 && comparisons.every(({ expect }) => expect === 'open');
  });
}

/** `n = 7 rounds`, or from the fewest to the most. */
export function roundsInWords(rounds: readonly number[]): string {
  const low = Math.min(...rounds);
  const high = Math.max(...rounds);
  return low === high
    ? translate('report.caption.rounds', { n: low })
    : translate('report.caption.mixed', { low, high });
}

/** The end of every caption: number of rounds and machine. */
export function basisOf({ record }: ReportContext, rounds: readonly number[]): string {
  const { cpuModel, availableParallelism } = record.environment;
  return `${roundsInWords(rounds)}. ${translate('report.caption.machine', { cpu: cpuModel.trim(), cores: availableParallelism })}`;
}

/** Rounds behind each condition of a part. */
export function roundsOf(part: PartSummary): number[] {
  return part.conditions.map(({ total }) => total.n);
}
