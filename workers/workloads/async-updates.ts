import type { UpdateWay } from '@core/protocol/step';

/** Room for what one adder reads and writes in a trial. */
export interface LogRoom {
  readonly reads: Int32Array;
  readonly writes: Int32Array;
}

/** Ways of async functions on one thread. */
export type AsyncWay = Extract<UpdateWay, 'across-await' | 'one-step' | 'promise-lock'>;

/**
 * Async functions that add to one variable of their thread, all begun at once. Where they await nothing is waited for: the
 * others have their turn, that is all.
 * @param rooms one for each function
 * @returns what the counter holds when all are done
 */
export async function runTogether(way: AsyncWay, updates: number, rooms: readonly LogRoom[]): Promise<number> {
  let counter = 0;
  let last: Promise<void> = Promise.resolve();

  async function acrossAwait({ reads, writes }: LogRoom, n: number): Promise<void> {
    const read = counter;
    await Promise.resolve();
    counter = read + 1;
    reads[n] = read;
    writes[n] = counter;
  }

  async function oneStep({ reads, writes }: LogRoom, n: number): Promise<void> {
    const read = counter;
    counter = read + 1;
    reads[n] = read;
    writes[n] = counter;
    await Promise.resolve();
  }

  /** Begins when everything is over that was asked for before. */
  function inTurn(action: () => Promise<void>): Promise<void> {
    last = last.then(action);
    return last;
  }

  const ways: Readonly<Record<AsyncWay, (room: LogRoom, n: number) => Promise<void>>> = {
    'across-await': acrossAwait,
    'one-step': oneStep,
    'promise-lock': (room, n) => inTurn(() => acrossAwait(room, n)),
  };
  const add = ways[way];
  await Promise.all(
    rooms.map(async (room) => {
      for (let n = 0; n < updates; n++) await add(room, n);
    }),
  );
  return counter;
}
