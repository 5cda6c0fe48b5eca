import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeOffice } from './testing/fake-links';
import { createPool } from './pool';
import type { Pool, PoolOptions, TaskStamp } from './pool-types';

const square = (n: number): number => n * n;

function fake(options: Partial<PoolOptions<number, number>> = {}) {
  const office = createFakeOffice<number, number>();
  const pool = createPool<number, number>({ workers: 2, hire: office.hire, batch: 'single', ...options });
  return { office, pool };
}

/** Lets everything that needs no timer happen. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

function runAll(pool: Pool<number, number>, tasks: readonly number[]) {
  return tasks.map((task) => {
    const promise = pool.run(task);
    promise.catch(() => undefined);
    return promise;
  });
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

describe('options', () => {
  const hire = createFakeOffice<number, number>().hire;
  it.each([
    [{ workers: 0 }, 'workers has to be a whole number from 1 to 1024, not 0.'],
    [{ workers: 1.5 }, 'workers has to be a whole number from 1 to 1024, not 1.5.'],
    [{ inFlightPerWorker: 0 }, 'inFlightPerWorker has to be a whole number from 1 to 65536, not 0.'],
    [{ taskTimeoutMs: 0 }, 'taskTimeoutMs has to be 1 to 2147483647 milliseconds, not 0.'],
    [{ taskTimeoutMs: NaN }, 'taskTimeoutMs has to be 1 to 2147483647 milliseconds, not NaN.'],
    [{ start: 'hot' as 'warm' }, 'start has to be warm or cold, not "hot".'],
    [{ whenLost: 'cry' as 'stop' }, 'whenLost has to be replace or stop, not "cry".'],
    [{ batch: 'big' as 'single' }, 'batch has to be adaptive or single, not "big".'],
    [{ hire: 1 as unknown as typeof hire }, 'hire has to be a function.'],
  ])('%j is refused by name and range', (wrong, message) => {
    expect(() => createPool({ workers: 1, hire, ...wrong })).toThrow(message);
  });

  it('refuses a time-out of a task that no timer can wait', () => {
    const { pool } = fake();
    expect(() => pool.run(1, { timeoutMs: -1 })).toThrow('timeoutMs has to be 1 to 2147483647 milliseconds, not -1.');
  });
});

describe('giving out', () => {
  it('keeps the order, gives to the least loaded, and takes turns', async () => {
    const { office, pool } = fake({ workers: 3, inFlightPerWorker: 2 });
    await pool.ready;
    const answers = runAll(pool, [0, 1, 2, 3, 4, 5, 6, 7]);
    await settled();
    expect(office.links.map((link) => link.open.map((one) => one.task))).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    expect(pool.counts()).toEqual({ queued: 2, sent: 6, workers: 3, hired: 3 });
    office.links[1]?.answer(square);
    expect(office.links[1]?.open.map((one) => one.task)).toEqual([6, 7]);
    for (const link of office.links) link.answer(square);
    expect(await Promise.all(answers)).toEqual([0, 1, 4, 9, 16, 25, 36, 49]);
  });

  it('stays with the worker that is still awake while tasks come one after the other, else takes turns', async () => {
    const { office, pool } = fake({ workers: 3 });
    await pool.ready;
    const busy = async (tasks: readonly number[]) => {
      const answers = runAll(pool, tasks);
      await settled();
      const at = office.links.flatMap((link, i) => (link.open.length > 0 ? [i] : []));
      for (const link of office.links) link.answer(square);
      await Promise.all(answers);
      return at;
    };
    expect(await busy([1])).toEqual([0]);
    expect(await busy([1])).toEqual([0]);
    expect(await busy([1, 2])).toEqual([0, 1]);
    expect(await busy([1, 2])).toEqual([0, 2]);
    expect(await busy([1, 2])).toEqual([1, 2]);
    expect(await busy([1])).toEqual([0]);
  });

  it('puts tiny tasks into common messages once it knows that they are tiny', async () => {
    const { office, pool } = fake({ batch: 'adaptive' });
    await pool.ready;
    const answers = runAll(
      pool,
      Array.from({ length: 1000 }, (_, i) => i),
    );
    await settled();
    expect(office.links.map((link) => link.messages.length)).toEqual([1, 1]);
    while (pool.counts().sent > 0) for (const link of office.links) link.answer(square, link.open.length, 0);
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 1000 }, (_, i) => i * i));
    const messages = office.links.flatMap((link) => link.messages);
    expect(messages.length).toBeLessThan(60);
    const shares = office.links.map((link) => link.messages.reduce((sum, one) => sum + one.ids.length, 0));
    expect(Math.min(...shares)).toBeGreaterThan(250);
  });

  it('sends long tasks one by one, also when it may share messages', async () => {
    const { office, pool } = fake({ batch: 'adaptive' });
    await pool.ready;
    const answers = runAll(
      pool,
      Array.from({ length: 20 }, (_, i) => i),
    );
    await settled();
    while (pool.counts().sent > 0) {
      expect(Math.max(...office.links.map((link) => link.open.length))).toBe(1);
      for (const link of office.links) link.answer(square, 1, 5);
    }
    await Promise.all(answers);
    expect(office.links.every((link) => link.messages.every((one) => one.ids.length === 1))).toBe(true);
  });

  it('lets handed-over data travel alone, with its list', async () => {
    const { office, pool } = fake({ workers: 1, batch: 'adaptive' });
    await pool.ready;
    void runAll(pool, [1, 2, 3]);
    await settled();
    office.links[0]?.answer(square, 1, 0);
    const data = new ArrayBuffer(8);
    void pool.run(4, { transfer: [data] });
    void runAll(pool, [5, 6]);
    await settled();
    while (pool.counts().sent > 0) office.links[0]?.answer(square, 1, 0);
    const at = office.links[0]?.messages.findIndex((one) => one.tasks.includes(4)) ?? -1;
    expect(office.links[0]?.messages[at]?.tasks).toEqual([4]);
    expect(office.links[0]?.transfers.map((one) => one?.[0])).toEqual(
      office.links[0]?.messages.map((_, i) => (i === at ? data : undefined)),
    );
    await pool.close();
  });

  it('reports when each task was on its way', async () => {
    let ns = 100;
    const stamps: TaskStamp<number>[] = [];
    const { office, pool } = fake({ workers: 1, now: () => ns++, onAnswered: (stamp) => stamps.push(stamp) });
    await pool.ready;
    const answers = runAll(pool, [7, 8]);
    await settled();
    office.links[0]?.answer(square);
    office.links[0]?.failAt(0, 'no');
    await Promise.allSettled(answers);
    expect(stamps).toEqual([
      { id: 0, task: 7, worker: '0#0', queuedNs: 100, sentNs: 102, gotNs: 103 },
      { id: 1, task: 8, worker: '0#0', queuedNs: 101, sentNs: 104, gotNs: 105 },
    ]);
  });

  it('passes on what the handler threw, with name and code', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    const answer = pool.run(1);
    await settled();
    office.links[0]?.failAt(0, 'not a number');
    await expect(answer).rejects.toMatchObject({ name: 'TypeError', message: 'not a number', code: 'E_FAKE' });
  });

  it('rejects only the task that cannot be cloned', async () => {
    const { office, pool } = fake({ workers: 1, batch: 'adaptive' });
    await pool.ready;
    const first = runAll(pool, [0]);
    await settled();
    office.links[0]?.answer(square, 1, 0);
    await Promise.all(first);
    office.onPost = ({ tasks }) => {
      if (tasks.includes(13)) throw new Error('13 cannot be cloned');
    };
    const answers = runAll(pool, [11, 12, 13, 14, 15, 16, 17, 18]);
    await settled();
    while (pool.counts().sent > 0) office.links[0]?.answer(square, 1, 0);
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map((one) => one.status === 'fulfilled')).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
    await expect(answers[2]).rejects.toThrow('13 cannot be cloned');
    expect(pool.counts()).toMatchObject({ queued: 0, sent: 0 });
  });

  it('loses no task when the link ends while a message turns out not to be cloneable', async () => {
    const { office, pool } = fake({ workers: 1, batch: 'adaptive' });
    await pool.ready;
    const first = runAll(pool, [0]);
    await settled();
    office.links[0]?.answer(square, 1, 0);
    await Promise.all(first);
    let refusals = 0;
    office.onPost = ({ tasks }) => {
      if (!tasks.includes(1) && !tasks.includes(2)) return;
      refusals++;
      if (refusals === 2) office.links[0]?.lose();
      throw new Error('cannot be cloned');
    };
    const answers = runAll(pool, [1, 2, 3, 4, 5, 6, 7, 8]);
    await settled();
    office.onPost = () => undefined;
    for (let i = 0; i < 20; i++) {
      await settled();
      for (const link of office.living) link.answer(square, link.open.length, 0);
    }
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(7);
    expect(pool.counts()).toMatchObject({ queued: 0, sent: 0 });
  });

  it('is not confused by a link that answers while it is given a task', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    const [link] = office.links;
    const post = link?.post.bind(link);
    if (!link || !post) throw new Error('no link');
    Object.assign(link, {
      post: (...given: Parameters<typeof post>) => {
        post(...given);
        link.answer(square);
      },
    });
    expect(await Promise.all(runAll(pool, [1, 2, 3, 4]))).toEqual([1, 4, 9, 16]);
  });
});

describe('abort', () => {
  it('of a waiting task takes it out of the queue', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    const [first] = runAll(pool, [1]);
    const control = new AbortController();
    const second = pool.run(2, { signal: control.signal });
    const [third] = runAll(pool, [3]);
    await settled();
    control.abort(new Error('not hungry'));
    await expect(second).rejects.toThrow('not hungry');
    expect(pool.counts()).toMatchObject({ queued: 1, sent: 1, hired: 1 });
    office.links[0]?.answer(square);
    office.links[0]?.answer(square);
    expect(await Promise.all([first, third])).toEqual([1, 9]);
    expect(office.links[0]?.messages.flatMap((one) => one.tasks)).toEqual([1, 3]);
  });

  it('of a running task replaces its worker and sends the others on it again, in order', async () => {
    const { office, pool } = fake({ workers: 1, inFlightPerWorker: 3 });
    await pool.ready;
    const control = new AbortController();
    const doomed = pool.run(1, { signal: control.signal });
    const others = runAll(pool, [2, 3, 4, 5]);
    await settled();
    const [old] = office.links;
    control.abort();
    await expect(doomed).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    expect(old?.state).toBe('ended');
    old?.answer(() => -1); // too late to count
    expect(office.living).toHaveLength(1);
    expect(office.living[0]?.open.map((one) => one.task)).toEqual([2, 3, 4]);
    office.living[0]?.answer(square);
    office.living[0]?.answer(square);
    expect(await Promise.all(others)).toEqual([4, 9, 16, 25]);
  });

  it('before run, and after the answer, changes nothing else', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    await expect(pool.run(1, { signal: AbortSignal.abort('early') })).rejects.toBe('early');
    const control = new AbortController();
    const removed = vi.spyOn(control.signal, 'removeEventListener');
    const answer = pool.run(2, { signal: control.signal });
    await settled();
    office.links[0]?.answer(square);
    expect(await answer).toBe(4);
    expect(removed).toHaveBeenCalledTimes(1);
    control.abort();
    await settled();
    expect(pool.counts()).toEqual({ queued: 0, sent: 0, workers: 1, hired: 1 });
  });

  it('rejects a bystander whose data was handed over, because it cannot be sent again', async () => {
    const { pool } = fake({ workers: 1, inFlightPerWorker: 2 });
    await pool.ready;
    const control = new AbortController();
    const doomed = pool.run(1, { signal: control.signal });
    const bystander = pool.run(2, { transfer: [new ArrayBuffer(8)] });
    await settled();
    control.abort();
    await expect(doomed).rejects.toThrow();
    await expect(bystander).rejects.toMatchObject({ code: 'worker-lost' });
  });
});

describe('time-out', () => {
  it('counts from sending, rejects the task and replaces the worker', async () => {
    const { office, pool } = fake({ workers: 1, taskTimeoutMs: 1000 });
    await pool.ready;
    const [first, second] = runAll(pool, [1, 2]);
    await vi.advanceTimersByTimeAsync(900);
    office.links[0]?.answer(square);
    expect(await first).toBe(1);
    await vi.advanceTimersByTimeAsync(900);
    expect(pool.counts()).toMatchObject({ sent: 1, hired: 1 });
    await vi.advanceTimersByTimeAsync(110);
    await expect(second).rejects.toMatchObject({
      code: 'timed-out',
      message: 'The task was not answered within 1000 ms.',
    });
    expect(pool.counts()).toMatchObject({ sent: 0, hired: 2, workers: 1 });
    expect(office.links[0]?.state).toBe('ended');
  });

  it('of one task in company sends the others again, and a shorter one of its own counts', async () => {
    const { office, pool } = fake({ workers: 1, inFlightPerWorker: 3, taskTimeoutMs: 1000 });
    await pool.ready;
    const [first] = runAll(pool, [1]);
    const short = pool.run(2, { timeoutMs: 100 });
    short.catch(() => undefined);
    const [third] = runAll(pool, [3]);
    await vi.advanceTimersByTimeAsync(110);
    await expect(short).rejects.toMatchObject({ code: 'timed-out' });
    expect(office.living[0]?.open.map((one) => one.task)).toEqual([1, 3]);
    office.living[0]?.answer(square);
    expect(await Promise.all([first, third])).toEqual([1, 9]);
  });

  it('in a shared message blames nobody until the task hangs alone', async () => {
    const { office, pool } = fake({ workers: 2, batch: 'adaptive', taskTimeoutMs: 1000 });
    await pool.ready;
    const warm = runAll(pool, [0, 0]);
    await settled();
    for (const link of office.links) link.answer(square, 1, 0);
    await Promise.all(warm);
    const tasks = Array.from({ length: 40 }, (_, n) => n);
    const answers = runAll(pool, tasks);
    await settled();
    const shared = office.links.find((link) => link.open.length > 1);
    const hanging = shared?.open[1]?.task;
    expect(hanging).toBeDefined();
    for (let turn = 0; turn < 20; turn++) {
      for (const link of office.living) {
        while (link.open.length > 0 && link.open[0]?.task !== hanging) link.answer(square, 1, 0);
      }
      await vi.advanceTimersByTimeAsync(1010);
    }
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map((one) => one.status)).toEqual(
      tasks.map((task) => (task === hanging ? 'rejected' : 'fulfilled')),
    );
    // Replaced twice: after the message, and after the task that hung alone.
    expect(pool.counts().hired).toBe(4);
  });
});
