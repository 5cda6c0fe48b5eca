import type { ConditionDefinition, PartDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import type { Ticket } from '@core/protocol/worker';
import type { Operation } from '../workloads/calibration';
import type { PayloadOrder } from '../workloads/payload';

/** Units of each named piece of work, as calibrated on this machine. */
export type Iterations = Readonly<Record<string, number>>;

/** A named piece of work that has to be sized on this machine. */
export interface WantedCalibration {
  readonly name: string;
  readonly operation: Operation;
  /** Wanted time of one synchronous execution, in milliseconds. */
  readonly wantedMs: number;
}

/** Kneading that has to be sized in an interpreter of Python. */
export interface WantedPython {
  readonly name: string;
  /** Key of the interpreter. */
  readonly interpreter: string;
  readonly wantedMs: number;
}

/** What an experiment has to say about execution; everything else (order, timing, storing) is the same for all. */
export interface ExperimentBody {
  /** Milliseconds of compute wanted per named use of `knead`; calibration turns them into iterations. */
  computeMs(plan: RunPlan): Readonly<Record<string, number>>;
  /** Other pieces of work to be sized. */
  calibrations?(plan: RunPlan): readonly WantedCalibration[];
  /** Kneading that has to be sized in an interpreter of Python, by the name under which a cell finds its iterations. */
  pythonCalibrations?(plan: RunPlan): readonly WantedPython[];
  /** What the run needs beside the lab process; nothing where it is absent. */
  needs?(plan: RunPlan): Needs;
  /** Shortest planned duration of any cell of this part, in milliseconds: decides about repetitions before the run. */
  shortestCellMs(part: string, plan: RunPlan): number;
  /** Longest time that one task may take, in milliseconds; longer counts as unresponsive and ends the run. */
  taskTimeoutMs?(plan: RunPlan): number;
  /** Whether the hired seats of this condition take single tasks from a common queue; otherwise each has its ticket. */
  queues?(condition: ConditionDefinition): boolean;
  /** What is done in one cell. The same plan and iterations give the same work. */
  work(part: PartDefinition['id'], condition: ConditionDefinition, plan: RunPlan, iterations: Iterations): CellWork;
}

export interface Needs {
  /** `database` needs the server too. */
  readonly services: 'none' | 'server' | 'database';
}

/** What a body decides about a ticket. */
export interface Order extends Pick<Ticket, 'mode' | 'steps' | 'inFlight' | 'again'> {
  /** After this time without an answer its worker is ended; absent: what the tasks may take. */
  readonly timeoutMs?: number;
}

/**
 * Reading how long a thread had no core takes 3 µs before and 3 µs after a task (measured; up to 10 µs together on slow
 * machines): less than 1 % of a task of this many milliseconds, and outside its own time.
 */
export const waitPerTaskFromMs = 1;

export type CellWork = {
  /** Whether the delay of the workers' event loops is of interest and probing it does not disturb; no if absent. */
  readonly watchLoop?: boolean;
  /** Seats whose event loop carries a heartbeat that keeps every beat; none if absent. */
  readonly beats?: readonly string[];
  /** Whether tasks take long enough (`waitPerTaskFromMs`) to read between them how long a thread had no core; no if absent. */
  readonly waitPerTask?: boolean;
} & (
  | /** Who gets which ticket; seats that are left out stand idle. */
    { readonly seats: Readonly<Record<string, Order>> }
    /**
     * One ticket per step, handed out by the queue: all at once, or each when it is due, in milliseconds from the start of the cell.
     * Where nobody is hired, whoever is there takes them.
     */
  | { readonly queue: readonly Step[]; readonly mode: Ticket['mode']; readonly dueMs?: readonly number[] }
  /** One payload for the first worker, made before the cell begins. */
  | { readonly payload: PayloadOrder }
  /** Nobody has anything to do; the cell lasts about so many milliseconds. */
  | { readonly idleMs: number }
);
