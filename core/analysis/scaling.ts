import type { ConditionDefinition, ExperimentDefinition, ScalingDefinition } from '../experiments/definition-types';
import { fitAmdahl } from '../statistics/amdahl';
import type { Interval } from '../statistics/bootstrap';
import { median } from '../statistics/quantile';
import { ratioInterval } from '../statistics/ratio';
import { fitUsl, uslParameters } from '../statistics/usl';
import { pairedTotals } from './comparisons';
import type { Rules } from '../rules/rules';
import { randomFor } from './random-for';
import type { ConditionSummary, PartSummary } from './types';
import type { UnsealedRecord } from '../record/record';
import type { WaitingSummary } from './waiting';

/** One place on a scaling curve. */
export interface ScalingPoint {
  readonly condition: string;
  /** Threads, tasks in flight or threads of the libuv pool, as `over` says. */
  readonly amount: number;
  /** Time with one divided by time with this many: median of per-round ratios with its interval. Unit: times. */
  readonly speedup: Interval;
  /** The ratios behind it, one per round that both have. */
  readonly speedups: readonly number[];
  /** How long the workers had no core; absent for records made before it was read. */
  readonly waiting?: WaitingSummary;
}

interface LawFit {
  /** Numbers of threads that the law was fitted to, from one up. */
  readonly levels: number;
  /** Largest distance of a measured median from the law, as a share of the median. */
  readonly worstMiss: number;
  /** True if the law has as many parameters as places to miss and goes through all of them: then the data do not test it. */
  readonly isExact: boolean;
}

export interface AmdahlSummary extends LawFit {
  /** Share of the work, 0..1, that threads can do at the same time. */
  readonly parallelShare: Interval;
}

export interface UslSummary extends LawFit {
  /** Speed-up of one thread by the law; near 1. */
  readonly lambda: Interval;
  /** Contention: share of the work that only one thread can do at a time. */
  readonly sigma: Interval;
  /** Coherency: what every pair of threads costs. */
  readonly kappa: Interval;
  /** Number of threads beyond which more do less; undefined unless more numbers of threads than the law has parameters show a peak. */
  readonly peakWorkers: Interval | undefined;
}

/** A law that was not fitted says why. */
export type LawOutcome<Fit> =
  { readonly fit: Fit } | { readonly fit: undefined; readonly reason: 'too-few-rounds' | 'too-few-levels' };

export interface ScalingLaws {
  /** Rounds that hold every number of threads; only they are fitted. */
  readonly rounds: number;
  /** Amdahl's law holds for threads with a core each: it is fitted to at most this many. */
  readonly cores: number;
  readonly amdahl: LawOutcome<AmdahlSummary>;
  readonly usl: LawOutcome<UslSummary>;
}

/** How the time of a part changes with an amount, against one. */
export interface ScalingSummary {
  readonly part: string;
  readonly over: ScalingDefinition['over'];
  /** Ascending by amount; the first is 1 and its speed-up 1 by definition. */
  readonly points: readonly ScalingPoint[];
  readonly laws?: ScalingLaws;
}

/** What a condition has of the factor; undefined for one that has no number of it. */
export function amountOf(over: ScalingDefinition['over'], condition: ConditionDefinition): number | undefined {
  switch (over) {
    case 'threads':
      return condition.seats.length;
    case 'in-flight':
      return condition.inFlight;
    case 'pool-size':
      return condition.seats[0]?.poolSize;
  }
}

/**
 * The scaling curves of the parts that have one and for which one of the factor and at least one more were measured.
 * Second halves of A/A pairs are left out; a part whose checksums differ has no curve, for its times are not comparable.
 */
export function scalingOf(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  parts: readonly PartSummary[],
): readonly ScalingSummary[] {
  return experiment.parts.flatMap(({ id, scaling }) => {
    const part = parts.find((one) => one.part === id);
    if (!scaling || !part?.checksumsAgree) return [];
    const places = placesOf(experiment, scaling, part.conditions);
    const [base] = places;
    if (base?.amount !== 1 || places.length < 2) return [];
    const points = places.flatMap((place): ScalingPoint[] => {
      const { first, second } = pairedTotals(base.summary, place.summary);
      if (first.length === 0) return [];
      const random = randomFor(record.plan.seed, `${id}/${place.summary.condition}/scaling`);
      return [
        {
          condition: place.summary.condition,
          ...(place.summary.waiting && { waiting: place.summary.waiting }),
          amount: place.amount,
          speedup: ratioInterval(first, second, random, record.rules.interval),
          speedups: first.map((time, round) => time / (second[round] ?? time)),
        },
      ];
    });
    const cores = record.plan.cores ?? record.environment.availableParallelism;
    const laws = scaling.laws ? lawsOf(places, cores, record.plan.seed, id, record.rules) : undefined;
    return [{ part: id, over: scaling.over, points, ...(laws && { laws }) }];
  });
}

interface Place {
  readonly amount: number;
  readonly summary: ConditionSummary;
}

function placesOf(
  experiment: ExperimentDefinition,
  { over }: ScalingDefinition,
  conditions: readonly ConditionSummary[],
): readonly Place[] {
  return conditions
    .flatMap((summary): Place[] => {
      const definition = experiment.conditions.find(({ id }) => id === summary.condition);
      const amount = definition?.repeats === undefined && definition ? amountOf(over, definition) : undefined;
      return amount === undefined ? [] : [{ amount, summary }];
    })
    .sort((a, b) => a.amount - b.amount);
}

/** Speed-ups of one number of threads, in the rounds that hold all numbers. */
interface Level {
  readonly workers: number;
  readonly speedups: readonly { readonly speedup: number; readonly round: number }[];
}

function lawsOf(places: readonly Place[], cores: number, seed: number, part: string, rules: Rules): ScalingLaws {
  const rounds = (places[0]?.summary.rounds ?? []).filter((round) =>
    places.every(({ summary }) => summary.rounds.includes(round)),
  );
  const timeOf = ({ summary }: Place, round: number): number =>
    summary.headlinesNs[summary.rounds.indexOf(round)] ?? Number.NaN;
  const levels = places.map((place): Level => {
    const [base = place] = places;
    return {
      workers: place.amount,
      speedups: rounds.map((round) => ({ round, speedup: timeOf(base, round) / timeOf(place, round) })),
    };
  });
  const hasRounds = rounds.length >= rules.minimumRounds;
  return {
    rounds: rounds.length,
    cores,
    amdahl: hasRounds ? amdahlOf(levels, cores, seed, part, rules) : { fit: undefined, reason: 'too-few-rounds' },
    usl: hasRounds ? uslOf(levels, seed, part, rules) : { fit: undefined, reason: 'too-few-rounds' },
  };
}

function amdahlOf(
  levels: readonly Level[],
  cores: number,
  seed: number,
  part: string,
  { interval }: Rules,
): LawOutcome<AmdahlSummary> {
  const fitted = levels.filter(({ workers }) => workers <= cores);
  if (fitted.length < 2) return { fit: undefined, reason: 'too-few-levels' };
  const points = fitted.flatMap(({ workers, speedups }) => speedups.map((one) => ({ workers, ...one })));
  const { parallelShare, predict } = fitAmdahl(points, randomFor(seed, `${part}/amdahl`), interval);
  return { fit: { parallelShare, ...qualityOf(fitted, predict, 2) } };
}

function uslOf(levels: readonly Level[], seed: number, part: string, { interval }: Rules): LawOutcome<UslSummary> {
  if (levels.length < uslParameters) return { fit: undefined, reason: 'too-few-levels' };
  const points = levels.flatMap(({ workers, speedups }) =>
    speedups.map(({ round, speedup }) => ({ workers, round, throughput: speedup })),
  );
  const { lambda, sigma, kappa, peakWorkers, predict } = fitUsl(points, randomFor(seed, `${part}/usl`), interval);
  // As many numbers of threads as parameters do not test the law: a peak of such a curve was not seen.
  const seenPeak = levels.length > uslParameters ? peakWorkers : undefined;
  return { fit: { lambda, sigma, kappa, peakWorkers: seenPeak, ...qualityOf(levels, predict, uslParameters) } };
}

/** A law that misses by less than this goes through the medians. */
const exactMiss = 0.005;

/** @param free places through which the law can be put whatever they are: its parameters, and one thread by definition */
function qualityOf(levels: readonly Level[], predict: (workers: number) => number, free: number): LawFit {
  const misses = levels.map(({ workers, speedups }) => {
    const middle = median(speedups.map(({ speedup }) => speedup));
    return Math.abs(predict(workers) / middle - 1);
  });
  const worstMiss = Math.max(...misses);
  // A law whose parameters are at their bounds misses even few places; then the miss is what there is to say.
  return { levels: levels.length, worstMiss, isExact: levels.length <= free && worstMiss < exactMiss };
}
