import type { FromWorker } from '@core/protocol/worker';
import { RunFailure } from './run-failure';

type OfType<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>;

interface Waiter {
  readonly type: FromWorker['type'];
  readonly resolve: (received: { message: FromWorker; gotNs: number }) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * The answers of one worker. At most one answer is awaited at a time; what nobody awaits is late and is dropped.
 * After a failure every wait is rejected, the present one and those to come: nothing waits for a dead worker.
 */
export interface Mailbox {
  /** Hands in what the worker sent; `gotNs` is taken by the caller before anything else. */
  deliver(message: FromWorker, gotNs: number): void;
  fail(failure: RunFailure): void;
  /** Waits for an answer of this type. @throws RunFailure if the worker is lost or does not answer in time */
  next<T extends FromWorker['type']>(type: T, timeoutMs: number): Promise<{ message: OfType<T>; gotNs: number }>;
}

export function createMailbox(worker: string): Mailbox {
  let waiter: Waiter | undefined;
  let failure: RunFailure | undefined;

  function fail(reason: RunFailure): void {
    failure ??= reason;
    const waiting = waiter;
    waiter = undefined;
    waiting?.reject(failure);
  }

  return {
    fail,
    deliver(message, gotNs) {
      if (waiter?.type !== message.type) return;
      const waiting = waiter;
      waiter = undefined;
      waiting.resolve({ message, gotNs });
    },
    next<T extends FromWorker['type']>(type: T, timeoutMs: number) {
      return new Promise<{ message: OfType<T>; gotNs: number }>((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        const watchdog = setTimeout(() => {
          fail(new RunFailure('unresponsive', `The worker ${worker} did not answer within ${timeoutMs / 1000} s.`));
        }, timeoutMs);
        waiter = {
          type,
          resolve: (received) => {
            clearTimeout(watchdog);
            resolve(received as { message: OfType<T>; gotNs: number });
          },
          reject: (reason) => {
            clearTimeout(watchdog);
            reject(reason);
          },
        };
      });
    },
  };
}
