import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeOffice } from './testing/fake-links';
import { createPool } from './pool';
import { PoolError } from './pool-error';
import type { Pool, PoolOptions } from './pool-types';

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

describe('a lost worker', () => {
  it('rejects the task it was alone with and is replaced', async () => {
    const { office, pool } = fake({ workers: 2 });
    await pool.ready;
    const answers = runAll(pool, [1, 2, 3]);
    await settled();
    office.links[0]?.lose(new PoolError('out-of-memory', 'heap'));
    await expect(answers[0]).rejects.toMatchObject({ code: 'out-of-memory', message: 'heap' });
    await settled();
    expect(pool.counts()).toMatchObject({ workers: 2, hired: 3 });
    for (const link of office.living) link.answer(square);
    for (const link of office.living) link.answer(square);
    expect(await Promise.all(answers.slice(1))).toEqual([4, 9]);
  });

  it('with several tasks: each is tried alone, only the cause is rejected', async () => {
    const { office, pool } = fake({ workers: 1, inFlightPerWorker: 4 });
    await pool.ready;
    const answers = runAll(pool, [1, 2, 3, 4]);
    await settled();
    for (let turn = 0; turn < 10 && pool.counts().sent + pool.counts().queued > 0; turn++) {
      const [link] = office.living;
      if (turn > 0) expect(link?.open).toHaveLength(1);
      if (link?.open.some((one) => one.task === 3)) link.lose();
      else link?.answer(square);
      await settled();
    }
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(pool.counts().hired).toBe(3);
  });

  it('with several tasks: neither joins another worker in company, nor does it get company', async () => {
    const { office, pool } = fake({ workers: 2, inFlightPerWorker: 2 });
    await pool.ready;
    const answers = runAll(pool, [1, 2, 3, 4, 5, 6]);
    await settled();
    const [first, second] = office.links;
    first?.lose();
    second?.answer(square, 1);
    // Room for one more, but 1 and 3 were on the lost worker.
    expect(second?.open.map((one) => one.task)).toEqual([4]);
    await settled();
    const third = office.living.find((link) => link !== second);
    expect(third?.open.map((one) => one.task)).toEqual([1]);
    second?.answer(square);
    expect(second?.open.map((one) => one.task)).toEqual([3]);
    third?.answer(square);
    expect(third?.open.map((one) => one.task)).toEqual([5, 6]);
    for (const link of office.living) link.answer(square);
    expect(await Promise.all(answers)).toEqual([1, 4, 9, 16, 25, 36]);
  });

  it('is never waited for by close', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    const [answer] = runAll(pool, [1]);
    await settled();
    office.links[0]?.lose();
    await pool.close();
    await expect(answer).rejects.toMatchObject({ code: 'worker-lost' });
    expect(office.living).toHaveLength(0);
  });

  it('ends the pool when it is told to stop, with the reason itself for all', async () => {
    const { office, pool } = fake({ workers: 2, whenLost: 'stop' });
    await pool.ready;
    const answers = runAll(pool, [1, 2, 3, 4]);
    await settled();
    const reason = new Error('killed by a cat');
    office.links[1]?.lose(reason);
    const outcomes = await Promise.allSettled([...answers, pool.run(5)]);
    expect(outcomes.map((one) => one.status === 'rejected' && one.reason === reason)).toEqual(Array(5).fill(true));
    await settled();
    expect(office.living).toHaveLength(0);
    expect(pool.counts()).toMatchObject({ queued: 0, sent: 0, hired: 2 });
  });

  it('while idle, again and again, ends the pool instead of hiring for ever', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    for (let turn = 0; turn < 5; turn++) {
      office.living[0]?.lose(new Error(`lost ${turn}`));
      await vi.advanceTimersByTimeAsync(1000);
    }
    await expect(pool.run(1)).rejects.toThrow('lost 4');
    expect(office.links).toHaveLength(5);
  });
});

describe('hiring', () => {
  it('cold: only as many as tasks wait', async () => {
    const { office, pool } = fake({ workers: 4, start: 'cold' });
    await pool.ready;
    await settled();
    expect(office.links).toHaveLength(0);
    const answers = runAll(pool, [1, 2]);
    await settled();
    expect(office.links).toHaveLength(2);
    for (const link of office.links) link.answer(square);
    await Promise.all(answers);
    const more = runAll(pool, [1, 2, 3, 4, 5, 6, 7]);
    await settled();
    expect(office.links).toHaveLength(4);
    for (let turn = 0; turn < 4; turn++) for (const link of office.links) link.answer(square);
    expect(await Promise.all(more)).toHaveLength(7);
    await pool.close();
    expect(office.living).toHaveLength(0);
  });

  it('cold: a worker lost or replaced comes back when a task needs it', async () => {
    const { office, pool } = fake({ workers: 1, start: 'cold' });
    const control = new AbortController();
    const doomed = pool.run(1, { signal: control.signal });
    await settled();
    control.abort();
    await expect(doomed).rejects.toThrow();
    await settled();
    expect(office.living).toHaveLength(0);
    const answer = pool.run(2);
    await settled();
    office.living[0]?.answer(square);
    expect(await answer).toBe(4);
  });

  it('that always fails is tried five times, further and further apart, then rejects everything with the reason', async () => {
    const { office, pool } = fake({ workers: 2, start: 'cold' });
    const tries: number[] = [];
    const startMs = performance.now();
    office.onHire = async () => {
      tries.push(performance.now() - startMs);
      throw new Error('no cook in town');
    };
    const [answer] = runAll(pool, [1]);
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(answer).rejects.toThrow('no cook in town');
    await expect(pool.run(2)).rejects.toThrow('no cook in town');
    expect(tries).toEqual([0, 50, 150, 350, 750]);
  });

  it('that fails at first succeeds later', async () => {
    const { office, pool } = fake({ workers: 1 });
    let left = 3;
    office.onHire = async () => {
      if (left-- > 0) throw new Error('not yet');
    };
    // The first hire was begun by createPool, before the office refused.
    const ready = fake({ workers: 1, hire: office.hire });
    const [answer] = runAll(ready.pool, [3]);
    await vi.advanceTimersByTimeAsync(60_000);
    await ready.pool.ready;
    office.living.at(-1)?.answer(square);
    expect(await answer).toBe(9);
    await Promise.all([pool.close(), ready.pool.close()]);
  });

  it('that fails rejects `ready`, and at once when told to stop', async () => {
    const office = createFakeOffice<number, number>();
    office.onHire = () => Promise.reject(new Error('strike'));
    const { pool } = fake({ hire: office.hire, whenLost: 'stop' });
    await expect(pool.ready).rejects.toThrow('strike');
    expect(pool.counts().hired).toBe(0);
  });
});

describe('close', () => {
  it('rejects what waits and what runs, ends every worker, and can be called twice', async () => {
    const { office, pool } = fake({ workers: 2 });
    await pool.ready;
    const answers = runAll(pool, [1, 2, 3]);
    await settled();
    await Promise.all([pool.close(), pool.close()]);
    const outcomes = await Promise.allSettled([...answers, pool.run(4)]);
    expect(outcomes.map((one) => one.status === 'rejected' && (one.reason as PoolError).code)).toEqual(
      Array(4).fill('closed'),
    );
    expect(office.links.map((link) => link.state)).toEqual(['ended', 'ended']);
    expect(pool.counts()).toMatchObject({ queued: 0, sent: 0, workers: 0 });
  });

  it('waits for a worker that is just being hired or ended, and ends it', async () => {
    const { office, pool } = fake({ workers: 1, start: 'cold' });
    let hired: () => void = () => undefined;
    office.onHire = () => new Promise((resolve) => (hired = resolve));
    const [answer] = runAll(pool, [1]);
    await settled();
    let closed = false;
    const closing = pool.close().then(() => (closed = true));
    await expect(answer).rejects.toMatchObject({ code: 'closed' });
    await settled();
    expect(closed).toBe(false);
    hired();
    await closing;
    expect(office.links.map((link) => link.state)).toEqual(['ended']);
  });

  it('leaves no timer behind: neither of a time-out nor of a pause before the next hire', async () => {
    const { office, pool } = fake({ workers: 2, taskTimeoutMs: 1000 });
    await pool.ready;
    const [answer] = runAll(pool, [1]);
    await settled();
    office.links[1]?.lose();
    expect(vi.getTimerCount()).toBe(2);
    await pool.close();
    await expect(answer).rejects.toMatchObject({ code: 'closed' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not hang on a worker that cannot be ended', async () => {
    const { office, pool } = fake({ workers: 1 });
    await pool.ready;
    office.onEnd = () => Promise.reject(new Error('will not go'));
    await pool.close();
    expect(pool.counts().workers).toBe(0);
  });
});
