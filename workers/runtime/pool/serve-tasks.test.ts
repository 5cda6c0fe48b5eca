import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutcomeMessage, TasksMessage } from '@core/protocol/tasks';
import { createTaskServer, Handover, serveTasks } from './serve-tasks';

const tasks = <Task>(first: number, given: readonly Task[], atOnce = 1): TasksMessage<Task> => ({
  type: 'tasks',
  ids: given.map((_, i) => first + i),
  tasks: given,
  atOnce,
});

/** Takes part of a second in a way that the clock can see. */
function busy(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function recorder<Answer>() {
  const posted: OutcomeMessage<Answer>[] = [];
  return { posted, post: (message: OutcomeMessage<Answer>) => void posted.push(structuredClone(message)) };
}

describe('task server', () => {
  /** The clock stands still: no answer has waited long enough to be sent alone, however slow the machine is. */
  const stopTheClock = (): unknown => vi.useFakeTimers({ toFake: ['performance'] });
  afterEach(() => vi.useRealTimers());

  it('answers the tasks of a message in one message, in order', () => {
    stopTheClock();
    const { posted, post } = recorder<number>();
    const server = createTaskServer<number, number>((n) => n * n, post);
    server.receive(tasks(10, [1, 2, 3]));
    expect(posted).toMatchObject([{ type: 'answers', ids: [10, 11, 12], answers: [1, 4, 9] }]);
    expect(server.busy).toBe(false);
  });

  it('does not let an answer wait for a task that will take long', () => {
    const { posted, post } = recorder<number>();
    const seen: number[] = [];
    const server = createTaskServer<number, number>((ms) => {
      seen.push(posted.length);
      busy(ms);
      return ms;
    }, post);
    server.receive(tasks(0, [2, 2, 2]));
    // Each answer was out before the next task began.
    expect(seen).toEqual([0, 1, 2]);
    expect(posted.map((one) => one.ids)).toEqual([[0], [1], [2]]);
    const [first] = posted;
    expect(first?.type === 'answers' && first.tookMs).toBeGreaterThan(1);
  });

  it('reports what the handler threw with name, message and code, and goes on', () => {
    stopTheClock();
    const { posted, post } = recorder<number>();
    const server = createTaskServer<number, number>((n) => {
      if (n === 2) throw Object.assign(new RangeError('two'), { code: 'E_TWO' });
      if (n === 3) throw 'three' as unknown as Error;
      return n;
    }, post);
    server.receive(tasks(0, [1, 2, 3, 4]));
    expect(posted).toMatchObject([
      { type: 'failures', ids: [1], errors: [{ name: 'RangeError', message: 'two', code: 'E_TWO' }] },
      { type: 'failures', ids: [2], errors: [{ name: 'Error', message: 'three' }] },
      { type: 'answers', ids: [0, 3], answers: [1, 4] },
    ]);
  });

  it('fails only the answer that cannot be cloned', () => {
    const { posted, post } = recorder<unknown>();
    const server = createTaskServer<number, unknown>((n) => (n === 1 ? () => n : n), post);
    server.receive(tasks(0, [0, 1, 2]));
    server.receive(tasks(3, [1]));
    expect(posted).toMatchObject([
      { type: 'answers', ids: [0] },
      { type: 'failures', ids: [1], errors: [{ name: 'DataCloneError' }] },
      { type: 'answers', ids: [2] },
      { type: 'failures', ids: [3], errors: [{ name: 'DataCloneError' }] },
    ]);
  });

  it('begins as many asynchronous tasks at once as it may, in order, and no more', async () => {
    const { posted, post } = recorder<number>();
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const server = createTaskServer<number, number>((n) => {
      begun.push(n);
      return new Promise((resolve) => ends.push(() => resolve(n)));
    }, post);
    server.receive(tasks(0, [0, 1, 2], 2));
    server.receive(tasks(3, [3], 2));
    expect(begun).toEqual([0, 1]);
    ends[1]?.();
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    expect(posted.map((one) => one.ids)).toEqual([[1]]);
    ends[0]?.();
    ends[2]?.();
    await turn();
    expect(begun).toEqual([0, 1, 2, 3]);
    // What ended together shares a message.
    expect(posted.map((one) => one.ids)).toEqual([[1], [0, 2]]);
    expect(server.busy).toBe(true);
    ends[3]?.();
    await turn();
    expect(server.busy).toBe(false);
  });

  it('reports a rejected promise as a failure and goes on', async () => {
    const { posted, post } = recorder<number>();
    const server = createTaskServer<number, number>(
      (n) => (n === 0 ? Promise.reject(new Error('zero')) : Promise.resolve(n)),
      post,
    );
    server.receive(tasks(0, [0, 1]));
    await turn();
    expect(posted).toMatchObject([
      { type: 'failures', ids: [0], errors: [{ message: 'zero' }] },
      { type: 'answers', ids: [1], answers: [1] },
    ]);
  });
});

describe('serving on a port', () => {
  let channel: MessageChannel | undefined;
  afterEach(() => {
    channel?.port1.close();
    channel = undefined;
  });

  function open(): { readonly here: MessagePort; readonly there: MessagePort } {
    channel = new MessageChannel();
    return { here: channel.port1, there: channel.port2 };
  }

  async function next(port: MessagePort): Promise<unknown> {
    for (let i = 0; i < 1000; i++) {
      const received = receiveMessageOnPort(port);
      if (received) return received.message as unknown;
      await turn();
    }
    throw new Error('no message');
  }

  it('says that it is ready, serves tasks and passes on everything else', async () => {
    const { here, there } = open();
    const others: unknown[] = [];
    serveTasks<number, number>(there, (n) => n + 1, { other: (message) => others.push(message) });
    expect(await next(here)).toEqual({ type: 'ready' });
    here.postMessage({ type: 'describe' });
    here.postMessage(tasks(5, [1]));
    here.postMessage(null);
    expect(await next(here)).toMatchObject({ type: 'answers', ids: [5], answers: [2] });
    await turn();
    expect(others).toEqual([{ type: 'describe' }, null]);
  });

  it('hands over what a handler wants handed over', async () => {
    const { here, there } = open();
    let given: ArrayBuffer | undefined;
    serveTasks<number, ArrayBuffer>(there, (bytes) => {
      given = new ArrayBuffer(bytes);
      return new Handover(given, [given]);
    });
    await next(here);
    here.postMessage(tasks(0, [64]));
    const message = (await next(here)) as { readonly answers: readonly ArrayBuffer[] };
    expect(message.answers[0]?.byteLength).toBe(64);
    expect(given?.byteLength).toBe(0);
  });

  it('asleep, takes messages that came meanwhile without going back to the event loop', async () => {
    const { here, there } = open();
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const turns: number[] = [];
    let loops = 0;
    serveTasks<number, number>(
      there,
      (n) => {
        turns.push(loops);
        if (n === 0) {
          // The next task comes while this one runs.
          here.postMessage(tasks(1, [1]));
          Atomics.add(counter, 0, 1);
        }
        return n;
      },
      { wakeUp: { counter, forMs: 5 } },
    );
    await next(here);
    here.postMessage(tasks(0, [0]));
    for (let i = 0; i < 50; i++) {
      await turn();
      loops++;
    }
    expect(turns).toHaveLength(2);
    expect(turns[0]).toBe(turns[1]);
  });

  it('never sleeps while a task waits asynchronously', async () => {
    const { here, there } = open();
    const counter = new Int32Array(new SharedArrayBuffer(4));
    serveTasks<number, number>(there, async (n) => turn(n), { wakeUp: { counter, forMs: 4000 } });
    await next(here);
    const started = performance.now();
    here.postMessage(tasks(0, [1]));
    expect(await next(here)).toMatchObject({ type: 'answers', answers: [1] });
    // Asleep, it would have blocked the only thread of this test.
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('gives the loop its turn after a message that is not about tasks', async () => {
    const { here, there } = open();
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const others: unknown[] = [];
    const other = (message: unknown) => void others.push(message);
    serveTasks<number, number>(there, (n) => n, { other, wakeUp: { counter, forMs: 4000 } });
    await next(here);
    const started = performance.now();
    here.postMessage(tasks(0, [1]));
    here.postMessage('ping');
    expect(await next(here)).toMatchObject({ type: 'answers', answers: [1] });
    expect(others).toEqual(['ping']);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
