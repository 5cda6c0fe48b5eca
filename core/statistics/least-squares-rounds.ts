import type { BootstrapOptions, Interval } from './bootstrap';
import { elementAt } from './element-at';
import { median, quantile } from './quantile';
import type { Random } from './random';
import { sortSamples } from './sorted-samples';
import { step } from './step';

/** One measured value at a number of workers, in a round. */
export interface ScalingValue {
  readonly workers: number;
  readonly value: number;
  /** Values of the same round were measured close together, and share whatever slowed that round. */
  readonly round: number;
}

/** Values by place (such as a number of workers or a task size), then by round: every place has every round. */
export interface RoundTable {
  /** The places, ascending. */
  readonly places: readonly number[];
  readonly values: readonly (readonly number[])[];
}

/**
 * Sorts values into a table by number of workers and round.
 * @throws RangeError if there is no value, a number of workers is not whole and at least 1, a value is not positive and
 * finite, or a round does not hold every number of workers exactly once (the caller leaves out broken rounds)
 */
export function tabulateRounds(points: readonly ScalingValue[]): RoundTable {
  const byPlace = new Map<number, Map<number, number>>();
  for (const { workers, value, round } of points) {
    if (!Number.isInteger(workers) || workers < 1) {
      throw new RangeError(`A number of workers is whole and at least 1, got ${workers}`);
    }
    if (!(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`A fit needs positive finite values, got ${value}`);
    }
    const byRound = byPlace.get(workers) ?? new Map<number, number>();
    if (byRound.has(round)) {
      throw new RangeError(`Round ${round} has ${workers} workers twice`);
    }
    byPlace.set(workers, byRound.set(round, value));
  }
  const rounds = [...new Set(points.map(({ round }) => round))];
  const places = [...byPlace.keys()].sort((a, b) => a - b);
  const values = places.map((workers) =>
    rounds.map((round) => {
      const value = byPlace.get(workers)?.get(round);
      if (value === undefined) {
        throw new RangeError(`Round ${round} has no value for ${workers} workers`);
      }
      return value;
    }),
  );
  if (values.length === 0) {
    throw new RangeError('At least one value is needed');
  }
  return { places, values };
}

/**
 * Percentile bootstrap intervals of numbers computed from the curve of medians over rounds. Whole rounds are drawn with
 * replacement (cases, not residuals: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 9.5), so that
 * values that share a round stay together. `n` is the number of rounds; with one round every interval is a point.
 * @param values by place, then by round
 * @param evaluate from the median of each place to the numbers wanted, always as many, all finite; must
 * depend on the medians alone
 * @throws RangeError if there is no value, a list of rounds differs in length, or an option is out of range
 */
export function bootstrapRounds(
  values: readonly (readonly number[])[],
  evaluate: (medians: readonly number[]) => readonly number[],
  random: Random,
  { resamples = 2000, confidence = 0.95 }: BootstrapOptions = {},
): Interval[] {
  const n = elementAt(values, 0).length;
  if (values.some((list) => list.length !== n)) {
    throw new RangeError('Every place needs a value for every round');
  }
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`Need a whole number of resamples, at least 1, got ${resamples}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, both excluded, got ${confidence}`);
  }
  const estimates = evaluate(values.map(median));
  // Medians of few rounds take few values: most resamples repeat a curve that was evaluated before.
  const known = new Map<string, readonly number[]>();
  const replicates = Array.from({ length: resamples }, () => {
    step();
    const drawn = Array.from({ length: n }, () => random.integer(n));
    const medians = values.map((list) => median(drawn.map((round) => elementAt(list, round))));
    const key = medians.join();
    const replicate = known.get(key) ?? evaluate(medians);
    known.set(key, replicate);
    return replicate;
  });
  const tail = (1 - confidence) / 2;
  return estimates.map((estimate, index) => {
    const sorted = sortSamples(replicates.map((replicate) => elementAt(replicate, index)));
    return { estimate, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail), n, confidence };
  });
}
