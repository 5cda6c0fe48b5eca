/**
 * Figures as data: what is drawn, where, and in which words; made once from a record and its analysis, painted by two
 * painters: Chart.js in the window, SVG in print. Values are in the units that the axes name.
 */
import type { Mark } from '../words/blocks';
import type { WorkerState } from '../record/schema-parts';
import type { Axis } from './axes';
import type { StrategyMarker } from './palette';
import type { ValueTable } from './value-table';

/** What every figure has. */
export interface FigureHead {
  /** Says the finding or the question. */
  readonly title: string;
  /** Carries n, basis and machine. */
  readonly caption: string;
  readonly table: ValueTable;
  /** File name without ending: small letters, digits and hyphens; unique on its page. */
  readonly name: string;
  /** The part it is about; absent where it is about several. */
  readonly part?: string;
}

/** Colour and shape with a meaning, as everywhere. `hollow`: the second half of an A/A pair, a prediction, or a ratio that is not judged. */
export interface Look {
  readonly colour: string;
  readonly shape: StrategyMarker;
  readonly hollow?: boolean;
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

/** A piece of a bar: what it stands for, in words with its exact value; `label` is written into it where it fits. */
export interface BarPiece {
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly isPale?: boolean;
  readonly inWords: string;
  readonly label?: { readonly text: string; readonly ink: string };
}

/** A mark in a row at one value, e.g. a median, a predicted total, one worker; `lane` parts several in one row (0 first). */
export interface RowMark {
  readonly look: Look;
  readonly value: Estimate;
  readonly lane?: number;
  /** What it is, with its exact value. */
  readonly inWords: string;
  /** Written beside the mark. */
  readonly label?: string;
}

/** Recorded instants of a row, in the colour of its bar or of the text: upright ticks, or dots below them. */
export interface Instants {
  readonly kind: 'tick' | 'dot';
  readonly isNeutral?: boolean;
  /** With the moment at which each was due and what is said about it, where that was asked. */
  readonly at: readonly { readonly value: number; readonly due?: number; readonly inWords?: string }[];
}

/** One condition or comparison. Without marks the row itself is one, at the end of its bar's first piece. */
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
  /** What noise explains of this row. */
  readonly band?: { readonly low: number; readonly high: number };
  /** Names the rows below it, and has nothing to draw. */
  readonly isHeading?: boolean;
}

/** One row per condition (or comparison) on a common axis: totals, measures, states, ratios, places, instants. */
export interface RowsFigure extends FigureHead {
  readonly kind: 'rows';
  readonly axis: Axis;
  readonly rows: readonly FigureRow[];
  /** A line that divides, e.g. the ratio 1. */
  readonly divide?: number;
  readonly legend?: readonly { readonly name: string; readonly colour: string }[];
}

/** A measured place of a line, or an expected one, with what it is in words. */
export interface CurvePoint extends Estimate {
  readonly x: number;
  readonly singles?: readonly number[];
  readonly inWords: string;
}

/** A line through measured places, or through what a person expected of them. */
export interface CurveLine {
  readonly name: string;
  readonly look: Look;
  /** 0: solid, 1: dashed, 2: dotted; tells two of one colour apart. */
  readonly pattern: number;
  readonly points: readonly CurvePoint[];
  /** A place on the x axis with its interval: a line and a band. */
  readonly place?: Estimate;
  /** Where on the x axis a person expected that place: a hollow mark on the dividing line. */
  readonly guess?: { readonly x: number; readonly inWords: string };
}

/** A curve that is computed: an ideal or a law. Beyond `knownTo` it is a guess, and drawn paler. */
export interface CurveGuide {
  readonly label: string;
  readonly detail?: string;
  readonly dash: readonly number[];
  readonly at: (x: number) => number;
  readonly knownTo?: number;
}

/** A vertical line where the machine has an edge, such as its number of cores. */
export interface CurveBoundary {
  readonly x: number;
  readonly label: string;
}

export interface CurvesFigure extends FigureHead {
  readonly kind: 'curves';
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly CurveLine[];
  readonly guides?: readonly CurveGuide[];
  readonly boundaries?: readonly CurveBoundary[];
  /** A horizontal line that divides the plot, with its word. */
  readonly divide?: { readonly at: number; readonly name: string };
}

/** A condition between two measures: medians with their intervals, and every round. */
export interface PlanePlace {
  readonly name: string;
  readonly look: Look;
  readonly x: Estimate;
  readonly y: Estimate;
  readonly singles: readonly { readonly x: number; readonly y: number }[];
  /** Where the name stands. */
  readonly side: 'left' | 'right';
  /** What is said about a place or a round of it, given its values. */
  readonly inWords: (x: number, y: number) => string;
}

/** Places on two measured axes, with rings where theory puts something. */
export interface PlaneFigure extends FigureHead {
  readonly kind: 'plane';
  readonly x: Axis;
  readonly y: Axis;
  readonly places: readonly PlanePlace[];
  readonly rings?: readonly { readonly x: number; readonly y: number }[];
}

/** Recorded spans of one worker, in ns from the start of the execution, and when it served a task. */
export interface FigureLane {
  readonly name: string;
  readonly spans: readonly {
    readonly state: WorkerState;
    readonly startNs: number;
    readonly endNs: number;
    readonly task: string | undefined;
  }[];
  /** What a person drew before the run, laid over what was recorded; absent where nothing was drawn. */
  readonly drawn?: readonly { readonly state: WorkerState; readonly startNs: number; readonly endNs: number }[];
  /** Ascending. */
  readonly served: readonly { readonly atNs: number; readonly name: string }[];
}

/** Recorded spans of every worker of one execution per condition. */
export interface LanesFigure extends FigureHead {
  readonly kind: 'lanes';
  /** Its values are ns, its ticks named in a unit of their size. */
  readonly axis: Axis;
  /** What is shorter is drawn this long, neighbours together. */
  readonly leastNs: number;
  readonly groups: readonly { readonly name: string; readonly look: Look; readonly lanes: readonly FigureLane[] }[];
}

/** A cell of a matrix in a few lines, the first of which stands out. */
export interface MatrixFigureCell {
  readonly lines: readonly string[];
  /** A word or two about it, and whether they ask for attention. */
  readonly badges: readonly Mark[];
  /** Load of each core, 0..1, in words too. */
  readonly cores?: { readonly shares: readonly number[]; readonly inWords: string; readonly label: string };
  /** How dark the field is, 0..1: what it means is said in the lead. The values stand in the lines. */
  readonly shade?: number;
  readonly inWords: string;
}

/** Conditions in rows and columns. */
export interface MatrixFigure extends FigureHead {
  readonly kind: 'matrix';
  readonly lead: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly MatrixFigureCell[] }[];
}

/** What the window paints with Chart.js. */
export type ChartableFigure = RowsFigure | CurvesFigure | PlaneFigure;
export type Figure = ChartableFigure | LanesFigure | MatrixFigure;
