import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RiskStep } from '@core/protocol/step';
import { fail } from './fail';
import { timerWorkload } from './timer';
import type { Workload } from './workload';
import { WorkloadError } from './workload-error';

/** A failure that the worker caught: the task is lost, and the worker goes on. */
export class CaughtFailure extends Error {
  override readonly name = 'CaughtFailure';

  /** @param ended what was seen to end with the task */
  constructor(
    message: string,
    readonly ended?: 'thread',
  ) {
    super(message);
  }
}

/** Memory of a thread for a task that fails: it runs out of it soon. */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 };

/**
 * Tasks that fail: among others on one loop, in a thread of their own, or as all that their process does. On a loop an error is
 * thrown to whoever awaits the task; everything else takes with it what it takes.
 * @param programs folder of the built entries of `workers/entry`
 */
export function createRiskWorkload(programs: string): Workload<RiskStep> {
  return {
    sync() {
      throw new WorkloadError('NOT_ASYNC', 'A task that fails is executed asynchronously.');
    },
    async async(step, marks) {
      await timerWorkload.async({ task: step.task, kind: 'wait', durationMs: step.afterMs }, marks, false);
      if (step.place === 'thread') {
        marks.idle();
        await inThread(step, join(programs, 'risky-thread.cjs'));
        marks.busy();
      } else if (step.place === 'loop' && step.failure === 'throw') {
        throw new CaughtFailure('The task threw an error, and its caller caught it.');
      } else {
        await fail(step.failure);
      }
      return null;
    },
  };
}

/** Settles when the task is served, or when its thread has gone. @throws CaughtFailure where it ended without a result */
function inThread({ failure, patienceMs }: RiskStep, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: failure, resourceLimits, stderr: true });
    let why: string | undefined;
    let served = false;
    const patience = setTimeout(() => {
      why = `it did not return within ${patienceMs} ms and was ended`;
      void thread.terminate();
    }, patienceMs);
    thread.on('message', () => {
      served = true;
    });
    thread.on('error', (error) => {
      why = error.message;
    });
    thread.on('exit', (code) => {
      clearTimeout(patience);
      if (served) resolve();
      else
        reject(
          new CaughtFailure(`The thread of the task ended (exit ${code}): ${why ?? 'it said nothing'}.`, 'thread'),
        );
    });
  });
}
