import { setImmediate as turn, setTimeout as timer } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { knead } from '@core/kernels/knead';
import type { ThreadCounters } from '@core/record/events';
import { createClock } from './clock';
import { cpuSource, threadCpuNs } from './cpu-time';
import { createThreadMeter } from './thread-meter';

const onLinux = process.platform === 'linux';
const source = cpuSource();

interface Metered extends ThreadCounters {
  readonly cpuNs: number;
  readonly wallNs: number;
}

/** What the meter counts while `body` goes on. */
async function metered(watchLoop: boolean, body: () => Promise<void> | void): Promise<Metered> {
  const clock = createClock();
  const meter = createThreadMeter(clock);
  const startNs = clock.now();
  const cpuBefore = threadCpuNs(source);
  meter.begin(watchLoop);
  await body();
  const counters = meter.end();
  const cpuAfter = threadCpuNs(source);
  const cpuNs = cpuBefore === null || cpuAfter === null ? Number.NaN : cpuAfter - cpuBefore;
  return { ...counters, cpuNs, wallNs: clock.now() - startNs };
}

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

describe('thread meter', () => {
  it('a thread blocked all the time: loop in full use, next to no CPU, as late as it was blocked', async () => {
    const found = await metered(true, () => block(300));
    expect(found.utilization).toBeGreaterThan(0.98);
    if (source !== 'none') expect(found.cpuNs).toBeLessThan(60e6);
    expect(found.loopDelay?.longestNs).toBeGreaterThan(285e6);
    expect(found.loopDelay?.longestNs).toBeLessThan(found.wallNs);
    // Beats were due evenly over the whole time, so half of them are late by more than half of it.
    expect(found.loopDelay?.medianNs).toBeGreaterThan(130e6);
    expect(found.loopDelay?.medianNs).toBeLessThan(found.wallNs * 0.55);
  });

  it('a thread that awaits a timer: loop idle, next to no CPU, hardly late', async () => {
    const found = await metered(true, () => timer(400));
    expect(found.utilization).toBeLessThan(0.2);
    if (source !== 'none') expect(found.cpuNs).toBeLessThan(80e6);
    expect(found.loopDelay?.medianNs).toBeLessThan(15e6);
  });

  it('a thread that computes in pieces: loop in full use, late by about a piece', async () => {
    const iterations = 6_000_000;
    const clock = createClock();
    const pieces: number[] = [];
    const found = await metered(true, async () => {
      for (let piece = 0; piece < 20; piece++) {
        const startNs = clock.now();
        knead(iterations, 1);
        pieces.push(clock.now() - startNs);
        await turn();
      }
    });
    expect(found.utilization).toBeGreaterThan(0.9);
    // Never later than two pieces and what the loop needs between them.
    expect(found.loopDelay?.longestNs).toBeLessThan(2 * Math.max(...pieces) + 50e6);
  });

  it('counts a block that begins at once and ends just before the end', async () => {
    const found = await metered(true, () => block(45));
    expect(found.loopDelay?.longestNs).toBeGreaterThan(34e6);
    expect(found.loopDelay?.longestNs).toBeLessThan(found.wallNs);
  });

  it('does not watch the loop unless asked, nor where no beat was due', async () => {
    expect((await metered(false, () => timer(40))).loopDelay).toBeNull();
    // On a clock that stands still no beat can become due, however long this test is held up.
    const meter = createThreadMeter({ ...createClock(), now: () => 0 });
    meter.begin(true);
    expect(meter.end().loopDelay).toBeNull();
  });

  it('starts anew with every begin, and says nothing without one', async () => {
    const meter = createThreadMeter();
    expect(meter.end()).toEqual({
      voluntarySwitches: null,
      involuntarySwitches: null,
      utilization: null,
      loopDelay: null,
      migrations: null,
      garbageNs: null,
    });
    meter.begin(true);
    block(200);
    meter.begin(true);
    await timer(60);
    const found = meter.end();
    expect(found.utilization).toBeLessThan(0.9);
    expect(found.loopDelay?.longestNs).toBeLessThan(140e6);
    expect(meter.end().utilization).toBeNull();
  });

  it.runIf(onLinux)('counts a voluntary switch for every wait (Linux)', async () => {
    const waits = 25;
    const found = await metered(false, () => {
      for (let wait = 0; wait < waits; wait++) block(2);
    });
    expect(found.voluntarySwitches).toBeGreaterThanOrEqual(waits);
    expect(found.voluntarySwitches).toBeLessThan(10 * waits);
    expect(found.involuntarySwitches).toBeGreaterThanOrEqual(0);
  });
});
