import type { TaskRecord } from '@core/record/events';
import type { Step } from '@core/protocol/step';
import type { FailedTask, Ticket } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import type { SpanRecorder } from '../measurement/span-recorder';
import { CaughtFailure } from '../workloads/risk';
import type { Marks, Workload, WorkloadTable } from '../workloads/workload';

/** What a cook needs to work through a ticket, and where what it did is written down. */
export interface Workstation {
  readonly worker: string;
  readonly clock: RunClock;
  readonly workloads: WorkloadTable;
  readonly recorder: SpanRecorder;
  readonly tasks: TaskRecord[];
  /** Tasks that failed and whose failure was caught. */
  readonly failed: FailedTask[];
  /**
   * How long this thread has been ready without a core since it began, in nanoseconds; absent: it is not to be read between
   * tasks. Null where the system does not tell.
   */
  readonly waited?: (() => number | null) | undefined;
}

/** Steps that begin with a wait, which blocks the thread when it is synchronous. */
const beginsWaiting: Readonly<Record<Step['kind'], boolean>> = {
  wait: true,
  socket: true,
  file: true,
  database: true,
  mixed: true,
  compute: false,
  threadpool: false,
  risk: false,
  sections: false,
  dine: false,
  locked: false,
  updates: false,
};

/** Executes a ticket. Returns a promise only where the mode needs one: a synchronous ticket is done on return. */
export function cook(ticket: Ticket, station: Workstation): Promise<null> | null {
  if (ticket.mode === 'sync') {
    cookSync(ticket.steps, station);
    return null;
  }
  return cookAsync(ticket, station);
}

/** One step after the other. A wait blocks the whole thread: it can do nothing else until the time is over. */
function cookSync(steps: readonly Step[], station: Workstation): void {
  // Read outside every task's own time: once before the first, then after each for it and for the next.
  let waitedNs = station.waited?.() ?? null;
  for (const step of steps) {
    if (beginsWaiting[step.kind]) station.recorder.mark('blocked', step.task, 'sync-wait');
    else station.recorder.mark('busy', step.task);
    const startNs = station.clock.now();
    const checksum = workloadOf(step, station).sync(step, marksFor(step, station));
    const task = serve(step, station, startNs, checksum);
    if (waitedNs !== null) {
      const nowNs = station.waited?.() ?? waitedNs;
      task.waitedNs = nowNs - waitedNs;
      waitedNs = nowNs;
    }
  }
  station.recorder.mark('idle');
}

/** Up to `inFlight` steps begun at once; between the ends of their waits the thread is free (idle). */
async function cookAsync({ again, ...ticket }: Ticket, station: Workstation): Promise<null> {
  const { steps, inFlight, mode } = ticket;
  let next = 0;
  const goOn = async (): Promise<void> => {
    for (let step = steps[next++]; step; step = steps[next++]) {
      station.recorder.mark('busy', step.task);
      const startNs = station.clock.now();
      try {
        const checksum = await workloadOf(step, station).async(step, marksFor(step, station), mode === 'async-chunked');
        serve(step, station, startNs, checksum);
      } catch (error) {
        noteFailure(step, station, error);
      }
      station.recorder.mark('idle');
      if (again && step.kind === 'risk') await cookAsync({ ...ticket, steps: [again] }, station);
    }
  };
  await Promise.all(Array.from({ length: Math.min(inFlight, steps.length) }, goOn));
  return null;
}

/** Writes a failure down that was caught. Throws everything else again. */
function noteFailure({ task }: Step, { clock, failed }: Workstation, error: unknown): void {
  if (!(error instanceof CaughtFailure)) throw error;
  const { message: reason, ended } = error;
  failed.push({ task, knownNs: clock.now(), reason, ...(ended && { ended }) });
}

function workloadOf(step: Step, { workloads }: Workstation): Workload {
  // The table has the workload of each kind under the kind's own name.
  return workloads[step.kind];
}

function marksFor({ task }: Step, { recorder }: Workstation): Marks {
  return {
    busy: () => {
      recorder.mark('busy', task);
    },
    blocked: (reason = 'sync-wait') => {
      recorder.mark('blocked', task, reason);
    },
    idle: () => {
      recorder.mark('idle');
    },
  };
}

function serve(
  step: Step,
  { worker, clock, tasks }: Workstation,
  startNs: number,
  checksum: number | null,
): TaskRecord {
  const task = { task: step.task, worker, startNs, servedNs: clock.now(), iterations: unitsOf(step), checksum };
  tasks.push(task);
  return task;
}

/** Size of a step in its workload's own units; 0 for one that only waits. */
function unitsOf(step: Step): number {
  switch (step.kind) {
    case 'compute':
    case 'mixed':
      return step.iterations * (step.chunks ?? 1);
    case 'file':
      return step.bytes;
    case 'database':
      return step.rows;
    case 'threadpool':
      return step.units;
    case 'sections':
      return step.sections * step.units;
    case 'locked':
      return unitsOf(step.locked);
    case 'updates':
      return step.updates;
    case 'wait':
    case 'socket':
    case 'risk':
    case 'dine':
      return 0;
  }
}
