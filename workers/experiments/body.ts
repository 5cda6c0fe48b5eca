import type { PartDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/runs/plan';
import type { Ticket } from '../protocol';

/** Iterations of the kernel, by the name under which the calibration stores them. */
export type Iterations = Readonly<Record<string, number>>;

/** What an experiment has to say about execution; everything else (order, timing, storing) is the same for all. */
export interface ExperimentBody {
  /** Milliseconds of compute wanted per named kernel use; calibration turns them into iterations. */
  computeMs(plan: RunPlan): Readonly<Record<string, number>>;
  /** Shortest planned duration of any cell of this part, in milliseconds: decides about repetitions before the run. */
  shortestCellMs(part: string, plan: RunPlan): number;
  /** Who gets which ticket: seat -> ticket without its cell number. Seats that are left out stand idle. */
  tickets(part: PartDefinition['id'], condition: string, plan: RunPlan, iterations: Iterations): TicketsBySeat;
}

export type TicketsBySeat = Readonly<Record<string, Pick<Ticket, 'mode' | 'steps'>>>;
