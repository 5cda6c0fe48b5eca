import { setTimeout as timer } from 'node:timers/promises';
import { knead } from '@core/kernels/knead';
import type { TaskRecord } from '@core/runs/events';
import type { RunClock } from '../measurement/clock';
import type { SpanRecorder } from '../measurement/span-recorder';
import type { Step } from '../protocol';

/** What a cook needs to work through a ticket. */
export interface Kitchen {
  readonly worker: string;
  readonly clock: RunClock;
  readonly recorder: SpanRecorder;
}

/** The cell's own word of memory that a blocked thread waits on; nobody ever wakes it, the time-out does. */
const stove = new Int32Array(new SharedArrayBuffer(4));

/** One step after the other. A wait blocks the whole thread: it can do nothing else until the time is over. */
export function cookSync(steps: readonly Step[], kitchen: Kitchen): TaskRecord[] {
  const { clock, recorder } = kitchen;
  return steps.map((step) => {
    recorder.mark(step.kind === 'wait' ? 'blocked' : 'busy', step.task);
    const startNs = clock.now();
    let checksum: number | null = null;
    if (step.kind === 'wait') Atomics.wait(stove, 0, 0, step.durationMs);
    else checksum = knead(step.iterations, step.seed);
    return served(step, kitchen, startNs, checksum);
  });
}

/** Every step begun at once; waits are timers, and between their ends the thread is free (idle). */
export async function cookAsync(steps: readonly Step[], kitchen: Kitchen): Promise<TaskRecord[]> {
  const dishes = steps.map((step) => cookOne(step, kitchen));
  // Everything that could be started has been: from here the event loop waits, unless all is served already.
  if (steps.some((step) => step.kind === 'wait')) kitchen.recorder.mark('idle');
  return Promise.all(dishes);
}

async function cookOne(step: Step, kitchen: Kitchen): Promise<TaskRecord> {
  const { clock, recorder } = kitchen;
  recorder.mark('busy', step.task);
  const startNs = clock.now();
  if (step.kind === 'compute') return served(step, kitchen, startNs, knead(step.iterations, step.seed));
  await timer(step.durationMs);
  recorder.mark('busy', step.task);
  const task = served(step, kitchen, startNs, null);
  recorder.mark('idle');
  return task;
}

function served(step: Step, { worker, clock }: Kitchen, startNs: number, checksum: number | null): TaskRecord {
  const iterations = step.kind === 'compute' ? step.iterations : 0;
  return { task: step.task, worker, startNs, servedNs: clock.now(), iterations, checksum };
}
