import type { CellOutcome, ConditionDefinition, PartDefinition } from '../experiments/definition-types';
import { independentSumInterval, medianInterval } from '../statistics/bootstrap';
import { median } from '../statistics/quantile';
import { slowSentinels } from '../statistics/sentinel';
import { outlierIndices } from '../statistics/spread';
import { step } from '../statistics/step';
import { measureUnits } from '../experiments/measures';
import { cellDurationNs, roundCells, type RoundCell } from './cells';
import { randomFor } from './random-for';
import type { ConditionSummary, MeasureSummary, ServedTime } from './types';
import type { CellRecord } from '../record/events';
import { measureOf } from './measures';
import { waitingOf } from './waiting';
import type { UnsealedRecord } from '../record/record';
import { workerStates, type WorkerState } from '../record/schema-parts';

/** Cells measured while the machine was slow: a sentinel before or after them took over 1.3x the run's median. */
export function slowCells(record: UnsealedRecord): ReadonlySet<CellRecord> {
  const cells = record.cells.filter((cell) => cell.round > 0);
  const slow = slowSentinels(cells.flatMap((cell) => [cell.sentinelBeforeNs, cell.sentinelAfterNs]));
  return new Set(slow.flatMap((index) => cells[Math.floor(index / 2)] ?? []));
}

/** Times from asking for the condition's hired workers until all were ready, in nanoseconds, one per trial. */
export function hiringTimesNs(record: UnsealedRecord, condition: string): number[] {
  return record.hirings.filter((one) => one.condition === condition).map((one) => one.readyNs - one.requestedNs);
}

/** Summary of one condition in one part; undefined if no round of it was measured. */
export function summariseCondition(
  record: UnsealedRecord,
  part: PartDefinition,
  condition: ConditionDefinition,
  slow: ReadonlySet<CellRecord>,
): ConditionSummary | undefined {
  step();
  const headline = part.headline ?? 'total';
  const all = roundCells(record, part.id, condition.id, headline);
  const measured = all.filter(({ round }) => round > 0);
  if (measured.length === 0) return undefined;
  const headlinesNs = measured.map(({ totalNs }) => totalNs);
  const random = (name: string) => randomFor(record.plan.seed, `${part.id}/${condition.id}/${name}`);
  const total = medianInterval(headlinesNs, random('total'), record.rules.interval);
  const hiringNs = hiringTimesNs(record, condition.id);
  const hires = condition.seats.some((seat) => seat.hired);
  const withHiring =
    headline === 'total' && hiringNs.length > 0
      ? independentSumInterval(headlinesNs, hiringNs, random('hiring'), record.rules.interval)
      : undefined;
  const cpu = cpuSeconds(measured);
  const outcomes = outcomesOf(measured);
  const waiting = waitingOf(
    measured.map(({ cell }) => cell),
    random('waiting'),
    record.rules.interval,
  );
  return {
    condition: condition.id,
    headline: total,
    headlinesNs,
    rounds: measured.map(({ round }) => round),
    outliers: outlierIndices(headlinesNs),
    slowRounds: measured.flatMap(({ cell }, index) => (slow.has(cell) ? [index] : [])),
    warmUpNs: all.find(({ round }) => round === 0)?.totalNs,
    headlineWithHiring: hires || headline !== 'total' ? withHiring : total,
    served: part.tasks.flatMap((task): ServedTime[] => {
      const times = servedTimesNs(measured, task);
      return times.length === 0
        ? []
        : [{ task, time: medianInterval(times, random(`served/${task}`), record.rules.interval) }];
    }),
    stateShares: stateShares(measured),
    workerTimeNs: median(measured.map(({ cell }) => cell.workers.length * cellDurationNs(cell))),
    cpuSeconds: cpu && medianInterval(cpu, random('cpu'), record.rules.interval),
    ...(waiting && { waiting }),
    ...(outcomes && { outcomes }),
    messagesPerCell: median(measured.map(({ cell }) => cell.messages)),
    measures: (part.measures ?? []).flatMap((measure): MeasureSummary[] => {
      const found = measured.flatMap(({ round, cell }) => {
        const value = measureOf(measure, cell);
        return value === undefined ? [] : [{ round, value }];
      });
      // As records were judged that knew no spare rounds: one round without it, and it was not measured.
      if (found.length < measured.length && record.plan.spareRounds === undefined) return [];
      if (found.length === 0) return [];
      const values = found.map(({ value }) => value);
      const interval = medianInterval(values, random(`measure/${measure}`), record.rules.interval);
      const rounds = found.map(({ round }) => round);
      return [{ measure, unit: measureUnits[measure], value: interval, values, rounds }];
    }),
  };
}

function outcomesOf(measured: readonly RoundCell[]): Partial<Record<CellOutcome, number>> | undefined {
  const counts: Partial<Record<CellOutcome, number>> = {};
  for (const { cell } of measured) {
    if (cell.outcome) counts[cell.outcome.status] = (counts[cell.outcome.status] ?? 0) + 1;
  }
  return Object.keys(counts).length === 0 ? undefined : counts;
}

function servedTimesNs(measured: readonly RoundCell[], task: string): number[] {
  return measured.flatMap(({ cell }) =>
    cell.tasks.filter((one) => one.task === task).map((one) => one.servedNs - cell.startNs),
  );
}

function stateShares(measured: readonly RoundCell[]): Record<WorkerState, number> {
  const timeNs: Record<WorkerState, number> = {
    'start-up': 0,
    queued: 0,
    busy: 0,
    blocked: 0,
    idle: 0,
    messaging: 0,
  };
  const spans = measured.flatMap(({ cell }) => cell.workers.flatMap((worker) => worker.spans));
  for (const { state, startNs, endNs } of spans) timeNs[state] += endNs - startNs;
  const allNs = workerStates.reduce((sum, state) => sum + timeNs[state], 0);
  if (allNs > 0) for (const state of workerStates) timeNs[state] /= allNs;
  return timeNs;
}

/** CPU seconds of all workers per round; undefined as soon as one counter could not be read. */
function cpuSeconds(measured: readonly RoundCell[]): number[] | undefined {
  const perRound = measured.map(({ cell }) => cell.workers.map((worker) => worker.cpuNs));
  if (perRound.flat().includes(null)) return undefined;
  return perRound.map((counters) => counters.reduce<number>((sum, ns) => sum + (ns ?? 0), 0) / 1e9);
}
