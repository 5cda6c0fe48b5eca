import type { ExperimentDefinition } from '../experiments/definition-types';
import { resolveWork } from '../experiments/work';
import { breakEven, type BreakEvenFound, type NoBreakEvenReason } from '../statistics/break-even';
import { logRatios } from '../statistics/ratio';
import type { Rules } from '../rules/rules';
import { randomFor } from './random-for';
import type { ConditionSummary, PartSummary } from './types';
import type { RunPlan } from '../record/plan';
import type { Verdict } from './verdicts';

/** A condition against the baseline at one size of the tasks. */
export interface BreakEvenPoint {
  readonly part: string;
  /** Size of one task in nanoseconds, as measured: the baseline's median headline divided by the number of tasks. */
  readonly sizeNs: number;
  /** time(condition) / time(baseline) with its interval, the same as in the verdict of that part. */
  readonly ratio: NonNullable<Verdict['ratio']>;
}

/**
 * Why there is no size from which on the condition is faster: as in the statistics, or because too little was measured
 * (fewer than two sizes, or sizes that do not ascend; too few rounds that all sizes have).
 */
export type NoBreakEven = NoBreakEvenReason | 'not-measured' | 'too-few-rounds';

/** From which task size on a condition is faster than the baseline. */
export interface BreakEvenSummary {
  readonly condition: string;
  readonly baseline: string;
  /** Rounds that all sizes share; the statistic rests on these. */
  readonly rounds: number;
  /** By ascending size. */
  readonly points: readonly BreakEvenPoint[];
  /** Sizes in nanoseconds. */
  readonly found: BreakEvenFound | undefined;
  /** Why nothing was found; undefined if something was. */
  readonly reason: NoBreakEven | undefined;
  /** The neighbouring measured sizes between which it lies, by straight lines on logarithmic scales. */
  readonly between: readonly [BreakEvenPoint, BreakEvenPoint] | undefined;
}

/**
 * One summary per condition that the experiment asks it of; undefined if it asks for none. Sizes at which one of the two
 * was not measured, or whose checksums differ, are left out.
 */
export function summariseBreakEven(
  { breakEven: asked, parts: definitions }: ExperimentDefinition,
  parts: readonly PartSummary[],
  { seed, parameters }: Pick<RunPlan, 'seed' | 'parameters'>,
  rules: Rules,
): readonly BreakEvenSummary[] | undefined {
  if (!asked) return undefined;
  const { baseline } = asked;
  return asked.conditions.map((condition) => {
    const sizes = parts.flatMap((part): Size[] => {
      const work = definitions.find(({ id }) => id === part.part)?.work;
      const own = part.conditions.find((one) => one.condition === condition);
      const other = part.conditions.find((one) => one.condition === baseline);
      const ratio = part.verdicts.find((one) => one.condition === condition && one.baseline === baseline)?.ratio;
      if (!work || !own || !other || !ratio) return [];
      const sizeNs = other.headline.estimate / resolveWork(work, parameters).tasks;
      return [{ point: { part: part.part, sizeNs, ratio }, own, other }];
    });
    return summarise(condition, baseline, sizes, seed, rules);
  });
}

interface Size {
  readonly point: BreakEvenPoint;
  readonly own: ConditionSummary;
  readonly other: ConditionSummary;
}

function summarise(
  condition: string,
  baseline: string,
  sizes: readonly Size[],
  seed: number,
  { interval, minimumRounds }: Rules,
): BreakEvenSummary {
  const rounds = sharedRounds(sizes.flatMap(({ own, other }) => [own, other]));
  const points = sizes.map(({ point }) => point);
  const known = { condition, baseline, rounds: rounds.length, points, found: undefined, between: undefined };
  const ascending = points.every(({ sizeNs }, index) => sizeNs > (points[index - 1]?.sizeNs ?? 0));
  if (points.length < 2 || !ascending) return { ...known, reason: 'not-measured' };
  if (rounds.length < minimumRounds) return { ...known, reason: 'too-few-rounds' };
  const result = breakEven(
    points.map(({ sizeNs }) => sizeNs),
    sizes.map(({ own, other }) => logRatios(valuesIn(own, rounds), valuesIn(other, rounds))),
    randomFor(seed, `break-even/${condition}`),
    interval,
  );
  if (result.size === undefined) return { ...known, reason: result.reason };
  const { estimate } = result.size;
  const above = points.findIndex(({ sizeNs }) => sizeNs >= estimate);
  const [from, to] = [points[above - 1], points[above]];
  return { ...known, found: result, reason: undefined, between: from && to && [from, to] };
}

/** Rounds that every summary has, ascending; none if there is no summary. */
function sharedRounds([first, ...others]: readonly ConditionSummary[]): number[] {
  return (first?.rounds ?? []).filter((round) => others.every(({ rounds }) => rounds.includes(round)));
}

function valuesIn({ rounds, headlinesNs }: ConditionSummary, wanted: readonly number[]): number[] {
  return wanted.map((round) => headlinesNs[rounds.indexOf(round)] ?? Number.NaN);
}
