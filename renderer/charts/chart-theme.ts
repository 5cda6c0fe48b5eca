import type { ChartConfiguration } from 'chart.js';
import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import { strategyColour, strategyMarkers } from '@core/figures/palette';
import type { StrategyMarker } from '@core/figures/palette';
import type { PartSummary } from '@core/analysis/types';
import type { Interval } from '@core/statistics/bootstrap';
import { boundsOf, threeDigits } from '@core/texts/format';
import type { TextValues } from '@core/texts/translate';
import type { ChartTable } from './chart-table';

// What the charts of a record share: texts, rows, axes. Colours of text and grid come from the window's theme through
// Chart.js's defaults; colours with a meaning come from the palette.

/** Looks up the texts that the charts need. */
export interface ChartTexts {
  /** A text of the experiment, by its path below `experiments.<id>`. */
  readonly of: (path: string, values?: TextValues) => string;
  /** A text of the glossary, by its path below `glossary`. */
  readonly glossary: (path: string) => string;
}

/** What a chart needs to know besides the numbers. */
export interface ChartContext {
  readonly experiment: ExperimentDefinition;
  readonly texts: ChartTexts;
  /** The machine in words, for captions. */
  readonly machine: string;
}

/** Everything that `ChartFigure` shows. */
export interface ChartView {
  readonly config: ChartConfiguration;
  readonly table: ChartTable;
  readonly title: string;
  readonly caption: string;
  /** File name without extension. */
  readonly name: string;
  /** Height of the drawing in px. */
  readonly height: number;
}

/** How a condition looks wherever it is drawn. */
export interface ConditionLook {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly marker: StrategyMarker;
  /** True for the second half of an A/A pair. */
  readonly repeats: boolean;
}

/** Name, colour and marker of a condition; undefined for an id that the experiment does not know. */
export function conditionLook(context: ChartContext, id: string): ConditionLook | undefined {
  const condition = context.experiment.conditions.find((one) => one.id === id);
  return condition && lookOf(context, condition);
}

function lookOf(context: ChartContext, condition: ConditionDefinition): ConditionLook {
  return {
    id: condition.id,
    name: context.texts.of(`condition.${condition.id}.name`),
    colour: strategyColour(condition.strategy),
    marker: strategyMarkers[condition.strategy],
    repeats: condition.repeats !== undefined,
  };
}

/** The conditions of a part in the order of the definition, optionally without the second halves of A/A pairs. */
export function looksOfPart(context: ChartContext, part: string, withRepeats: boolean): ConditionLook[] {
  const definition = context.experiment.parts.find((one) => one.id === part);
  const looks = (definition?.conditions ?? []).map((id) => conditionLook(context, id));
  return looks.filter((look) => look !== undefined).filter((look) => withRepeats || !look.repeats);
}

/** Nanoseconds as milliseconds, to the microsecond. */
export function toMs(nanoseconds: number): number {
  return Math.round(nanoseconds / 1e3) / 1e3;
}

/** `312 ms [310, 315]`, three significant digits; of one round without an interval. Input: milliseconds. */
export function intervalInMs(interval: Omit<Interval, 'confidence'>): string {
  return `${threeDigits(interval.estimate)} ms ${boundsOf(interval, threeDigits)}`;
}

/** As `intervalInMs`. Input: nanoseconds. */
export function durationInMs({ estimate, low, high, n }: Omit<Interval, 'confidence'>): string {
  return intervalInMs({ estimate: estimate / 1e6, low: low / 1e6, high: high / 1e6, n });
}

/** How far a mark may reach beyond the plot, in px: one at zero is drawn whole. */
export const markRoom = 10;

/** The end of every caption: n and machine. */
export function baseCaption(context: ChartContext, part: PartSummary): string {
  const counts = part.conditions.map((condition) => condition.totalsNs.length);
  const low = Math.min(...counts);
  const high = Math.max(...counts);
  const { of } = context.texts;
  return low === high
    ? of('results.caption', { n: low, machine: context.machine })
    : of('results.captionMixed', { low, high, machine: context.machine });
}

/** A value axis from zero that names quantity and unit. `most` is the largest value that must fit. */
export function valueAxis(title: string, most: number) {
  return {
    type: 'linear',
    min: 0,
    suggestedMax: most,
    title: { display: true, text: title },
    border: { display: false },
    ticks: { maxRotation: 0, precision: 0 },
  } as const;
}

/** One row per name, the first on top. */
export function rowAxis(names: readonly string[]) {
  return {
    type: 'category' as const,
    labels: names.map(inTwoLines),
    offset: true,
    grid: { display: false },
    border: { display: false },
    ticks: { autoSkip: false, crossAlign: 'far' as const, padding: 8 },
  };
}

/** Breaks a long name after its comma, so that narrow windows keep room for the data. */
export function inTwoLines(name: string): string[] {
  const [first = '', ...rest] = name.split(', ');
  return rest.length === 0 ? [first] : [`${first},`, rest.join(', ')];
}
