import type { PartSummary } from '../analysis/types';
import type { Figure } from '../figures/figure';
import type { Interval } from '../statistics/bootstrap';
import type { TextValues } from '../texts/translate';
import type { ReportContext } from '../words/context';

/** What the record says about an option of the question; `open`: this run cannot tell. */
export type Truth = 'right' | 'wrong' | 'open';

export interface ObservedOption {
  readonly id: string;
  readonly label: string;
  readonly truth: Truth;
}

/** A question whose answer can be read off the run, with the options and what the record says about each. */
export interface Observation {
  /** In the order in which the chart shows them. Where none is right, the run cannot tell and all are open. */
  readonly options: readonly ObservedOption[];
  /** Where the answer is read off: figures of the record, or its replayed timeline. */
  readonly place: readonly Figure[] | 'timeline';
  /** The text that says what can be seen: below `questions.observe`. */
  readonly telling: 'told' | 'toldNone';
  /** What goes into the places of the question's texts. */
  readonly values: TextValues;
}

/** Id of the option that says: none of the others. */
export const none = 'none';

/** An observation as it is asked: where no option is right the run cannot tell, and nothing is wrong either. */
export function observation(
  options: readonly ObservedOption[],
  place: Observation['place'],
  values: TextValues = {},
): Observation {
  const right = options.filter(({ truth }) => truth === 'right');
  const isTold = right.length > 0;
  return {
    options: isTold ? options : options.map((option) => ({ ...option, truth: 'open' })),
    place,
    telling: right.some(({ id }) => id === none) ? 'toldNone' : 'told',
    values: { answer: right.map(({ label }) => label).join(', '), ...values },
  };
}

/** Summary of a part; undefined where nothing of it was measured. */
export function measuredPart({ analysis }: ReportContext, id: string): PartSummary | undefined {
  return analysis.parts.find(({ part, conditions }) => part === id && conditions.length > 0);
}

/** Whether anything may be said about a part: its tasks returned the same, and nothing disturbed what was watched. */
export function isJudged({ checksumsAgree, control }: PartSummary): boolean {
  return checksumsAgree && (control?.holds ?? true);
}

/** A noise floor (a ratio) above which "no faster" cannot be read off a chart: noise would hide the step. */
const widestFloor = 1.25;

/** Whether equal work differed so little that two things that look alike may be called alike. */
export function isQuiet({ noise }: PartSummary): boolean {
  return noise !== undefined && noise.ratio <= widestFloor;
}

interface Rated {
  readonly id: string;
  readonly label: string;
  /** Undefined: not measured. */
  readonly value: Interval | undefined;
}

interface ExtremeOptions {
  readonly part: PartSummary;
  /** Rounds below which nothing is told. */
  readonly minimumRounds: number;
  readonly most: boolean;
}

/**
 * Which value is the smallest (or the largest). One is clearly beyond another where their intervals do not overlap and their
 * estimates differ by more than the part's noise floor. What is clearly beaten is wrong; a single one left over is right.
 */
export function extreme(rated: readonly Rated[], { part, minimumRounds, most }: ExtremeOptions): ObservedOption[] {
  const floor = part.noise?.ratio;
  const isMeasured = rated.every(({ value }) => value !== undefined && value.n >= minimumRounds);
  const open = rated.map(({ id, label }): ObservedOption => ({ id, label, truth: 'open' }));
  if (floor === undefined || !isMeasured || !isJudged(part)) return open;
  const values = rated.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
  const best = values.reduce((a, b) => (b.value.estimate < a.value.estimate === !most ? b : a));
  const beaten = new Set(
    values
      .filter(({ value }) => (most ? isBelow(value, best.value, floor) : isBelow(best.value, value, floor)))
      .map(({ id }) => id),
  );
  const left = values.length - beaten.size;
  return rated.map(({ id, label }) => ({
    id,
    label,
    truth: beaten.has(id) ? 'wrong' : left === 1 ? 'right' : 'open',
  }));
}

/** Whether one interval lies wholly below another, and the estimates differ by more than the floor (a ratio above 1). */
function isBelow(one: Interval, other: Interval, floor: number): boolean {
  return one.high < other.low && other.estimate > one.estimate * floor;
}

/**
 * The amount after which a curve rises no further: the smallest of which no larger one is clearly faster. Larger ones that the
 * run cannot tell from a further rise are open.
 */
export function endOfRise({ analysis }: ReportContext, partId: string): ObservedOption[] {
  const points = analysis.scaling?.find(({ part }) => part === partId)?.points ?? [];
  const part = analysis.parts.find((one) => one.part === partId);
  const { minimumRounds } = analysis.method;
  const floor = part?.noise?.ratio;
  const options = points.map(({ amount }): ObservedOption => {
    return { id: `n-${amount}`, label: String(amount), truth: 'open' };
  });
  const isTold = points.length > 1 && points.slice(1).every(({ speedup }) => speedup.n >= minimumRounds);
  if (!part || floor === undefined || !isTold || !isJudged(part) || !isQuiet(part)) return options;
  const end = points.findIndex(({ speedup }, index) => {
    return points.slice(index + 1).every((later) => !isBelow(speedup, later.speedup, floor));
  });
  const flat = points[end];
  if (!flat) return options;
  return options.map((option, index) => {
    const rises = (points[index]?.speedup.estimate ?? 0) > flat.speedup.estimate * floor;
    return { ...option, truth: index === end ? 'right' : index > end && rises ? 'open' : 'wrong' };
  });
}
