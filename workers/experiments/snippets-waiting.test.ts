import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { combined, compute } from '@core/kernels/compute';
import { knead } from '@core/kernels/knead';
import { cellWork, stepsIn } from './testing/lab-calls';
import {
  computeSteps,
  find,
  iterations,
  mostAtOnce,
  mostWorkersAtOnce,
  run,
  seedOf,
  startServer,
  stopServer,
} from './testing/snippet-bench';

beforeAll(startServer);
afterAll(stopServer);

describe('waiting for other things', () => {
  it.each([
    ['requests', 'in-flight-1', 1],
    ['requests', 'in-flight-4', 4],
    ['queries', 'in-flight-16', 16],
    ['files', 'in-flight-4', 4],
  ] as const)('waiting-for-io, %s: %s keeps %i under way', async (part, condition, inFlight) => {
    const { calls } = await run('waiting-for-io', condition, part);
    expect(calls).toHaveLength(32);
    expect(mostAtOnce(calls)).toBe(inFlight);
    expect(new Set(calls.map(({ who }) => who)).size).toBe(1);
  });

  it.each([
    ['sync', 'doSync', 1],
    ['async', 'doAsync', 32],
    ['process-sync', 'doSync', 1],
    ['process-async', 'doAsync', 32],
  ])('thousand-waits, requests: %s is %s, %i at once', async (condition, name, atOnce) => {
    const { calls } = await run('thousand-waits', condition, 'requests');
    const own = calls.filter((call) => call.name === name);
    expect(own).toHaveLength(32);
    expect(mostAtOnce(own)).toBe(atOnce);
  });

  it('thousand-waits: one thread has 1,000 requests under way, and each of eight is held by one wait', async () => {
    const { calls } = await run('thousand-waits', 'connections', 'thousand');
    const requests = calls.filter(({ name }) => name === 'doAsync');
    expect(requests).toHaveLength(1000);
    expect(new Set(requests.map(({ who }) => who)).size).toBe(1);
    expect(mostAtOnce(requests)).toBe(1000);
    const { calls: blocked } = await run('thousand-waits', 'threads', 'thousand');
    expect(blocked.map(({ name, of }) => [name, of])).toEqual(Array(8).fill(['block', 400]));
    expect(mostWorkersAtOnce(blocked)).toBe(8);
  });

  it.each([
    ['async', 'doAsync', 1, 100],
    ['threads-4', 'doSync', 4, 4],
    ['threads-8', 'doSync', 8, 8],
  ] as const)('slow-supplier: %s is %s, by %i, with at most %i under way', async (condition, name, workers, most) => {
    const { calls } = await run('slow-supplier', condition, 'slow');
    const own = calls.filter((call) => call.name === name);
    expect(own).toHaveLength(100);
    expect(own.filter(({ of }) => of === '/wait?ms=110')).toHaveLength(10);
    expect(new Set(own.map(({ who }) => who)).size).toBe(workers);
    expect(mostAtOnce(own)).toBeLessThanOrEqual(most);
    // Slow answers overlap whoever waits for them.
    expect(mostAtOnce(own)).toBeGreaterThanOrEqual(4);
  });

  it.each(['hashing', 'zipping', 'files', 'requests'])(
    'hidden-helpers, %s: all are asked for at once',
    async (part) => {
      const environment = { UV_THREADPOOL_SIZE: '1' };
      const { calls } = await run('hidden-helpers', 'pool-1', part, { environment });
      expect(calls).toHaveLength(16);
      expect(mostAtOnce(calls)).toBe(16);
      const inTurn = calls.map(({ startNs }) => startNs);
      // One helper finishes them in the order in which they were asked for.
      if (part === 'hashing' || part === 'zipping') expect(inTurn).toEqual([...inTurn].sort((a, b) => a - b));
    },
  );
});

describe('whether the loop gets its turns', () => {
  it.each([
    ['never', 'starved'],
    ['promises', 'starved'],
    ['next-tick', 'starved'],
    ['immediate', 'served'],
    ['timeout', 'served'],
    ['worker', 'served'],
  ])('sharing-the-loop: under %s a heartbeat is %s', async (condition, beat) => {
    const { experiment, condition: found } = find('sharing-the-loop', condition);
    const chunks = 60;
    const [step] = stepsIn(cellWork(experiment, 'job', found, { jobMs: 200 }, { job: iterations / 20 }));
    if (step?.kind !== 'compute') throw new Error('no job');
    // The pieces of the lab's job, by their seeds.
    const seeds = Array.from({ length: chunks }, (_, piece) => (step.seed + Math.imul(piece, 0x9e3779b9)) >>> 0);
    const pieces = JSON.stringify(seeds.map((seed) => ({ iterations: step.iterations, seed })));
    const { calls, longestGapNs } = await run('sharing-the-loop', condition, 'job', { instead: { pieces } });
    expect(calls.map(seedOf)).toEqual(seeds);
    const checksum = calls.map(({ result }) => Number(result)).reduce((before, piece) => combined(before, piece));
    expect(checksum).toBe(compute({ ...step, chunks }));
    const [first, last] = [calls[0], calls.at(-1)];
    const jobNs = (last?.endNs ?? 0) - (first?.startNs ?? 0);
    if (beat === 'starved') expect(longestGapNs).toBeGreaterThan(0.9 * jobNs);
    else expect(longestGapNs).toBeLessThan(0.6 * jobNs);
  });

  it('thousand-waits: one async function that blocks holds the loop for all requests', async () => {
    const { longestGapNs, calls } = await run('thousand-waits', 'one-blocks', 'requests');
    expect(calls.filter(({ name }) => name === 'doAsync')).toHaveLength(32);
    expect(longestGapNs).toBeGreaterThan(90e6);
  });

  it.each([
    ['blocks', false],
    ['awaits', true],
  ])('thousand-waits, blocked: under %s the computations begin during the wait: %s', async (condition, during) => {
    const { steps, tasks } = computeSteps('thousand-waits', 'blocked', condition, { blocked: 100_000 });
    const { calls } = await run('thousand-waits', condition, 'blocked', { instead: { tasks } });
    const long = calls.find(({ name }) => name === (during ? 'wait' : 'block'));
    const computing = calls.filter(({ name }) => name === 'doAsync');
    expect(computing.map(({ result }) => result)).toEqual(steps.map((step) => compute(step)));
    for (const { startNs } of computing) expect(startNs < (long?.endNs ?? 0)).toBe(during);
  });

  it.each([
    ['sync-wait', true],
    ['cpu-loop', true],
    ['async-wait', false],
  ])('blocked-is-not-busy: %s holds the loop: %s', async (condition, holds) => {
    const { longestGapNs } = await run('blocked-is-not-busy', condition, 'passing-time');
    if (holds) expect(longestGapNs).toBeGreaterThan(300e6);
    else expect(longestGapNs).toBeLessThan(300e6);
  });

  /** A Web Worker's globals, for the one snippet that needs them. */
  const webWorker = {
    instead: {
      Worker: "class extends given.Worker { set onmessage(call) { this.on('message', (data) => call({ data })); } }",
    },
    workerPrelude:
      "import { parentPort as port } from 'node:worker_threads';\nglobalThis.onmessage = null;\nglobalThis.postMessage = (data) => port.postMessage(data);\nport.on('message', (data) => globalThis.onmessage({ data }));",
  };

  it.each([
    ['renderer', 'starved', {}],
    ['main', 'starved', {}],
    ['web-worker', 'served', webWorker],
    ['thread', 'served', {}],
    ['process', 'served', {}],
  ] as const)('freeze-the-window: the loop beside the work of %s is %s', async (condition, beat, more) => {
    const work = JSON.stringify({ iterations: 4 * iterations, seed: 1 });
    const instead = { ...('instead' in more ? more.instead : {}), work };
    const { calls, longestGapNs } = await run('freeze-the-window', condition, 'blocking', {
      ...more,
      instead,
      untilCalls: 1,
    });
    const [call] = calls;
    if (!call) throw new Error('no work was done');
    expect(call.result).toBe(knead(4 * iterations, 1));
    const tookNs = call.endNs - call.startNs;
    if (beat === 'starved') expect(longestGapNs).toBeGreaterThan(0.9 * tookNs);
    else expect(longestGapNs).toBeLessThan(0.6 * tookNs);
  });
});
