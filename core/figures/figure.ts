/**
 * Figures as data: what is drawn, where, and in which words; made once from a record and its analysis, painted by two
 * painters: Chart.js in the window, SVG in print. Values are in the units that the axes name.
 */
import type { WorkerState } from '../record/schema-parts';
import type { StrategyMarker } from './palette';

/** The exact values of a figure: shown as a table, stepped through by keyboard, saved as CSV, read to who cannot see. */
export interface ValueTable {
  /** Names with units, e.g. `Total (ms)`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What every figure has. */
export interface FigureHead {
  /** Says the finding or the question. */
  readonly title: string;
  /** Carries n, basis and machine. */
  readonly caption: string;
  readonly table: ValueTable;
  /** File name without ending: small letters, digits and hyphens; unique on its page. */
  readonly name: string;
}

/** Colour and shape with a meaning, as everywhere. `hollow`: the second half of an A/A pair, or a prediction. */
export interface Look {
  readonly colour: string;
  readonly shape: StrategyMarker;
  readonly hollow?: boolean;
}

export interface Axis {
  /** Quantity and unit. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly isLogarithmic?: boolean;
  /** Where ticks stand; absent: where the painter finds them even. */
  readonly ticks?: readonly number[];
  readonly tick: (value: number) => string;
}

/** An estimate with its interval; equal ends claim no interval. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A single value: `flagged` is an outlier or a slow round, kept and marked; `warm-up` is never analysed. */
export interface SingleValue {
  readonly value: number;
  readonly kind: 'round' | 'flagged' | 'warm-up';
}

/** A piece of a bar; `share` pieces carry their percentage where it fits. */
export interface BarPiece {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly isPale?: boolean;
  readonly state?: WorkerState;
  readonly label?: string;
}

/** A mark in a row at one value, e.g. a median, a predicted total, one worker; `lane` parts several in one row (0 first). */
export interface RowMark {
  readonly look: Look;
  readonly value: Estimate;
  readonly lane?: number;
  /** What it is, for hovering and beside the mark. */
  readonly name: string;
  readonly inWords: string;
  readonly isNamed?: boolean;
}

/** Recorded instants of a row: upright ticks (frames, beats) or dots below them (answers), each with its lead from when it was due. */
export interface Instants {
  readonly kind: 'tick' | 'dot';
  readonly at: readonly { readonly value: number; readonly due?: number }[];
}

export interface FigureRow {
  readonly name: string;
  readonly look: Look;
  readonly bar?: readonly BarPiece[];
  readonly whisker?: Estimate;
  readonly singles?: readonly SingleValue[];
  readonly marks?: readonly RowMark[];
  readonly instants?: readonly Instants[];
  /** A thin line between two values, e.g. prediction and result. */
  readonly link?: readonly [number, number];
  /** Written beside the row, the second line muted. */
  readonly labels?: readonly [string, string?];
}

/** One row per condition (or comparison) on a common axis: totals, measures, states, ratios, places, instants. */
export interface RowsFigure extends FigureHead {
  readonly kind: 'rows';
  readonly axis: Axis;
  readonly rows: readonly FigureRow[];
  /** A band on the axis that noise explains, and a line that divides, e.g. the ratio 1. */
  readonly band?: { readonly low: number; readonly high: number };
  readonly divide?: number;
  readonly legend?: readonly { readonly name: string; readonly colour: string; readonly state?: WorkerState }[];
}

/** A line through measured places, or through what a person expected of them. */
export interface CurveLine {
  readonly name: string;
  readonly detail?: string;
  readonly look: Look;
  /** 0: solid, 1: dashed, 2: dotted; tells two of one colour apart. */
  readonly pattern: number;
  readonly points: readonly (Estimate & { readonly x: number; readonly singles?: readonly number[] })[];
  /** A place on the x axis with its interval: a line and a band. */
  readonly place?: Estimate;
}

/** A curve that is computed: an ideal or a law. Beyond `knownTo` it is a guess, and drawn paler. */
export interface CurveGuide {
  readonly label: string;
  readonly detail?: string;
  readonly dash: readonly number[];
  readonly at: (x: number) => number;
  readonly knownTo?: number;
}

export interface CurvesFigure extends FigureHead {
  readonly kind: 'curves';
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly CurveLine[];
  readonly guides?: readonly CurveGuide[];
  /** Where the machine has an edge, such as its number of cores. */
  readonly boundaries?: readonly { readonly x: number; readonly label: string }[];
  /** A horizontal line that divides the plot, with its word. */
  readonly divide?: { readonly at: number; readonly name: string };
}

/** Places on two measured axes, with rings where theory puts something. */
export interface PlaneFigure extends FigureHead {
  readonly kind: 'plane';
  readonly x: Axis;
  readonly y: Axis;
  readonly places: readonly {
    readonly name: string;
    readonly look: Look;
    readonly x: Estimate;
    readonly y: Estimate;
    readonly singles: readonly { readonly x: number; readonly y: number }[];
    readonly side: 'left' | 'right';
    readonly inWords: string;
  }[];
  readonly rings?: readonly { readonly x: number; readonly y: number }[];
}

/** Recorded spans of every worker of one execution per condition. Times in ns from the start of the execution. */
export interface LanesFigure extends FigureHead {
  readonly kind: 'lanes';
  readonly endNs: number;
  readonly groups: readonly {
    readonly name: string;
    readonly look: Look;
    readonly lanes: readonly {
      readonly name: string;
      readonly spans: readonly {
        readonly state: WorkerState;
        readonly fromNs: number;
        readonly toNs: number;
        readonly label?: string;
      }[];
    }[];
  }[];
}

/** Conditions in rows and columns, each cell in a few lines, with the load of every core as a bar from 0 to 1. */
export interface MatrixFigure extends FigureHead {
  readonly kind: 'matrix';
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly cells: readonly { readonly lines: readonly string[]; readonly cores?: readonly number[] }[];
  }[];
}

export type Figure = RowsFigure | CurvesFigure | PlaneFigure | LanesFigure | MatrixFigure;
