import type { BootstrapOptions, Interval } from './bootstrap';
import { elementAt } from './element-at';
import { type BoundedModel, fitLeastSquares } from './least-squares';
import { bootstrapRounds, tabulateRounds } from './least-squares-rounds';
import type { Random } from './random';

/** A speed-up measured in one round. */
export interface SpeedupPoint {
  /** A whole number >= 1. */
  readonly workers: number;
  /** Time with one worker divided by time with this many, both of the same round. Unit: times. */
  readonly speedup: number;
  readonly round: number;
}

export interface AmdahlFit {
  /** Share of the work, 0..1, that workers can do at the same time. */
  readonly parallelShare: Interval;
  /** The fitted curve: speed-up at a number of workers >= 1. Beyond the workers measured it is a guess. */
  readonly predict: (workers: number) => number;
}

const model: BoundedModel = {
  lower: [0],
  upper: [1],
  value: (parameters, workers) => amdahlSpeedup(elementAt(parameters, 0), workers),
  gradient: (parameters, workers) => [amdahlSpeedup(elementAt(parameters, 0), workers) ** 2 * (1 - 1 / workers)],
};

/**
 * Speed-up by Amdahl's law: 1 / (1 - p + p / n). G. M. Amdahl, "Validity of the single processor approach to achieving
 * large scale computing capabilities", AFIPS 1967.
 * @param parallelShare p, 0..1
 * @param workers n, at least 1
 */
export function amdahlSpeedup(parallelShare: number, workers: number): number {
  return 1 / (1 - parallelShare + parallelShare / workers);
}

/**
 * Fits Amdahl's law to the median speed-up of each number of workers by least squares, 0 <= p <= 1; medians, so that
 * one disturbed round does not bend the curve. The interval is a percentile bootstrap over whole rounds. A speed-up
 * above the number of workers gives p = 1, one below 1 gives p = 0: the law has no room for either.
 * @throws RangeError if no point has more than one worker, and as `tabulateRounds` and `bootstrapRounds`
 */
export function fitAmdahl(points: readonly SpeedupPoint[], random: Random, options: BootstrapOptions = {}): AmdahlFit {
  const { places, values } = tabulateRounds(
    points.map(({ workers, speedup, round }) => ({ workers, value: speedup, round })),
  );
  if (!places.some((workers) => workers > 1)) {
    throw new RangeError("Amdahl's law needs a speed-up with more than one worker");
  }
  const evaluate = (medians: readonly number[]) => [fitShare(places, medians)];
  const parallelShare = elementAt(bootstrapRounds(values, evaluate, random, options), 0);
  return { parallelShare, predict: (workers) => amdahlSpeedup(parallelShare.estimate, workers) };
}

/** Shares at which the sum of squares is looked at before it is refined: every half per cent. */
const gridSteps = 200;

/**
 * Speed-ups that follow no law can leave two hollows in the sum of squares: every hollow of a grid is refined, by the
 * method of Gauss and Newton and, as that crawls where the residuals are large, by golden section (Press et al., Numerical
 * Recipes, 3rd ed., section 10.2). The deepest is taken.
 */
function fitShare(workers: readonly number[], speedups: readonly number[]): number {
  const errorOf = (share: number): number =>
    workers.reduce((sum, count, index) => sum + (elementAt(speedups, index) - amdahlSpeedup(share, count)) ** 2, 0);
  const errors = Array.from({ length: gridSteps + 1 }, (_, step) => errorOf(step / gridSteps));
  const hollows = errors.flatMap((error, step) =>
    error <= (errors[step - 1] ?? Infinity) && error <= (errors[step + 1] ?? Infinity) ? [step] : [],
  );
  const refined = hollows.flatMap((step) => [
    step / gridSteps,
    elementAt(fitLeastSquares(model, workers, speedups, [step / gridSteps]).parameters, 0),
    goldenSection(errorOf, Math.max(0, step - 1) / gridSteps, Math.min(gridSteps, step + 1) / gridSteps),
  ]);
  return refined.reduce((best, next) => (errorOf(next) < errorOf(best) ? next : best));
}

const goldenShare = (Math.sqrt(5) - 1) / 2;

/** The place of the smallest value between two places, to about 1e-9. */
function goldenSection(valueOf: (place: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > 1e-9) {
    const left = high - goldenShare * (high - low);
    const right = low + goldenShare * (high - low);
    if (valueOf(left) <= valueOf(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
