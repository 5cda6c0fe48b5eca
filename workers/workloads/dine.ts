import type { TableRecord } from '@core/record/findings';
import type { DineStep } from '@core/protocol/step';
import { createPlace, type TablePlace } from '../runtime/dinner';
import type { Marks, Workload, Workplace } from './workload';
import { WorkloadError } from './workload-error';

export interface DineWorkload extends Workload<DineStep> {
  /** What this philosopher saw since this was last asked; undefined if it did not dine. */
  readonly takeNotes: () => TableRecord | undefined;
}

/** Dines at the table that is in the condition's shared memory; who waits for a fork, or for the others to sit down, is blocked. */
export function createDineWorkload({ shared }: Workplace): DineWorkload {
  /** A place counts its dinners, so it stays the same during the whole run. */
  let place: TablePlace | undefined;
  let current: Marks | undefined;
  let notes: TableRecord | undefined;

  function dine(step: DineStep, marks: Marks): null {
    if (!shared) throw new WorkloadError('NOTHING_SHARED', 'A table needs memory that the threads share.');
    current = marks;
    const onWake = (): void => current?.busy();
    const forFork = { onSleep: () => current?.blocked('lock'), onWake };
    const forOthers = { onSleep: () => current?.blocked('sync-wait'), onWake };
    place ??= createPlace(shared, step, forFork, forOthers);
    const deadlocks: TableRecord['deadlocks'][number][] = [];
    let putBack = 0;
    for (let dinner = 0; dinner < step.dinners; dinner++) {
      const seen = place.dine(step.seed + dinner);
      putBack += seen.putBack;
      if (seen.cycle) deadlocks.push({ dinner, cycle: seen.cycle.map((wait) => ({ ...wait })) });
    }
    notes = { dinners: step.dinners, putBack, deadlocks };
    return null;
  }

  return {
    sync: dine,
    async: (step, marks) => Promise.resolve(dine(step, marks)),
    takeNotes() {
      const taken = notes;
      notes = undefined;
      return taken;
    },
  };
}
