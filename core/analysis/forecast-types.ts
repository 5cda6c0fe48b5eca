import type { SizeQuantity } from '../experiments/forecasts';
import type { TraceBar } from '../record/forecasts';
import type { Interval } from '../statistics/bootstrap';

/** How an answer came out; `open`: the run cannot tell, so it does not count. */
export type Judgement = 'right' | 'wrong' | 'open';

/** What was measured, with its interval; an end that is undefined lies beyond what was measured. */
export interface MeasuredRange {
  /** Undefined where only one end is known. */
  readonly estimate: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly n: number;
}

interface ScoreHead {
  readonly forecast: string;
  /** Answers that are right, of those that the run could judge. */
  readonly right: number;
  readonly judged: number;
}

/** Sizes in ns or bytes, or distances in per cent. */
export interface ValueScore extends ScoreHead {
  readonly kind: 'size' | 'apart';
  /** What a size is of; absent for distances. */
  readonly of?: SizeQuantity;
  /** Within this factor (sizes), or this many percentage points. */
  readonly within: number;
  readonly rows: readonly {
    readonly id: string;
    readonly predicted: number;
    readonly measured: MeasuredRange | undefined;
    readonly judgement: Judgement;
  }[];
}

export interface PickScore extends ScoreHead {
  readonly kind: 'pick';
  readonly rows: readonly {
    readonly id: string;
    readonly picked: string;
    /** The option that the run shows; undefined where it cannot tell. */
    readonly measured: string | undefined;
    readonly judgement: Judgement;
  }[];
}

export interface MarksScore extends ScoreHead {
  readonly kind: 'marks';
  readonly part: string;
  readonly within: number;
  readonly rows: readonly {
    readonly id: string;
    /** Shares. */
    readonly predicted: { readonly x: number; readonly y: number };
    readonly measured: { readonly x: Interval; readonly y: Interval } | undefined;
    readonly judgement: Judgement;
  }[];
}

export interface TraceScore extends ScoreHead {
  readonly kind: 'trace';
  readonly part: string;
  readonly within: number;
  /** Where the agreement that is needed follows from the shuffled bars: how far it is from theirs to full agreement, a share. */
  readonly beyondChance?: number;
  /** Intersection over union of drawn and recorded time, over all lanes and states, 0..1. */
  readonly overlap: number;
  /** Mean of the same for the drawn bars, dealt at random to their places. */
  readonly shuffled: number;
  readonly shuffles: number;
  readonly rows: readonly {
    readonly id: string;
    readonly overlap: number;
    /** The agreement from which on it is right. */
    readonly limit: number;
    /** The recorded round that it was held against. */
    readonly round: number;
    readonly bars: readonly TraceBar[];
    readonly judgement: Judgement;
  }[];
}

export type ForecastScore = ValueScore | PickScore | MarksScore | TraceScore;
