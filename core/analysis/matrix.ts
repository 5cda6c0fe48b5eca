import type { ConditionDefinition, ExperimentDefinition } from '../experiments/definition-types';
import type { Interval } from '../statistics/bootstrap';
import { medianInterval } from '../statistics/bootstrap';
import { roundCells } from './cells';
import { randomFor } from './random-for';
import type { PartSummary } from './types';
import type { UnsealedRecord } from '../record/record';
import type { Verdict } from './verdicts';
import type { WaitingSummary } from './waiting';

export const matrixColumns = ['sync', 'async'] as const;
export type MatrixColumn = (typeof matrixColumns)[number];

/**
 * Where a condition's threads could run: `free` where nobody asked for less than all cores, `pinned` only if that was read
 * back from every thread, `unverified` if it could not be read back so, `not-pinned` if the system cannot.
 */
export type PinningState = 'free' | 'pinned' | 'unverified' | 'not-pinned';

/** What the cores did, all executions of a condition in a part together; everything on the machine included. */
export interface CoreLoad {
  /** Busy share of each logical core, 0..1. */
  readonly perCore: readonly number[];
  /** Their sum: how many cores were busy on average. */
  readonly busyCores: number;
  /** Executions behind it. */
  readonly cells: number;
}

export interface MatrixCell {
  readonly condition: string;
  readonly workers: number;
  /** Time of an execution, median over rounds, nanoseconds; undefined if no round was measured. */
  readonly total: Interval | undefined;
  /** Against the first cell of the matrix; undefined for that cell itself. */
  readonly verdict: Verdict | undefined;
  readonly pinning: PinningState;
  /** CPU time of an average worker in one execution, median over rounds, in seconds; undefined where a counter is missing. */
  readonly cpuSecondsPerWorker: Interval | undefined;
  /** How long its workers had no core; undefined for records made before it was read. */
  readonly waiting: WaitingSummary | undefined;
  readonly cores: CoreLoad | undefined;
}

export interface MatrixSummary {
  readonly part: string;
  readonly rows: readonly { readonly id: string; readonly cells: Readonly<Record<MatrixColumn, MatrixCell>> }[];
}

/** The matrix of each part; empty for an experiment that is none. */
export function matrixOf(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  parts: readonly PartSummary[],
): readonly MatrixSummary[] {
  const { matrix = [] } = experiment;
  const [first] = matrix;
  if (!first) return [];
  return parts
    .filter(({ conditions }) => conditions.length > 0)
    .map((part) => ({
      part: part.part,
      rows: matrix.map(({ id, sync, async }) => ({
        id,
        cells: {
          sync: cellOf(record, experiment, part, sync, first.sync),
          async: cellOf(record, experiment, part, async, first.sync),
        },
      })),
    }));
}

function cellOf(
  record: UnsealedRecord,
  experiment: ExperimentDefinition,
  part: PartSummary,
  condition: string,
  baseline: string,
): MatrixCell {
  const definition = experiment.conditions.find(({ id }) => id === condition);
  const summary = part.conditions.find((one) => one.condition === condition);
  return {
    condition,
    workers: definition?.seats.length ?? 0,
    total: summary?.headline,
    verdict: part.verdicts.find((one) => one.condition === condition && one.baseline === baseline),
    pinning: definition ? pinningOf(record, definition) : 'free',
    cpuSecondsPerWorker: cpuPerWorker(record, part.part, condition),
    waiting: summary?.waiting,
    cores: coreLoad(record, part.part, condition),
  };
}

function pinningOf({ pinnings = [] }: UnsealedRecord, { id, pinnedCores }: ConditionDefinition): PinningState {
  if (pinnedCores === undefined) return 'free';
  const own = pinnings.filter(({ condition }) => condition === id);
  if (own.length === 0 || own.some((one) => one.method === 'none')) return 'not-pinned';
  return own.every(({ verified }) => verified) ? 'pinned' : 'unverified';
}

function cpuPerWorker(record: UnsealedRecord, part: string, condition: string): Interval | undefined {
  const measured = roundCells(record, part, condition).filter(({ round }) => round > 0);
  const counters = measured.map(({ cell }) => cell.workers.map(({ cpuNs }) => cpuNs));
  if (counters.length === 0 || counters.some((one) => one.length === 0 || one.includes(null))) return undefined;
  const means = counters.map((one) => one.reduce<number>((sum, ns) => sum + (ns ?? 0), 0) / one.length / 1e9);
  return medianInterval(
    means,
    randomFor(record.plan.seed, `${part}/${condition}/cpu-per-worker`),
    record.rules.interval,
  );
}

/** Undefined as soon as one execution lacks its counters. */
function coreLoad(record: UnsealedRecord, part: string, condition: string): CoreLoad | undefined {
  const cells = record.cells.filter((cell) => cell.part === part && cell.condition === condition && cell.round > 0);
  const times = cells.flatMap(({ cores }) => (cores ? [cores] : []));
  const [first] = times;
  if (!first || times.length < cells.length) return undefined;
  const perCore = first.busyMs.map((_, core) => {
    const busy = times.reduce((sum, { busyMs }) => sum + (busyMs[core] ?? 0), 0);
    const total = times.reduce((sum, { totalMs }) => sum + (totalMs[core] ?? 0), 0);
    return total > 0 ? Math.min(1, busy / total) : 0;
  });
  return { perCore, busyCores: perCore.reduce((sum, share) => sum + share, 0), cells: times.length };
}
