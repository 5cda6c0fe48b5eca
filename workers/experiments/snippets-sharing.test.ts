import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from './testing/run-snippet';
import { run, startServer, stopServer } from './testing/snippet-bench';

beforeAll(startServer);
afterAll(stopServer);

describe('shared-stove: alone at the stove', () => {
  it.each([
    ['one-lock', 60],
    ['own-locks', 60],
    ['naive', 3],
    ['time-out', 3],
    ['ordered', 3],
  ])('%s: %i pieces of work, and every lock is given back', async (condition, pieces) => {
    const { calls } = await run(
      'shared-stove',
      condition,
      condition.endsWith('locks') || condition === 'one-lock' ? 'locks' : 'table',
      {
        instead: {
          seen: "(free) => recorded('start', (held) => held)(free)",
          work: '(ms) => compute({ iterations: 1000, seed: ms })',
        },
        after: 'seen(words.filter((word) => word !== 0).length);',
      },
    );
    expect(calls.filter(({ name }) => name === 'compute')).toHaveLength(pieces);
    expect(calls.find(({ name }) => name === 'start')?.result).toBe(0);
  });
});

describe('when-a-cook-fails: the other four tasks', () => {
  /** Waits that were served in the program that the snippet is. */
  const served = (calls: readonly Call[]) => calls.filter(({ name, of }) => name === 'wait' && of === 60).length;

  it.each([
    'throw-async',
    ...['throw', 'reject', 'exit', 'memory', 'loop'].flatMap((way) => [`${way}-thread`, `${way}-process`]),
  ])('are served: %s', async (condition) => {
    const { calls } = await run('when-a-cook-fails', condition, 'failures');
    expect(served(calls)).toBe(4);
  });

  it.each(['reject-async', 'exit-async', 'memory-async'])('go down with it: %s', async (condition) => {
    await expect(run('when-a-cook-fails', condition, 'failures')).rejects.toThrow();
  });
});

describe('lost-updates: what the counter holds in the end', () => {
  it.each(['atomics', 'mutex', 'owner', 'one-step', 'promise-lock', 'recorded-mutex'])('%s: all', async (condition) => {
    const { calls } = await run('lost-updates', condition, partOf(condition));
    expect(calls.map(({ name, of }) => [name, of])).toEqual([['show', 10_000]]);
  });

  it('across-await: exactly half', async () => {
    const { calls } = await run('lost-updates', 'across-await', 'await');
    expect(calls.map(({ of }) => of)).toEqual([5000]);
  });

  it.each(['unprotected', 'recorded-unprotected'])('%s: what two threads leave of it', async (condition) => {
    const { calls } = await run('lost-updates', condition, partOf(condition));
    // How much is lost is chance: what one thread writes may take back nearly all of the other's.
    expect(Number(calls[0]?.of)).toBeGreaterThanOrEqual(2);
    expect(Number(calls[0]?.of)).toBeLessThanOrEqual(10_000);
  });

  function partOf(condition: string): string {
    if (condition.startsWith('recorded')) return 'recorded';
    return ['one-step', 'promise-lock', 'across-await'].includes(condition) ? 'await' : 'threads';
  }
});

describe('possible-and-observed: what the counter holds after one trial', () => {
  it('without a lock: one of the two values that are possible', async () => {
    const { calls } = await run('possible-and-observed', 'no-lock', 'outcomes');
    expect(calls.map(({ name }) => name)).toEqual(['show']);
    expect([1, 2]).toContain(calls[0]?.of);
  });

  it('with a lock: 2', async () => {
    const { calls } = await run('possible-and-observed', 'lock', 'outcomes');
    expect(calls.map(({ name, of }) => [name, of])).toEqual([['show', 2]]);
  });
});
