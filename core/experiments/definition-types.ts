/**
 * The shape of an experiment definition: data only, so that the window can build the form, main can validate a plan
 * and the workers can read it, all from the same object.
 */

import type { ForecastDefinition } from './forecasts';
import type { DurationMeasure, LevelDefinition, MeasureId, Threshold } from './measures';
import type { WorkDescription } from './work';

/** The execution models of the glossary, in the order in which they are always shown. */
export const strategies = [
  'sync',
  'async',
  'async-chunked',
  'threads',
  'processes',
  'threads-async',
  'processes-async',
] as const;
export type Strategy = (typeof strategies)[number];

/** The four strategies that have a colour of their own; the others are variants of them with another marker. */
export type BaseStrategy = 'sync' | 'async' | 'threads' | 'processes';

/** What a task does, as in the glossary. */
export const workloads = ['cpu', 'socket', 'file', 'database', 'timer', 'threadpool', 'mixed'] as const;
export type Workload = (typeof workloads)[number];

/**
 * What executes tasks: a worker thread, a process, or one of the hosts that experiments about responsiveness compare with
 * them: the window's page, a Web Worker of the page, and main.
 */
export const workerKinds = ['thread', 'process', 'renderer', 'web-worker', 'main'] as const;
export type WorkerKind = (typeof workerKinds)[number];

export const presets = ['quick', 'standard', 'thorough'] as const;
export type Preset = (typeof presets)[number];

/** One place for a worker in a condition, e.g. the first hired cook of the condition `threads`. */
export interface WorkerSeat {
  readonly id: string;
  readonly kind: WorkerKind;
  /**
   * Size of the libuv pool of a process (`UV_THREADPOOL_SIZE` in its environment); absent: what the runtime gives. A
   * thread shares the pool of its process, so it has no size of its own.
   */
  readonly poolSize?: number;
  /**
   * True for a process whose only thread executes its tasks: what ends that thread ends the process. Its heap is small
   * (`bareHeapMb`), so that it runs out of memory soon. Every other process executes its tasks in a thread of their own.
   */
  readonly bare?: boolean;
  /** True if the worker is there only because of the strategy, so that its wages are what the strategy costs. */
  readonly hired: boolean;
}

/** How a program for Python seats its workers; of those with an event loop, further seats are threads of its pool. */
export const pythonPrograms = [
  'threads',
  'asyncio',
  'to-thread',
  'processes',
  'processes-asyncio',
  'subinterpreters',
] as const;

/** Executed by an interpreter of Python instead of the lab's own threads and processes. */
export interface PythonSeating {
  /** Of the plan's interpreters, by its key, e.g. `3.12` or `3.13t`. */
  readonly interpreter: string;
  readonly program: (typeof pythonPrograms)[number];
}

export interface ConditionDefinition {
  readonly id: string;
  readonly strategy: Strategy;
  readonly seats: readonly WorkerSeat[];
  /** Tasks that each worker may have in flight at once; 1 where it is absent. */
  readonly inFlight?: number;
  /** True if the hired workers of this condition are hired anew inside each cell, and hiring is part of its time. */
  readonly cold?: boolean;
  /** Number of cores that everything of this condition may run on; absent: not pinned. */
  readonly pinnedCores?: number;
  /** Size of the memory that all threads of this condition share, in bytes; none where it is absent. */
  readonly sharedBytes?: number;
  /** Set on the second half of an A/A pair: the id of the condition it repeats under another name. */
  readonly repeats?: string;
  /**
   * True where nothing runs: its workers get no task, and everything is watched for as long as under the other conditions.
   * Nobody predicts it, and nothing is compared with it.
   */
  readonly idle?: boolean;
  /**
   * Id of the condition whose workers are this one's too: for each cell as many of them as it has seats, chosen by the seed;
   * where nobody has fewer seats than that condition, always all. Absent: workers of its own.
   */
  readonly crewOf?: string;
  /** Set where its workers are Python's. All of its seats are hired: the interpreter is started for them. */
  readonly python?: PythonSeating;
}

export const expectations = ['faster', 'no-difference', 'not-faster', 'open'] as const;
export type Expectation = (typeof expectations)[number];

/** A question the verdict rules ask of the data: is `condition` different from `baseline` in this part? */
export interface ComparisonDefinition {
  readonly condition: string;
  readonly baseline: string;
  /** What theory predicts for time(condition) against time(baseline); `open` where it predicts nothing. */
  readonly expect: Expectation;
  /**
   * Ratio, above 1, up to which a real difference is expected and does not matter (1.05 is 5 % either way): within it the two
   * count as the same, beyond it as different. Absent: the noise floor alone decides.
   */
  readonly margin?: number;
}

export const predictionKinds = ['numbers', 'ranking', 'curve'] as const;
export type PredictionKind = (typeof predictionKinds)[number];

/** How a part scales: its conditions are amounts of one thing, and one of it is the base. */
export interface ScalingDefinition {
  /** What the conditions have different amounts of. */
  readonly over: 'threads' | 'in-flight' | 'pool-size';
  /** True if Amdahl's law and the Universal Scalability Law are about this: threads that share one computation. */
  readonly laws: boolean;
}

/**
 * How one execution of a condition ended. What a part does not allow ends the run as failed; what it allows is a result:
 * stored with the cell, and the run goes on.
 */
export const cellOutcomes = ['completed', 'worker-lost', 'timed-out', 'deadlocked', 'failed'] as const;
export type CellOutcome = (typeof cellOutcomes)[number];

/**
 * What has to hold where nothing runs: the measure of the condition lies below the threshold. Where it does not, something else
 * disturbed what is watched, and nothing about the part is judged, scored or claimed.
 */
export interface ControlDefinition {
  readonly condition: string;
  readonly measure: MeasureId;
  readonly threshold: Threshold;
}

/**
 * A coarse look at many conditions, once in each of its rounds, after which another part measures the promising ones alone. The
 * two are never estimated together: what was chosen because it looked fast would look faster than it is.
 */
export interface SearchDefinition {
  /** Rounds of the search, after the warm-up; those that follow confirm. */
  readonly rounds: number;
  /** Id of the part that confirms. It has the same conditions and the same work, and takes the size of tasks from it. */
  readonly confirms: string;
  /** Conditions within this ratio of the fastest are near it, e.g. 1.25. */
  readonly near: number;
  /** Most conditions that are confirmed, the second half of the A/A pair not counted. */
  readonly most: number;
  /** Ratio up to which a set-up counts as good as the best, e.g. 1.05. */
  readonly margin: number;
}

/** One part of an experiment (for the kitchen: a course). Conditions are compared within a part, never across. */
export interface PartDefinition {
  readonly id: string;
  readonly conditions: readonly string[];
  /** The two conditions of the A/A pair that gives this part its noise floor. */
  readonly noisePair: readonly [string, string];
  readonly comparisons: readonly ComparisonDefinition[];
  /** Names of tasks that are told apart in charts; empty where all tasks are alike. */
  readonly tasks: readonly string[];
  /** What stands for a cell wherever conditions are compared and predicted; its total where it is absent. */
  readonly headline?: DurationMeasure;
  /** What else is measured of every condition, in the order in which it is shown. */
  readonly measures?: readonly MeasureId[];
  /** Questions about single conditions: is a measure above or below a threshold? */
  readonly levels?: readonly LevelDefinition[];
  /** What has to hold before anything about this part is judged; nothing where it is absent. */
  readonly control?: ControlDefinition;
  /** What the tasks do, where one body executes them for all experiments; absent where the experiment has its own. */
  readonly work?: WorkDescription;
  /** How a cell may end besides `completed`; in no other way where it is absent. */
  readonly allows?: readonly CellOutcome[];
  /** True where the same task may return something else each time, because that is what is measured (lost updates). */
  readonly resultsMayDiffer?: boolean;
  /** Why theory predicts nothing here on this machine, where it does elsewhere: its timers are too coarse for such waits. */
  readonly openBecause?: 'timer-grain';
  /** Set where the part's conditions are places on a scaling curve. */
  readonly scaling?: ScalingDefinition;
  /** Set where this part only looks for the conditions that another one then confirms. */
  readonly search?: SearchDefinition;
  /** How a person predicts: a number for each condition (where it is absent), their order, or a scaling curve. */
  readonly predictBy?: PredictionKind;
  /** Conditions that a person predicts; all but the second halves of A/A pairs where it is absent. */
  readonly predicted?: readonly string[];
  /** Upper end of the scale on which a person predicts a total, in milliseconds. */
  readonly predictionScaleMs: number;
}

export interface ParameterDefinition {
  readonly id: string;
  readonly unit: 'ms' | 'rounds' | 'tasks' | 'interpreters';
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
}

export interface PresetDefinition {
  readonly rounds: number;
  /** How often each hiring condition is hired from nothing before round 1. */
  readonly hiringTrials: number;
  /** A run that takes longer than this is ended and stored as failed, in seconds. */
  readonly timeBudgetSeconds: number;
  /** Conditions that this preset does without, to stay within its time. */
  readonly leavesOut?: readonly string[];
  /** Parts that this preset does without. */
  readonly leavesOutParts?: readonly string[];
  /** Parameters that stand at another value than their standard in this preset. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** What a person should expect on two cores, in seconds; shown, never used in a computation. */
  readonly expectedSeconds: number;
}

/** A way of arranging workers, executed sync and async: a row of a matrix. */
export interface MatrixRow {
  readonly id: string;
  /** The condition of each column. */
  readonly sync: string;
  readonly async: string;
}

/** Where an experiment stands in the curriculum; `free` is the Workbench. */
export const tracks = ['A', 'B', 'C', 'D', 'E', 'safety', 'free'] as const;

export interface ExperimentDefinition {
  readonly id: string;
  readonly track: (typeof tracks)[number];
  readonly conditions: readonly ConditionDefinition[];
  readonly parts: readonly PartDefinition[];
  readonly parameters: readonly ParameterDefinition[];
  readonly presets: Readonly<Record<Preset, PresetDefinition>>;
  /** Set where the conditions are a matrix; its first cell is what the others are compared with. */
  readonly matrix?: readonly MatrixRow[];
  /** True if the load of every core is read before and after each cell, outside its timed section. */
  readonly watchesCores?: boolean;
  /** Differences below this share are never called, whatever the noise floor says (0.01 is 1 %). */
  readonly smallestDifference: number;
  /**
   * True where hosts are compared (the page, main, a thread): nobody changes its priority, whatever the settings say, so
   * that all are equal.
   */
  readonly keepsPriority?: boolean;
  /**
   * Where the parts are the same tasks in ascending sizes: which conditions may become faster than a baseline as tasks
   * grow, and from which size on is the question.
   */
  readonly breakEven?: { readonly baseline: string; readonly conditions: readonly string[] };
  /** What a person predicts beside times, orders and curves of the parts; nothing where it is absent. */
  readonly forecasts?: readonly ForecastDefinition[];
}
