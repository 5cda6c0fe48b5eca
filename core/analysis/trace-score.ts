import type { TraceBar } from '../record/forecasts';
import type { CellRecord } from '../record/events';
import type { Random } from '../statistics/random';
import { lengthOf, sharedLength, unionOf, without, type Stretch } from '../statistics/stretches';

/** What a worker does as far as it can be drawn: it computes, stands beside a wait, or is free until all is done. */
export const comparedStates = ['busy', 'blocked', 'idle'] as const;
export type ComparedState = (typeof comparedStates)[number];

/** What one worker does when, in ms from the start; stretches of a state do not overlap. */
export type LaneStates = Readonly<Record<ComparedState, readonly Stretch[]>>;

/** Length that two drawings have in common, and that of both together, in ms, summed over lanes and states. */
export interface Overlap {
  readonly shared: number;
  readonly whole: number;
}

/**
 * What each lane does by the bars that were drawn. A timer keeps nobody: until the last bar ends, a worker is free unless
 * it computes or stands beside something.
 */
export function drawnLanes(bars: readonly TraceBar[], lanes: readonly string[]): LaneStates[] {
  const end = Math.max(0, ...bars.map(({ endMs }) => endMs));
  return lanes.map((lane) => {
    const own = bars.filter((bar) => bar.lane === lane);
    const of = (state: TraceBar['state']): Stretch[] =>
      unionOf(own.filter((bar) => bar.state === state).map(({ startMs, endMs }) => ({ from: startMs, to: endMs })));
    const [busy, blocked] = [of('busy'), of('blocked')];
    return { busy, blocked, idle: without({ from: 0, to: end }, [...busy, ...blocked]) };
  });
}

/** What each worker of a cell did by its recorded spans; messages and time without a core are none of the three states. */
export function recordedLanes({ startNs, workers }: Pick<CellRecord, 'startNs' | 'workers'>): LaneStates[] {
  return workers.map(({ spans }) => {
    const of = (state: ComparedState): Stretch[] =>
      unionOf(
        spans
          .filter((span) => span.state === state)
          .map((span) => ({ from: (span.startNs - startNs) / 1e6, to: (span.endNs - startNs) / 1e6 })),
      );
    return { busy: of('busy'), blocked: of('blocked'), idle: of('idle') };
  });
}

/**
 * Overlap of two drawings of the same workers, with the workers matched as well as they can be: who of several equal
 * workers got which task is chance. A lane that the other does not have counts as missed.
 */
export function overlapOf(drawn: readonly LaneStates[], recorded: readonly LaneStates[]): Overlap {
  const size = Math.max(drawn.length, recorded.length);
  const pairs = Array.from({ length: size }, (_, one) =>
    Array.from({ length: size }, (__, other) => overlapOfLanes(drawn[one] ?? empty, recorded[other] ?? empty)),
  );
  let best: Overlap = { shared: 0, whole: 0 };
  for (const order of ordersOf(size)) {
    const sum = order.reduce<Overlap>(
      (all, other, one) => {
        const pair = pairs[one]?.[other] ?? best;
        return { shared: all.shared + pair.shared, whole: all.whole + pair.whole };
      },
      { shared: 0, whole: 0 },
    );
    if (best.whole === 0 || shareOf(sum) > shareOf(best)) best = sum;
  }
  return best;
}

/** Intersection over union, 0..1; 0 where there is nothing. */
export function shareOf({ shared, whole }: Overlap): number {
  return whole === 0 ? 0 : shared / whole;
}

/** Several overlaps as one. */
export function sumOf(overlaps: readonly Overlap[]): Overlap {
  return {
    shared: overlaps.reduce((sum, { shared }) => sum + shared, 0),
    whole: overlaps.reduce((sum, { whole }) => sum + whole, 0),
  };
}

const empty: LaneStates = { busy: [], blocked: [], idle: [] };

function overlapOfLanes(one: LaneStates, other: LaneStates): Overlap {
  return sumOf(
    comparedStates.map((state) => {
      const shared = sharedLength(one[state], other[state]);
      return { shared, whole: lengthOf(one[state]) + lengthOf(other[state]) - shared };
    }),
  );
}

/** Beyond so many workers they are matched as they stand: the number of orders would explode. */
const mostMatched = 5;

function ordersOf(size: number): readonly (readonly number[])[] {
  const all = Array.from({ length: size }, (_, index) => index);
  return size > mostMatched ? [all] : permutations(all);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** Bars by condition. */
export type DrawnTrace = Readonly<Record<string, readonly TraceBar[]>>;

/**
 * The same bars, dealt at random to the places of all conditions: each place keeps its lane and its begin, and gets
 * another bar with that bar's length and state. What a drawing scores above this is more than having the right bars.
 */
export function shuffled(drawn: DrawnTrace, random: Random): DrawnTrace {
  const places = Object.entries(drawn).flatMap(([condition, bars]) => bars.map((bar) => ({ condition, bar })));
  const dealt = places.map(({ bar }) => bar);
  for (let left = dealt.length - 1; left > 0; left -= 1) {
    const other = random.integer(left + 1);
    const [a, b] = [dealt[left], dealt[other]];
    if (a && b) [dealt[left], dealt[other]] = [b, a];
  }
  const result: Record<string, TraceBar[]> = Object.fromEntries(Object.keys(drawn).map((id) => [id, []]));
  places.forEach(({ condition, bar }, index) => {
    const { task, state, startMs, endMs } = dealt[index] ?? bar;
    const { lane, startMs: begin } = bar;
    result[condition]?.push({ task, state, lane, startMs: begin, endMs: begin + endMs - startMs });
  });
  return result;
}

/** Shuffled answers behind a mean: enough for two digits. */
export const shuffles = 100;

/** Mean scores of shuffled answers, 0..1, in the order of the scores. @param scores of a drawing, 0..1 */
export function shuffledMeans(
  drawn: DrawnTrace,
  scores: (trace: DrawnTrace) => readonly number[],
  random: Random,
  times = shuffles,
): readonly number[] {
  let sums: readonly number[] = [];
  for (let time = 0; time < times; time += 1) {
    const before = sums;
    sums = scores(shuffled(drawn, random)).map((score, index) => score + (before[index] ?? 0));
  }
  return sums.map((sum) => sum / times);
}

/**
 * The agreement that a drawing needs: so far on the way from what its own bars score in random places to full agreement. Having
 * the right bars is given; what counts is where they were put.
 */
export function limitBeyondChance(chance: number, share: number): number {
  return chance + share * (1 - chance);
}
