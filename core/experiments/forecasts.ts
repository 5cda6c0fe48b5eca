import type { MeasureId } from './measures';

/**
 * What a person is asked to predict beside times, orders and curves: the kinds of questions whose answer is no time of a
 * condition. A forecast belongs to the experiment, not to a part: some are about several parts.
 */
export const forecastKinds = ['size', 'apart', 'pick', 'marks', 'trace'] as const;
export type ForecastKind = (typeof forecastKinds)[number];

/** What a size is of: a part's headline (ns), hiring all workers (ns), memory for each hired worker (bytes), a task (ns). */
export const sizeQuantities = ['headline', 'hiring', 'memory', 'break-even'] as const;
export type SizeQuantity = (typeof sizeQuantities)[number];

/** How large? One size for each condition, on a logarithmic scale. */
export interface SizeForecast {
  readonly id: string;
  readonly kind: 'size';
  readonly of: SizeQuantity;
  /** The part whose headline it is; absent for what no part holds. */
  readonly part?: string;
  readonly conditions: readonly string[];
  /** Ends of the scale, in nanoseconds or bytes. */
  readonly from: number;
  readonly to: number;
  /** A size is right if it lies within this factor of what was measured; above 1. */
  readonly within: number;
}

/** How far apart are two conditions? In per cent of the shorter one. */
export interface ApartForecast {
  readonly id: string;
  readonly kind: 'apart';
  readonly rows: readonly {
    readonly id: string;
    readonly part: string;
    readonly condition: string;
    readonly baseline: string;
  }[];
  /** End of the scale, which begins at 0, in per cent. */
  readonly to: number;
  /** A distance is right if it is this many percentage points off at most. */
  readonly within: number;
}

/**
 * The answer of a row: a comparison's verdict, a measure of one condition against its threshold, or the last of some conditions
 * that still was faster than the one before it.
 */
export type PickRule =
  | { readonly condition: string; readonly baseline: string }
  | { readonly condition: string; readonly measure: MeasureId }
  | { readonly along: readonly string[] };

/** Options of a row that is answered by a comparison, as verdicts call them. */
export const comparedOptions = ['faster', 'no-difference', 'slower'] as const;

/** Options of a row that is answered by a level; their names are the experiment's own (`option`). */
export const levelOptions = ['above', 'below'] as const;

/** One of some named answers, for each row. */
export interface PickForecast {
  readonly id: string;
  readonly kind: 'pick';
  /** `comparedOptions`, `levelOptions`, or conditions of an `along` rule. */
  readonly options: readonly string[];
  readonly rows: readonly { readonly id: string; readonly part: string; readonly by: PickRule }[];
}

/** Where on a plane of two shares is each condition? */
export interface MarksForecast {
  readonly id: string;
  readonly kind: 'marks';
  readonly part: string;
  readonly conditions: readonly string[];
  readonly x: MeasureId;
  readonly y: MeasureId;
  /** A mark is right if it is this far off at most on either axis; a share. */
  readonly within: number;
}

/** What does every worker do when? Bars for the tasks, drawn onto the lanes of the workers. */
export interface TraceForecast {
  readonly id: string;
  readonly kind: 'trace';
  readonly part: string;
  readonly conditions: readonly string[];
  /** How long each task takes by itself, as a parameter in ms, and whether it waits; the others compute. */
  readonly tasks: readonly { readonly id: string; readonly parameter: string; readonly waits: boolean }[];
  /** A drawing is right if it agrees with the record for at least this share of the time. */
  readonly within: number;
  /** In place of it: this far on the way from what the drawn bars score in random places to full agreement, a share. */
  readonly beyondChance?: number;
}

export type ForecastDefinition = SizeForecast | ApartForecast | PickForecast | MarksForecast | TraceForecast;

/** Ids of what has to be set in a forecast, one each: conditions or rows. */
export function askedIn(forecast: ForecastDefinition): readonly string[] {
  return 'rows' in forecast ? forecast.rows.map(({ id }) => id) : forecast.conditions;
}

/** The parts that a forecast is about; none for what no part holds. */
export function partsOfForecast(forecast: ForecastDefinition): readonly string[] {
  if ('rows' in forecast) return [...new Set(forecast.rows.map(({ part }) => part))];
  return forecast.part === undefined ? [] : [forecast.part];
}

/**
 * Forecasts as far as a run has what they are about: rows and conditions that it does without are left out, and so is a
 * forecast of which nothing is left.
 */
export function narrowedForecasts(
  forecasts: readonly ForecastDefinition[],
  hasCondition: (id: string) => boolean,
  hasPart: (id: string) => boolean,
): readonly ForecastDefinition[] {
  return forecasts
    .map((forecast): ForecastDefinition => {
      switch (forecast.kind) {
        case 'apart':
          return {
            ...forecast,
            rows: forecast.rows.filter(
              (row) => hasPart(row.part) && hasCondition(row.condition) && hasCondition(row.baseline),
            ),
          };
        case 'pick':
          return {
            ...forecast,
            rows: forecast.rows.filter(({ part, by }) => hasPart(part) && conditionsOfRule(by).every(hasCondition)),
          };
        default:
          return { ...forecast, conditions: forecast.conditions.filter(hasCondition) };
      }
    })
    .filter((forecast) => askedIn(forecast).length > 0 && partsOfForecast(forecast).every(hasPart));
}

/** Every condition that a rule looks at. */
export function conditionsOfRule(by: PickRule): readonly string[] {
  if ('along' in by) return by.along;
  return 'baseline' in by ? [by.condition, by.baseline] : [by.condition];
}
