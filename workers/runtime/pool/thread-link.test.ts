import { describe, expect, it } from 'vitest';
import type { OutcomeMessage } from '@core/protocol/tasks';
import { createPool } from './pool';
import { serveThreadTasks, createThreadLink } from './thread-link';

/** A real thread that speaks the wire by hand: the sources are TypeScript, which a thread of this Node cannot load. */
function program(body: string): URL {
  const script = `
    import { parentPort, workerData } from 'node:worker_threads';
    const answer = (ids, answers) => parentPort.postMessage({ type: 'answers', ids, answers, tookMs: 0 });
    const onTasks = (handle) => parentPort.on('message', ({ ids, tasks }) => handle(ids, tasks));
    const ready = () => parentPort.postMessage({ type: 'ready' });
    ${body}`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}

const doubling = program('onTasks((ids, tasks) => answer(ids, tasks.map((n) => 2 * n))); ready();');

describe('thread link', () => {
  it('works in a pool of real threads, to the last task, and leaves no thread behind', async () => {
    const pool = createPool<number, number>({
      workers: 2,
      hire: (slot) => createThreadLink(doubling, { id: `t${slot}` }),
    });
    await pool.ready;
    const answers = await Promise.all(Array.from({ length: 2000 }, (_, i) => pool.run(i)));
    expect(answers).toEqual(Array.from({ length: 2000 }, (_, i) => 2 * i));
    await pool.close();
    expect(pool.counts()).toEqual({ queued: 0, sent: 0, workers: 0, hired: 2 });
  });

  it('gives the worker its data, and wakes it by shared memory after each message unless told not to', async () => {
    const reporting = program(`
      const { poolWakeUp, flavour } = workerData;
      onTasks((ids) => setTimeout(() => answer(ids, [[flavour, poolWakeUp ? poolWakeUp.counter[0] : null]]), 20));
      ready();`);
    const ask = async (wakeUpForMs: number) => {
      const link = await createThreadLink<number, unknown>(reporting, {
        id: 't',
        workerData: { flavour: 'plain' },
        wakeUpForMs,
      });
      const answered = new Promise<OutcomeMessage<unknown>>((resolve, reject) => {
        link.listen({ received: resolve, lost: reject });
      });
      link.post({ type: 'tasks', ids: [3], tasks: [0], atOnce: 1 }, undefined);
      const message = await answered;
      await link.end();
      return message;
    };
    expect(await ask(1)).toMatchObject({ ids: [3], answers: [['plain', 1]] });
    expect(await ask(0)).toMatchObject({ ids: [3], answers: [['plain', null]] });
  });

  it('carries other messages both ways', async () => {
    const chatty = program(`
      parentPort.on('message', (said) => parentPort.postMessage({ type: 'echo', said }));
      parentPort.postMessage('early');
      ready();`);
    const heard: unknown[] = [];
    let echoed: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (echoed = resolve));
    const other = (message: unknown) => {
      heard.push(message);
      if (heard.length === 2) echoed();
    };
    const link = await createThreadLink<number, number>(chatty, { id: 't', other });
    link.tell({ type: 'ping', n: 1 });
    await both;
    expect(heard).toEqual(['early', { type: 'echo', said: { type: 'ping', n: 1 } }]);
    await link.end();
  });

  it('ends a thread in the middle of an endless task, and the pool goes on with another', async () => {
    const script = program('onTasks((ids, [n]) => { while (n < 0); answer(ids, [n]); }); ready();');
    const pool = createPool<number, number>({
      workers: 1,
      hire: (slot) => createThreadLink(script, { id: `t${slot}` }),
    });
    await expect(pool.run(-1, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'timed-out' });
    expect(await pool.run(7)).toBe(7);
    expect(pool.counts().hired).toBe(2);
    await pool.close();
  });

  it('reports a thread that exceeds its memory as out of memory', async () => {
    const hoarding = program(
      'onTasks(() => { const all = []; for (;;) all.push(new Array(1000).fill({})); }); ready();',
    );
    const pool = createPool<number, number>({
      workers: 1,
      hire: (slot) => createThreadLink(hoarding, { id: `t${slot}`, resourceLimits: { maxOldGenerationSizeMb: 16 } }),
    });
    await expect(pool.run(1)).rejects.toMatchObject({ name: 'PoolError', code: 'out-of-memory' });
    await pool.close();
  }, 20_000);

  it('reports a thread that throws or leaves', async () => {
    const leaving = program(
      `onTasks((ids, [n]) => { if (n) throw new Error('dropped the pan'); process.exit(3); }); ready();`,
    );
    const pool = createPool<number, number>({
      workers: 1,
      hire: (slot) => createThreadLink(leaving, { id: `t${slot}` }),
    });
    await expect(pool.run(1)).rejects.toMatchObject({
      code: 'worker-lost',
      message: 'The thread t0 ended: dropped the pan',
    });
    await expect(pool.run(0)).rejects.toMatchObject({ code: 'worker-lost', message: 'The thread t0 ended (exit 3).' });
    await pool.close();
  });

  it('does not come about if the thread ends before it is ready', async () => {
    await expect(createThreadLink(program('process.exit(4);'), { id: 't' })).rejects.toThrow('ended (exit 4)');
    await expect(createThreadLink(program('throw new Error("no hands");'), { id: 't' })).rejects.toThrow('no hands');
  });

  it('is served in a thread only', () => {
    expect(() => {
      serveThreadTasks((n: number) => n);
    }).toThrow('the main thread');
  });
});
