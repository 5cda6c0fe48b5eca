import { LabError } from '@core/ipc/envelope';
import type { FromMachine, ToMachine } from '@core/protocol/machine';
import { startWatchedUtility } from '../processes/watched-utility';

const limitMs = 15_000;

/**
 * Asks the machine process one question; it is started for it and ended after it. One that ends or hangs is started anew, once.
 * @throws LabError if both come to nothing
 */
export async function askMachine<T extends Exclude<ToMachine['type'], 'load'>>(
  question: Extract<ToMachine, { type: T }>,
): Promise<Extract<FromMachine, { type: T }>> {
  const first = await askOnce<T>(question);
  if (typeof first !== 'string') return first;
  const second = await askOnce<T>(question);
  if (typeof second !== 'string') return second;
  const what = first === second ? first : `${first} Then: ${second}`;
  throw new LabError(
    'launch-failed',
    `The process that asks the machine what it is ended twice: ${what} Nothing was started or changed. Close other programs and try again.`,
  );
}

/** @returns the answer, or why there is none */
async function askOnce<T extends Exclude<ToMachine['type'], 'load'>>(
  question: Extract<ToMachine, { type: T }>,
): Promise<Extract<FromMachine, { type: T }> | string> {
  const asked = startWatchedUtility('machine', 'Concurrency Lab machine', { isBusy: () => true });
  const limit = setTimeout(() => {
    asked.giveUp(`It did not answer within ${limitMs / 1000} s.`);
  }, limitMs);
  try {
    return await new Promise((resolve) => {
      asked.onMessage((message) => {
        resolve(message as Extract<FromMachine, { type: T }>);
      });
      void asked.lost.then(({ message }) => {
        resolve(message);
      });
      asked.post(question satisfies ToMachine);
    });
  } finally {
    clearTimeout(limit);
    void asked.stop();
  }
}
