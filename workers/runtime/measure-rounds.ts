import { createMeasureBook } from '@core/analysis/lost-measures';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { CellRecord, RunEvent } from '@core/record/events';
import { spareOrder } from '@core/record/order';
import type { OrderedCell } from '@core/record/order';
import type { RunPlan } from '@core/record/plan';
import type { RunClock } from '../measurement/clock';

/** Spare rounds must be over before this share of the run's time is used up. */
const spareUntilShare = 0.9;

export interface RoundsToMeasure {
  readonly experiment: ExperimentDefinition;
  readonly plan: RunPlan;
  /** Every cell of the warm-up and of the planned rounds. */
  readonly order: readonly OrderedCell[];
  readonly clock: Pick<RunClock, 'now'>;
  readonly report: (event: RunEvent) => void;
  /** Told of every cell before it is executed. @param planned how many cells the run has, as far as that is known */
  readonly tell: (cell: OrderedCell, done: number, planned: number) => void;
  /** Executes a cell with all its repetitions. */
  readonly measure: (cell: OrderedCell) => Promise<readonly CellRecord[]>;
  readonly endRound: (round: number) => Promise<void>;
  /** Cells of later rounds that follow from what was measured so far, asked for after each planned round; none where absent. */
  readonly followUp?: (round: number) => readonly OrderedCell[];
  /** Whether no further round is wanted after this one, because every interval is as narrow as it was asked to be. */
  readonly stopsAfter: (round: number) => boolean;
}

/**
 * Measures the planned rounds, and then spare ones as long as fewer rounds hold a measure than were planned: all cells of the
 * parts concerned, in an order of their own. Nothing is measured in place of a lost round, and nothing is thrown away.
 */
export async function measureRounds(given: RoundsToMeasure): Promise<void> {
  const { experiment, plan, clock, report, tell, measure, endRound, followUp, stopsAfter } = given;
  const order = [...given.order];
  const measures = createMeasureBook(experiment);
  let done = 0;
  let longestRoundNs = 0;

  async function measureRound(round: number, cells: readonly OrderedCell[], planned: number): Promise<void> {
    const startNs = clock.now();
    for (const cell of cells) {
      tell(cell, done++, planned);
      for (const measured of await measure(cell)) measures.add(measured);
    }
    await endRound(round);
    longestRoundNs = Math.max(longestRoundNs, clock.now() - startNs);
  }

  for (let round = 0; round <= plan.rounds; round++) {
    const cells = order.filter(([of]) => of === round);
    await measureRound(round, cells, order.length);
    order.push(...(followUp?.(round) ?? []));
    // A run that stops because its intervals are narrow has what it wanted.
    if (stopsAfter(round)) return;
  }
  const latestNs = spareUntilShare * plan.timeBudgetSeconds * 1e9;
  for (let spare = 1; spare <= (plan.spareRounds ?? 0); spare++) {
    const missing = measures.missing(plan.rounds);
    if (missing.length === 0 || clock.now() + longestRoundNs > latestNs) return;
    const round = plan.rounds + spare;
    const cells = spareOrder(experiment, new Set(missing.map(({ part }) => part)), round, plan.seed);
    report({ type: 'spare-round', spare: { round, missing }, cells: cells.map(([...cell]) => cell) });
    await measureRound(round, cells, done + cells.length);
  }
}
