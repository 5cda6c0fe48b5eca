import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import type { Analysis, PartSummary } from '../analysis/types';
import type { RunRecord } from '../record/record';
import { translate } from '../texts/translate';
import type { Names } from './names';

/** What every section and figure of a record is made from. */
export interface ReportContext {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly experiment: ExperimentDefinition;
  readonly names: Names;
}

/** Definition of a condition, or undefined for one that the experiment no longer has. */
export function conditionOf(
  { experiment }: Pick<ReportContext, 'experiment'>,
  id: string,
): ConditionDefinition | undefined {
  return experiment.conditions.find((one) => one.id === id);
}

/** Definition of a part, or undefined for one that the experiment no longer has. */
export function partOf({ experiment }: ReportContext, id: string): PartDefinition | undefined {
  return experiment.parts.find((one) => one.id === id);
}

/** The parts of which at least one round was completed. */
export function measuredParts({ analysis }: ReportContext): readonly PartSummary[] {
  return analysis.parts.filter(({ conditions }) => conditions.length > 0);
}

/** Whether a part is about the time until all is done; else something else stands at its head. */
export function isAboutTotals(context: ReportContext, part: string): boolean {
  return (partOf(context, part)?.headline ?? 'total') === 'total';
}

/** True if nothing is predicted about any comparison of the experiment: then no sentence may speak of theory. */
export function isOpen({ parts }: ExperimentDefinition): boolean {
  return parts.every(({ comparisons, levels = [] }) => {
    return levels.length === 0 && comparisons.every(({ expect }) => expect === 'open');
  });
}

/** `1 round`, `7 rounds`, or from the fewest to the most: `5 to 7 rounds`. */
export function countOfRounds(...rounds: readonly number[]): string {
  const [low, high] = rounds.length === 0 ? [0, 0] : [Math.min(...rounds), Math.max(...rounds)];
  if (low !== high) return translate('glossary.rounds.range', { low, high });
  return translate(`glossary.rounds.${low === 1 ? 'one' : 'many'}`, { n: low });
}

/** `n = 7 rounds`, or from the fewest to the most. */
export function roundsInWords(rounds: readonly number[]): string {
  return `n\u00a0=\u00a0${countOfRounds(...rounds)}`;
}

/** The machine of a record, as captions name it. */
export function machineInWords({ environment }: Pick<RunRecord, 'environment'>): string {
  const { cpuModel, availableParallelism } = environment;
  return translate('results.machine', { cpu: cpuModel.trim(), cores: availableParallelism });
}

/** The end of every caption: number of rounds and machine, without the full stop. */
export function basisOf({ record }: Pick<ReportContext, 'record'>, rounds: readonly number[]): string {
  return `${roundsInWords(rounds)}. ${machineInWords(record)}`;
}

/** Rounds behind each condition of a part. */
export function roundsOf(part: PartSummary): number[] {
  return part.conditions.map(({ headline: total }) => total.n);
}

/** A UTC time stamp as people read it, to the second. */
export function readableTime(utc: string): string {
  return translate('report.facts.utc', { time: utc.slice(0, 19).replace('T', ' ') });
}
