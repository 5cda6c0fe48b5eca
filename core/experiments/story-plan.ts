import type { MeasureId } from './measures';

/** A comparison of the definition. `shows`: the verdict on which the takeaway rests; absent where it does not rest on this. */
export interface ComparisonQuestion {
  readonly kind: 'comparison';
  /** Its sentences are at `story.<id>.<outcome>` in the experiment's texts. */
  readonly id: string;
  readonly part: string;
  readonly condition: string;
  readonly baseline: string;
  readonly shows?: 'faster' | 'not-faster' | 'no-difference' | 'slower';
}

/** A measure of one condition against its threshold. */
export interface LevelQuestion {
  readonly kind: 'level';
  readonly id: string;
  readonly part: string;
  readonly condition: string;
  readonly measure: MeasureId;
  readonly shows?: 'above' | 'below';
}

/** From which size on a condition is faster. */
export interface BreakEvenQuestion {
  readonly kind: 'break-even';
  readonly id: string;
  readonly condition: string;
  readonly shows?: 'found';
}

/** How much equal work differed: in the part where it differed most, or in one. */
export interface NoiseQuestion {
  readonly kind: 'noise';
  readonly id: string;
  readonly part?: string;
  readonly shows?: 'measured';
}

/** What the workers of a condition cost beside those of another; `more` only if the two intervals lie apart. */
export interface CostQuestion {
  readonly kind: 'cost';
  readonly id: string;
  readonly cost: 'hiring' | 'memory';
  readonly condition: string;
  readonly baseline: string;
  readonly shows?: 'more' | 'less';
}

/** A question that the data answer: each kind names what in the analysis says it. */
export type StoryQuestion = ComparisonQuestion | LevelQuestion | BreakEvenQuestion | NoiseQuestion | CostQuestion;

/** The figure that opens a result: recorded spans of one round, or a figure of the record by its name. */
export type StoryFigure =
  | {
      readonly kind: 'timeline';
      readonly part: string;
      /** Absent: the two conditions of the answer, or all where the answer is about something else. */
      readonly conditions?: readonly string[];
    }
  | { readonly kind: 'figure'; readonly name: string };

/** What of a record tells the story of its experiment: which question answers the driving one, and what comes after it. */
export interface StoryPlan {
  /** The first that the record's definition asks is the answer: older definitions ask fewer questions. */
  readonly answers: readonly StoryQuestion[];
  /** In the order of the experiment; at most three are told. */
  readonly findings: readonly StoryQuestion[];
  readonly figure: StoryFigure;
}

/** Most findings that a story tells after its answer. */
export const mostFindings = 3;
