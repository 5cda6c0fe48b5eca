import { bareExits } from '@core/experiments/seats';
import type { Failure } from '@core/protocol/step';

/** Numbers in each of the lists that fill the memory. */
const listLength = 10_000;

/**
 * Fails in earnest, with nobody there to catch it. Settles only where nothing fails: a task that has made a promise nobody looks
 * after does not return either.
 */
export function fail(failure: Failure): Promise<void> {
  switch (failure) {
    case 'none':
      return Promise.resolve();
    case 'throw':
      // From a turn of the loop of its own, where no caller is left.
      setImmediate(() => {
        throw new Error('The task threw an error.');
      });
      break;
    case 'reject':
      void Promise.reject(new Error('The task rejected a promise that nobody awaits.'));
      break;
    case 'exit':
      process.exit(bareExits[1]);
      break;
    case 'out-of-memory':
      fillMemory();
      break;
    case 'loop':
      for (;;);
  }
  return new Promise(() => undefined);
}

function fillMemory(): void {
  const kept: number[][] = [];
  for (;;) kept.push(new Array<number>(listLength).fill(kept.length + 0.5));
}
