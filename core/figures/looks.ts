/** What the figures of a record share: how a condition looks, numbers in milliseconds, the end of every caption. */
import type { PartSummary } from '../analysis/types';
import type { ConditionDefinition } from '../experiments/definition-types';
import type { Interval } from '../statistics/bootstrap';
import { boundsOf, threeDigits } from '../texts/format';
import { basisOf, type ReportContext } from '../words/context';
import type { Estimate, Look } from './figure';
import { idleColour, strategyColour, strategyMarkers } from './palette';

/** What a figure needs before there is a record. */
export type NamedExperiment = Pick<ReportContext, 'experiment' | 'names'>;

/** A condition as it looks and is called wherever it is drawn. */
export interface ConditionLook extends Look {
  readonly id: string;
  readonly name: string;
  readonly definition: ConditionDefinition;
}

/** Name, colour and marker of a condition; undefined for an id that the experiment does not know. */
export function conditionLook({ experiment, names }: NamedExperiment, id: string): ConditionLook | undefined {
  const definition = experiment.conditions.find((one) => one.id === id);
  if (!definition) return undefined;
  const { strategy, repeats, idle } = definition;
  return {
    id,
    name: names.condition(id),
    colour: idle ? idleColour : strategyColour(strategy),
    shape: strategyMarkers[strategy],
    ...(repeats !== undefined && { hollow: true }),
    definition,
  };
}

/** The conditions of a part in the order of the definition, optionally without the second halves of A/A pairs. */
export function looksOfPart(context: NamedExperiment, part: string, withRepeats: boolean): ConditionLook[] {
  const definition = context.experiment.parts.find((one) => one.id === part);
  return (definition?.conditions ?? [])
    .flatMap((id) => conditionLook(context, id) ?? [])
    .filter(({ hollow }) => withRepeats || hollow !== true);
}

/** The looks of a part's conditions with what was measured of each; those not measured are left out. */
export function measuredLooks(context: NamedExperiment, part: PartSummary, withRepeats: boolean) {
  return looksOfPart(context, part.part, withRepeats).flatMap((look) => {
    const summary = part.conditions.find((one) => one.condition === look.id);
    return summary ? [{ look, summary }] : [];
  });
}

/** Nanoseconds as milliseconds, to the microsecond. */
export function toMs(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e3) / 1e3;
}

/** An interval in nanoseconds as an estimate in milliseconds, to the microsecond. */
export function estimateInMs({ estimate, low, high }: Estimate): Estimate {
  return { estimate: toMs(estimate), low: toMs(low), high: toMs(high) };
}

/** `312 ms [310, 315]`, three significant digits; of one round without an interval. Input: milliseconds. */
export function intervalInMs(interval: Omit<Interval, 'confidence'>): string {
  return `${threeDigits(interval.estimate)} ms ${boundsOf(interval, threeDigits)}`;
}

/** As `intervalInMs`. Input: nanoseconds. */
export function durationInMs({ estimate, low, high, n }: Omit<Interval, 'confidence'>): string {
  return intervalInMs({ estimate: estimate / 1e6, low: low / 1e6, high: high / 1e6, n });
}

/**
 * The end of every caption: n and machine.
 * @param counts rounds behind what is shown, by default behind each condition of the part
 */
export function baseCaption(
  context: Pick<ReportContext, 'record'>,
  part: PartSummary,
  counts: readonly number[] = part.conditions.map(({ headlinesNs }) => headlinesNs.length),
): string {
  return `${basisOf(context, counts)}.`;
}

/** The pattern of each line: the second of one colour is dashed, the third dotted. */
export function patternsOf(looks: readonly Look[]): number[] {
  return looks.map(({ colour }, index) => looks.slice(0, index).filter((one) => one.colour === colour).length);
}
