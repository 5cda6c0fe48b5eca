import type { Interval } from '../statistics/bootstrap';
import type { CellOutcome, PredictionKind } from '../experiments/definition-types';
import type { MeasureId, MeasureUnit } from '../experiments/measures';
import type { NoiseFloor } from '../statistics/noise-floor';
import type { AnswerSummary } from './answer';
import type { BreakEvenSummary } from './break-even';
import type { ForecastScore } from './forecast-types';
import type { ControlOutcome } from './control';
import type { MatrixSummary } from './matrix';
import type { ScalingSummary } from './scaling';
import type { FlaggedExecution } from './flagged';
import type { TodaysVerdicts } from './today';
import type { WaitingSummary } from './waiting';
import type { WorkbenchCondition } from './workbench';
import type { RunWarning, Transport, WorkerRecord } from '../record/events';
import type { WorkerState } from '../record/schema-parts';
import type { LevelVerdict, Verdict } from './verdicts';
import type { Contradiction } from '../verify/contradiction';

/** All times in nanoseconds, all intervals those of the median by the record's rules unless said otherwise. */
export interface ServedTime {
  readonly task: string;
  /** From the start of the cell until the task was served. */
  readonly time: Interval;
}

/** A measure of a condition beside its headline: median over rounds with its interval. */
export interface MeasureSummary {
  readonly measure: MeasureId;
  readonly unit: MeasureUnit;
  readonly value: Interval;
  /** One value per round that has it, in the order of the condition's rounds. */
  readonly values: readonly number[];
  /** The round behind each value; fewer than the condition's where some lost this measure. */
  readonly rounds: readonly number[];
}

export interface ConditionSummary {
  readonly condition: string;
  /**
   * The part's headline, one value per round (the smallest of its repetitions): the total with the workers already hired,
   * or what the part names instead.
   */
  readonly headline: Interval;
  readonly headlinesNs: readonly number[];
  /** The round behind each value of headlinesNs, ascending; a run that did not complete may lack some. */
  readonly rounds: readonly number[];
  /** Indices into headlinesNs that lie outside Tukey's fences: flagged and kept. */
  readonly outliers: readonly number[];
  /** Indices into headlinesNs of the rounds whose sentinel kernel took more than 1.3x the run's median: flagged and kept. */
  readonly slowRounds: readonly number[];
  /** Warm-up total, shown greyed, never analysed; undefined if the warm-up did not finish. */
  readonly warmUpNs: number | undefined;
  /**
   * Total plus the time to hire the condition's workers from nothing; equal to total where nobody is hired, undefined
   * where a hiring was not recorded, or the headline is not a total.
   */
  readonly headlineWithHiring: Interval | undefined;
  readonly served: readonly ServedTime[];
  /** Share of each worker state in all workers' time during the analysed cells; the six add up to 1. */
  readonly stateShares: Readonly<Record<WorkerState, number>>;
  /** Workers x wall time of one analysed cell, the basis (100 %) of the shares, median over rounds. */
  readonly workerTimeNs: number;
  readonly cpuSeconds: Interval | undefined;
  /** Absent for records made before it was read. */
  readonly waiting?: WaitingSummary;
  readonly messagesPerCell: number;
  /** How many analysed cells ended otherwise than `completed`, by how; absent where none did. */
  readonly outcomes?: Readonly<Partial<Record<CellOutcome, number>>>;
  /**
   * What the part measures besides, in the order of the part, from the rounds that have it. In records made before rounds were
   * kept in reserve only what every round has.
   */
  readonly measures: readonly MeasureSummary[];
}

export interface PartSummary {
  readonly part: string;
  /** The conditions with at least one measured round, in the order in which the part names them. */
  readonly conditions: readonly ConditionSummary[];
  readonly noise: NoiseFloor | undefined;
  readonly verdicts: readonly Verdict[];
  /** Verdicts about single conditions. */
  readonly levels: readonly LevelVerdict[];
  /** False if two conditions returned different checksums for the same task: then nothing is compared. */
  readonly checksumsAgree: boolean;
  /** What had to hold where nothing ran; absent where the part asks for nothing. */
  readonly control?: ControlOutcome;
}

/** What the hired workers of a condition cost. */
export interface WagesSummary {
  readonly condition: string;
  readonly hiredWorkers: number;
  /** Time from asking for the hired workers until all are ready; n is the number of hirings from nothing. */
  readonly hiring: Interval;
  readonly hiringNs: readonly number[];
  /** Memory per hired worker; undefined where the machine does not tell. */
  readonly memoryPerWorkerBytes: Interval | undefined;
  readonly memoryBasis: 'pss' | 'rss' | 'none';
  /** An empty message to one hired worker and back. */
  readonly roundTrip: Interval | undefined;
  /** The two relays' part of that round trip (processes that are reached through them). */
  readonly relay: Interval | undefined;
  /** How messages got to the worker; undefined where the record does not say. */
  readonly transport: Transport | undefined;
  /** The same message over Electron's port, and the two relays' part of it: for processes that are reached by a socket. */
  readonly overPort: { readonly roundTrip: Interval; readonly relay: Interval | undefined } | undefined;
}

export interface PredictionScore {
  readonly part: string;
  /** How the person predicted: only the rows of that kind are filled. */
  readonly by: PredictionKind;
  /** Share of pairs of conditions put in the right order, 0..1; 0 if there are no pairs. */
  readonly ranking: number;
  /** Pairs behind it: those that the run told apart. */
  readonly pairs: number;
  readonly rows: readonly {
    readonly condition: string;
    readonly predictedNs: number;
    readonly measuredNs: number;
  }[];
  /** Speed-ups over one, in times, where a curve was sketched. */
  readonly curve?: readonly {
    readonly condition: string;
    readonly predicted: number;
    readonly measured: Interval;
  }[];
  /** Places from 1 (fastest), where an order was predicted; equal places are ties. Measured: no difference was shown. */
  readonly places?: readonly {
    readonly condition: string;
    readonly predicted: number;
    readonly measured: number;
  }[];
}

/** Everything a screen, a report or the command line shows about a record; computed by `analyse`, never stored. */
export interface Analysis {
  readonly recordId: string;
  readonly parts: readonly PartSummary[];
  readonly wages: readonly WagesSummary[];
  readonly prediction: readonly PredictionScore[] | undefined;
  /** What was predicted beside times, orders and curves; absent where nothing was. */
  readonly forecasts?: readonly ForecastScore[];
  /** Warnings of the record plus those that only the whole run shows (drift, slow sentinels, other load). */
  readonly warnings: readonly RunWarning[];
  /** Workers by id, for labels and lanes. */
  readonly workers: readonly WorkerRecord[];
  /** Curves of the parts whose conditions are amounts of one thing; absent for an experiment without such a part. */
  readonly scaling?: readonly ScalingSummary[];
  /** The matrix of each part; absent for an experiment whose conditions are none. */
  readonly matrix?: readonly MatrixSummary[];
  /** What a Workbench record shows besides; absent for every other experiment. */
  readonly workbench?: readonly WorkbenchCondition[];
  /** What a search of the Workbench found; absent for every other run. */
  readonly answer?: AnswerSummary;
  /** From which task size on a condition is faster, where the experiment asks for it; absent for every other. */
  readonly breakEven?: readonly BreakEvenSummary[];
  /** Executions that were flagged as slow, each with a reason; absent for records made before counters were read around each. */
  readonly flagged?: readonly FlaggedExecution[];
  /** What today's definition or rules would say otherwise; absent where they would say the same. */
  readonly today?: TodaysVerdicts;
  readonly method: {
    /** How the intervals of medians and ratios are made. */
    readonly interval: string;
    /** Of derived quantities, and of medians and ratios where the method is a bootstrap. */
    readonly resamples: number;
    /** Coverage asked for; what an interval has follows from its number of samples. */
    readonly confidence: number;
    readonly minimumRounds: number;
    /** Largest floor at which "no difference" is said; absent: no limit. */
    readonly largestFloor?: number;
  };
  /** The first thing in the stored record that does not follow from the rest of it; absent where everything does. */
  readonly contradiction?: Contradiction;
}
