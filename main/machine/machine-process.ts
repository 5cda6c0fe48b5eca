import { LabError } from '@core/ipc/envelope';
import type { FromMachine, ToMachine } from '@core/protocol/machine';
import { startUtility } from '../processes/utility';

const timeoutMs = 15_000;

/** Asks the machine process one question; it is started for it and ended after it. @throws LabError if it fails */
export async function askMachine<T extends Exclude<ToMachine['type'], 'load'>>(
  type: T,
): Promise<Extract<FromMachine, { type: T }>> {
  const asked = startUtility('machine', 'Concurrency Lab machine');
  try {
    return await new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        reject(new LabError('internal', `The machine did not answer within ${timeoutMs / 1000} s.`));
      }, timeoutMs);
      asked.onMessage((message) => {
        clearTimeout(giveUp);
        resolve(message as Extract<FromMachine, { type: T }>);
      });
      void asked.exited.then((exit) => {
        clearTimeout(giveUp);
        reject(new LabError('launch-failed', `The machine could not be asked. ${exit.message}`));
      });
      asked.post({ type } satisfies { type: ToMachine['type'] });
    });
  } finally {
    void asked.stop();
  }
}
