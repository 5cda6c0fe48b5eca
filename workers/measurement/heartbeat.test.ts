import { setTimeout as timer } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { computeInTurns } from '../workloads/cpu';
import { createClock } from './clock';
import { createHeartbeat } from './heartbeat';

const clock = createClock();
const noTurns = { idle: () => undefined, busy: () => undefined };

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The beats while `body` goes on, begun right at a beat. */
async function beatsDuring(body: () => unknown) {
  const heart = createHeartbeat(clock);
  heart.start();
  await heart.callbacks(1);
  const startNs = clock.now();
  await body();
  const tookNs = clock.now() - startNs;
  await heart.callbacks(2);
  const series = heart.stop();
  if (!series) throw new Error('no beat');
  return { ...series, tookNs, longestNs: Math.max(...series.latencyNs) };
}

describe('heartbeat', () => {
  it('counts every beat that fell due while the loop was held, from when it was due', async () => {
    const { latencyNs, longestNs, tookNs } = await beatsDuring(() => block(200));
    // 19 or 20 beats were due in the 200 ms. The first of them was due within 10 ms of the begin.
    expect(latencyNs.filter((late) => late > 10e6).length).toBeGreaterThanOrEqual(18);
    expect(longestNs).toBeGreaterThan(tookNs - 10.5e6);
    const first = latencyNs.indexOf(longestNs);
    // What came together was due 10 ms apart.
    expect((latencyNs[first] ?? 0) - (latencyNs[first + 1] ?? 0)).toBe(10e6);
  });

  it('has a beat for every 10 ms, none left out and none twice', async () => {
    const startNs = clock.now();
    const { periodNs, firstDueNs, latencyNs } = await beatsDuring(() => timer(120));
    const endNs = clock.now();
    expect(periodNs).toBe(10e6);
    expect(firstDueNs).toBeGreaterThanOrEqual(startNs + 10e6);
    const lastDueNs = firstDueNs + (latencyNs.length - 1) * periodNs;
    expect(lastDueNs).toBeLessThanOrEqual(endNs);
    expect(latencyNs.length).toBeGreaterThanOrEqual(13);
    expect(Math.min(...latencyNs)).toBeGreaterThanOrEqual(0);
  });

  it.each(['promise', 'next-tick'] as const)('is starved by a computation that gives way by %s', async (way) => {
    const work = { iterations: 200_000, chunks: 200, seed: 3 };
    const { longestNs, tookNs } = await beatsDuring(() => computeInTurns(work, noTurns, way));
    expect(tookNs).toBeGreaterThan(25e6);
    expect(longestNs).toBeGreaterThan(tookNs - 10.5e6);
  });

  it.each(['immediate', 'timeout'] as const)('comes between the pieces of one that gives way by %s', async (way) => {
    const work = { iterations: 200_000, chunks: 200, seed: 3 };
    let turns = 0;
    const marks = {
      idle: () => {
        turns++;
      },
      busy: () => undefined,
    };
    const { latencyNs, tookNs, firstDueNs, periodNs } = await beatsDuring(() => computeInTurns(work, marks, way));
    expect(turns).toBe(199);
    // Not one callback for all: beats came at several instants while the computation went on.
    const came = new Set(latencyNs.map((late, beat) => firstDueNs + beat * periodNs + late));
    expect(came.size).toBeGreaterThan(4);
    expect(tookNs).toBeGreaterThan(25e6);
  });

  it('counts what has fallen due and not come as late as it is when it stops', async () => {
    const heart = createHeartbeat(clock);
    heart.start();
    block(60);
    const series = heart.stop();
    expect(series?.latencyNs).toHaveLength(Math.ceil(((series?.latencyNs[0] ?? 0) + 1) / 10e6));
    expect(series?.latencyNs[0]).toBeGreaterThan(49e6);
    await timer(20);
    expect(heart.stop()).toBeNull();
  });

  it('says nothing unless started, or where nothing was due, and begins anew', async () => {
    const still = createHeartbeat({ ...clock, now: () => 0 });
    expect(still.stop()).toBeNull();
    still.start();
    expect(still.stop()).toBeNull();
    const heart = createHeartbeat(clock);
    heart.start();
    // As many beats as no pause of a busy machine would make.
    block(500);
    heart.start();
    await heart.callbacks(1);
    const series = heart.stop();
    expect(series?.latencyNs.length).toBeGreaterThan(0);
    expect(series?.latencyNs.length).toBeLessThan(45);
  });

  it('does not take a callback that comes before its beat is due for a beat', async () => {
    let nowNs = 0;
    const heart = createHeartbeat({ ...clock, now: () => nowNs });
    let settled = false;
    heart.start();
    const beat = heart.callbacks(1).then(() => (settled = true));
    // By the clock not one is due, however often the timer calls.
    await timer(100);
    expect(settled).toBe(false);
    nowNs = 10_000_000;
    await beat;
    expect(heart.stop()?.latencyNs).toEqual([0]);
  });
});
