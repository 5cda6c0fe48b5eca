import type { ExperimentDefinition } from '../experiments/definition-types';
import { workbenchId, workbenchPart } from '../experiments/workbench/definition';
import { medianInterval, type Interval } from '../statistics/bootstrap';
import { median, quantile } from '../statistics/quantile';
import { sortSamples } from '../statistics/sorted-samples';
import { roundCells, type RoundCell } from './cells';
import { randomFor } from './random-for';
import type { CellRecord, TaskRecord, ThreadCounters } from '../record/events';
import type { UnsealedRecord } from '../record/record';

/**
 * How long tasks take, over the tasks of each round. Latency counts from the start of the execution, when all tasks are
 * there, until a task is done; service from the moment a task is taken from the queue.
 */
export interface LatencySummary {
  /** Median over rounds of each round's median, in nanoseconds. */
  readonly median: Interval;
  /** Median over rounds of each round's 99th percentile, in nanoseconds. */
  readonly p99: Interval;
  /** Median over rounds of each round's median service time, in nanoseconds. */
  readonly service: Interval;
  /** Tasks behind all three. */
  readonly tasks: number;
}

/** One worker of a condition, per execution. Undefined where the machine does not tell in every round. */
export interface WorkerShare {
  readonly worker: string;
  readonly seat: string;
  readonly cpuSeconds: Interval | undefined;
  /** How long it had no core, in nanoseconds; absent for records made before it was read. */
  readonly waitedNs?: Interval | undefined;
  /** Share of time in which the loop was not idle, 0..1. */
  readonly utilization: Interval | undefined;
  /** Median number of tasks per execution. */
  readonly tasks: number;
}

/** What is shown of a condition of the Workbench beyond what every condition has. Medians over rounds, per execution. */
export interface WorkbenchCondition {
  readonly condition: string;
  /** Tasks of an execution divided by its total, per second. */
  readonly tasksPerSecond: Interval;
  /** Undefined if no task of the condition was recorded. */
  readonly latency: LatencySummary | undefined;
  /** CPU seconds of an average worker. */
  readonly cpuSecondsPerWorker: Interval | undefined;
  /** Mean over the workers of their event-loop utilisation, 0..1. */
  readonly utilization: Interval | undefined;
  /** Longest among the workers of the 99th percentile of their loop delay, in nanoseconds. */
  readonly loopDelayNs: Interval | undefined;
  /** Context switches of all workers together. */
  readonly voluntarySwitches: Interval | undefined;
  readonly involuntarySwitches: Interval | undefined;
  readonly workers: readonly WorkerShare[];
}

/** The conditions with at least one measured round; undefined for a record of another experiment. */
export function summariseWorkbench(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
): readonly WorkbenchCondition[] | undefined {
  if (experiment.id !== workbenchId) return undefined;
  return experiment.conditions.flatMap(({ id, idle }) => {
    if (idle) return [];
    const measured = roundCells(record, workbenchPart, id).filter(({ round }) => round > 0);
    return measured.length === 0 ? [] : [summarise(record, id, measured)];
  });
}

function summarise(record: UnsealedRecord, condition: string, measured: readonly RoundCell[]): WorkbenchCondition {
  const interval = (name: string, values: readonly number[]): Interval =>
    medianInterval(values, randomFor(record.plan.seed, `workbench/${condition}/${name}`), record.rules.interval);
  /** Undefined as soon as one round cannot tell: a median over some rounds only would not be comparable. */
  const known = (name: string, value: (cell: CellRecord) => number | null): Interval | undefined => {
    const values = measured.map(({ cell }) => value(cell));
    return values.includes(null) ? undefined : interval(name, values.map(Number));
  };
  const counted = (cell: CellRecord, read: (counters: ThreadCounters) => number | null): (number | null)[] =>
    cell.workers.map(({ counters }) => (counters ? read(counters) : null));
  return {
    condition,
    tasksPerSecond: interval(
      'throughput',
      measured.map(({ cell, totalNs }) => cell.tasks.length / (totalNs / 1e9)),
    ),
    latency: latencyOf(measured, interval),
    cpuSecondsPerWorker: known('cpu', (cell) => mean(cell.workers.map(({ cpuNs }) => cpuNs && cpuNs / 1e9))),
    utilization: known('utilization', (cell) => mean(counted(cell, ({ utilization }) => utilization))),
    loopDelayNs: known('loop-delay', (cell) => longest(counted(cell, ({ loopDelay }) => loopDelay?.p99Ns ?? null))),
    voluntarySwitches: known('voluntary', (cell) => sum(counted(cell, (one) => one.voluntarySwitches))),
    involuntarySwitches: known('involuntary', (cell) => sum(counted(cell, (one) => one.involuntarySwitches))),
    workers: workersOf(record, condition, measured, interval),
  };
}

/** Where a dispatcher hands out the tasks, a task leaves the queue when it is sent, otherwise when it is begun. */
function serviceNs({ sentNs, startNs, servedNs }: TaskRecord): number {
  return servedNs - (sentNs ?? startNs);
}

function latencyOf(
  measured: readonly RoundCell[],
  interval: (name: string, values: readonly number[]) => Interval,
): LatencySummary | undefined {
  const cells = measured.map(({ cell }) => cell).filter(({ tasks }) => tasks.length > 0);
  if (cells.length === 0) return undefined;
  const rounds = cells.map(({ startNs, tasks }) => sortSamples(tasks.map(({ servedNs }) => servedNs - startNs)));
  return {
    median: interval(
      'latency-median',
      rounds.map((latencies) => quantile(latencies, 0.5)),
    ),
    p99: interval(
      'latency-p99',
      rounds.map((latencies) => quantile(latencies, 0.99)),
    ),
    service: interval(
      'service',
      cells.map(({ tasks }) => median(tasks.map(serviceNs))),
    ),
    tasks: rounds.reduce((all, latencies) => all + latencies.length, 0),
  };
}

function workersOf(
  record: UnsealedRecord,
  condition: string,
  measured: readonly RoundCell[],
  interval: (name: string, values: readonly number[]) => Interval,
): WorkerShare[] {
  const ids = measured[0]?.cell.workers.map(({ worker }) => worker) ?? [];
  return ids.map((worker) => {
    const perRound = measured.map(({ cell }) => cell.workers.find((one) => one.worker === worker));
    const known = (name: string, values: readonly (number | null)[]): Interval | undefined =>
      values.includes(null) ? undefined : interval(`${worker}/${name}`, values.map(Number));
    return {
      worker,
      seat: record.workers.find(({ id }) => id === worker)?.seat ?? worker.slice(condition.length + 1),
      cpuSeconds: known(
        'cpu',
        perRound.map((one) => one?.cpuNs ?? null).map((ns) => ns && ns / 1e9),
      ),
      ...(perRound.some((one) => one?.waitedNs !== undefined) && {
        waitedNs: known(
          'waited',
          perRound.map((one) => one?.waitedNs ?? null),
        ),
      }),
      utilization: known(
        'utilization',
        perRound.map((one) => one?.counters?.utilization ?? null),
      ),
      tasks: median(measured.map(({ cell }) => cell.tasks.filter((task) => task.worker === worker).length)),
    };
  });
}

type Known = readonly (number | null)[];

/** Null as soon as one value is not known, or there is none. */
function sum(values: Known): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}

function mean(values: Known): number | null {
  const all = sum(values);
  return all === null ? null : all / values.length;
}

function longest(values: Known): number | null {
  return sum(values) === null ? null : Math.max(...values.map(Number));
}
