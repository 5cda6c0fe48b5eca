import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { awaitReply, createExchange, expectReply } from './blocking-exchange';

/** A thread that announces a reply three times before there is one, and then publishes it; or that only announces. */
function announcer(shared: SharedArrayBuffer, replies: boolean): Worker {
  const code = `
    const { workerData } = require('node:worker_threads');
    const words = new Int32Array(workerData.shared);
    const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    for (let n = 0; n < 3; n++) {
      sleep(20);
      Atomics.notify(words, 0);
    }
    if (workerData.replies) {
      new Uint8Array(workerData.shared, 8).set([7]);
      Atomics.store(words, 1, 1);
      Atomics.store(words, 0, 1);
      Atomics.notify(words, 0);
    }`;
  return new Worker(code, { eval: true, workerData: { shared, replies } });
}

describe('a reply that a blocked thread waits for', () => {
  it.each([true, false])('is not taken to be there when a late announcement wakes the thread: %s', async (replies) => {
    const shared = createExchange();
    // The body of the reply before still lies there.
    new Uint8Array(shared, 8).set([250, 251, 252]);
    expectReply(shared);
    const thread = announcer(shared, replies);
    expect(awaitReply(shared, replies ? 10_000 : 300)).toEqual(replies ? Buffer.from([7]) : null);
    await thread.terminate();
  });
});
