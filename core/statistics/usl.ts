import type { BootstrapOptions, Interval } from './bootstrap';
import { elementAt } from './element-at';
import { type BoundedModel, fitLeastSquares, solveSymmetric } from './least-squares';
import { bootstrapRounds, tabulateRounds } from './least-squares-rounds';
import type { Random } from './random';

/** Parameters of the law: as many numbers of workers do not test it. */
export const uslParameters = 3;

/** A throughput measured in one round. */
export interface ThroughputPoint {
  /** A whole number >= 1. */
  readonly workers: number;
  /** Work per time, in any unit. */
  readonly throughput: number;
  readonly round: number;
}

export interface UslParameters {
  /** Throughput of one worker, in the unit of the data. */
  readonly lambda: number;
  /** Contention: share of the work that only one worker can do at a time. */
  readonly sigma: number;
  /** Coherency: what every pair of workers costs for keeping in step. */
  readonly kappa: number;
}

export interface UslFit {
  readonly lambda: Interval;
  readonly sigma: Interval;
  readonly kappa: Interval;
  /**
   * Number of workers, not rounded and at least 1, beyond which more workers do less. `undefined` unless the data show
   * a peak: where the interval of kappa touches 0, the curve may as well rise for ever.
   */
  readonly peakWorkers: Interval | undefined;
  /** The fitted curve: throughput at a number of workers >= 1. Beyond the workers measured it is a guess. */
  readonly predict: (workers: number) => number;
}

const model: BoundedModel = {
  lower: [0, 0, 0],
  upper: [Infinity, Infinity, Infinity],
  value: (parameters, workers) => uslThroughput(named(parameters), workers),
  gradient: (parameters, workers) => {
    const { lambda, sigma, kappa } = named(parameters);
    const load = slowdown(sigma, kappa, workers);
    const bySlowdown = (-lambda * workers) / load ** 2;
    return [workers / load, bySlowdown * (workers - 1), bySlowdown * workers * (workers - 1)];
  },
};

/**
 * Throughput by the Universal Scalability Law: lambda n / (1 + sigma (n - 1) + kappa n (n - 1)). N. J. Gunther,
 * Guerrilla Capacity Planning, Springer 2007 (later texts call sigma alpha, kappa beta and lambda gamma).
 * @param workers n, at least 1
 */
export function uslThroughput({ lambda, sigma, kappa }: UslParameters, workers: number): number {
  return (lambda * workers) / slowdown(sigma, kappa, workers);
}

/**
 * Fits the Universal Scalability Law to the median throughput of each number of workers by least squares, with all
 * three parameters >= 0: Gunther's quadratic as the start, refined by Levenberg-Marquardt with projection. Medians, so
 * that one disturbed round does not bend the curve. Intervals are percentile bootstraps over whole rounds. Contention
 * and coherency look alike over a short range of workers: their intervals are then wide, while the curve is sure.
 * @throws RangeError if there are fewer than three numbers of workers, and as `tabulateRounds` and `bootstrapRounds`
 */
export function fitUsl(points: readonly ThroughputPoint[], random: Random, options: BootstrapOptions = {}): UslFit {
  const { places, values } = tabulateRounds(
    points.map(({ workers, throughput, round }) => ({ workers, value: throughput, round })),
  );
  if (places.length < 3) {
    throw new RangeError(`Three parameters need three numbers of workers, got ${places.length}`);
  }
  const evaluate = (medians: readonly number[]) => {
    const { lambda, sigma, kappa } = fitParameters(places, medians);
    return [lambda, sigma, kappa, inversePeak(sigma, kappa)];
  };
  const intervals = bootstrapRounds(values, evaluate, random, options);
  const lambda = elementAt(intervals, 0);
  const sigma = elementAt(intervals, 1);
  const kappa = elementAt(intervals, 2);
  const estimates = { lambda: lambda.estimate, sigma: sigma.estimate, kappa: kappa.estimate };
  return {
    lambda,
    sigma,
    kappa,
    peakWorkers: inverted(elementAt(intervals, 3)),
    predict: (workers) => uslThroughput(estimates, workers),
  };
}

/** Works on shares of the largest throughput, so that the unit of the data does not matter. */
function fitParameters(workers: readonly number[], throughputs: readonly number[]): UslParameters {
  const largest = Math.max(...throughputs);
  const shares = throughputs.map((throughput) => throughput / largest);
  const perWorker = Math.max(...shares.map((share, index) => share / elementAt(workers, index)));
  // With a parameter at its bound the squared error can have a second minimum: hence the starts at either bound.
  const starts = [quadraticStart(workers, shares, perWorker), [perWorker, 0.05, 0], [perWorker, 0, 0.001]];
  const best = starts
    .map((start) => fitLeastSquares(model, workers, shares, start))
    .reduce((left, right) => (right.squaredError < left.squaredError ? right : left));
  const { lambda, sigma, kappa } = named(best.parameters);
  return { lambda: lambda * largest, sigma: withoutRounding(sigma), kappa: withoutRounding(kappa) };
}

/** What is left of a 0 by rounding is 0: a kappa of 1e-18 would put a peak at a thousand million workers. */
function withoutRounding(parameter: number): number {
  return parameter < 1e-12 ? 0 : parameter;
}

/**
 * Gunther's transformation: n / throughput is a quadratic in n, here 1/lambda + sigma/lambda (n - 1) + kappa/lambda
 * n (n - 1), and has its least squares in closed form.
 */
function quadraticStart(workers: readonly number[], shares: readonly number[], perWorker: number): number[] {
  const terms = workers.map((count) => [1, count - 1, count * (count - 1)]);
  const times = workers.map((count, index) => count / elementAt(shares, index));
  const columns = [0, 1, 2];
  const matrix = columns.map((row) =>
    columns.map((column) => terms.reduce((sum, term) => sum + elementAt(term, row) * elementAt(term, column), 0)),
  );
  const right = columns.map((row) =>
    terms.reduce((sum, term, index) => sum + elementAt(term, row) * elementAt(times, index), 0),
  );
  const [constant = 0, linear = 0, square = 0] = solveSymmetric(matrix, right);
  return constant > 0 ? [1 / constant, linear / constant, square / constant] : [perWorker, linear, square];
}

/** 1 / peak is 0 where there is no peak, so that resamples without one can be put in order with the others. */
function inversePeak(sigma: number, kappa: number): number {
  return sigma >= 1 ? 1 : Math.min(1, Math.sqrt(kappa / (1 - sigma)));
}

function inverted(interval: Interval): Interval | undefined {
  if (interval.low <= 0 || interval.estimate <= 0) {
    return undefined;
  }
  return { ...interval, estimate: 1 / interval.estimate, low: 1 / interval.high, high: 1 / interval.low };
}

function slowdown(sigma: number, kappa: number, workers: number): number {
  return 1 + sigma * (workers - 1) + kappa * workers * (workers - 1);
}

function named(parameters: readonly number[]): UslParameters {
  return { lambda: elementAt(parameters, 0), sigma: elementAt(parameters, 1), kappa: elementAt(parameters, 2) };
}
