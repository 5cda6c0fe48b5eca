import { setTimeout as pause } from 'node:timers/promises';
import { median } from '@core/statistics/quantile';
import { knead } from '@core/kernels/knead';
import type { Contender } from './contenders';
import type { Task } from './tasks';

/** One thing that is measured of every pool in every block. */
export interface Measure {
  readonly name: string;
  readonly unit: 'tasks/s' | 'us';
  /** Runs it once, from a pool at rest. */
  take(contender: Contender): Promise<number>;
}

const noOps = 20_000;
const processNoOps = 5_000;
const trips = 2_000;
const processTrips = 400;
/** As many messages for everybody, until the code on both sides is compiled: the lab's takes 2,400 of them. */
const processWarmUpTrips = 4_000;
const repeats = 3;
const quietMs = 15;
const endMs = 3_000;
const warmTrips = 20;
const kibi = 1024;

/** Time from the first `run` to the last answer, all tasks given out at once; microseconds per task. */
async function perTask(contender: Pick<Contender, 'run'>, tasks: readonly Task[], transfer: boolean): Promise<number> {
  const startMs = performance.now();
  await Promise.all(
    tasks.map((task) => contender.run(task, transfer && task instanceof ArrayBuffer ? [task] : undefined)),
  );
  return ((performance.now() - startMs) * 1000) / tasks.length;
}

/** Lets the machine come to rest: no garbage of the one before, no worker that is about to fall asleep. */
export async function rest(): Promise<void> {
  globalThis.gc?.();
  await pause(quietMs);
}

/** The median of several goes, each from rest. */
async function repeated(make: () => readonly Task[], contender: Contender, transfer: boolean): Promise<number> {
  const tookUs: number[] = [];
  for (let go = 0; go < repeats; go++) {
    const tasks = make();
    await rest();
    tookUs.push(await perTask(contender, tasks, transfer));
  }
  return median(tookUs);
}

/** The median of single trips, which another program's turn on the core does not change. */
async function roundTrip(contender: Pick<Contender, 'run'>, count: number): Promise<number> {
  const tookUs: number[] = [];
  for (let n = 0; n < warmTrips + count; n++) {
    const startMs = performance.now();
    await contender.run(n);
    if (n >= warmTrips) tookUs.push((performance.now() - startMs) * 1000);
  }
  return median(tookUs);
}

function payload(name: string, bytes: number, count: number, transfer: boolean): Measure {
  const fresh = (): readonly Task[] => Array.from({ length: count }, () => new Uint8Array(bytes).fill(1).buffer);
  // A buffer for each task: one for all would be copied once for all that share a message. What is cloned can be sent
  // again in the next block, what is handed over is gone.
  const kept = transfer ? undefined : fresh();
  return {
    name: `${name} ${transfer ? 'transferred' : 'cloned'}`,
    unit: 'us',
    take: (contender) => repeated(() => kept ?? fresh(), contender, transfer),
  };
}

function compute(ms: number, count: number, iterationsPerMs: number): Measure {
  const tasks = Array.from({ length: count }, () => ({ iterations: Math.round(ms * iterationsPerMs) }));
  return { name: `tasks of ${ms} ms`, unit: 'us', take: (contender) => repeated(() => tasks, contender, false) };
}

/** Everything that is measured of thread pools. Compute tasks: half their time per task would be ideal on two workers. */
export function measures(): readonly Measure[] {
  const perMs = iterationsPerMs();
  return [
    {
      name: 'no-ops, all in flight',
      unit: 'tasks/s',
      take: async (contender) => 1e6 / (await perTask(contender, numbers(noOps), false)),
    },
    { name: 'no-op round trip', unit: 'us', take: (contender) => roundTrip(contender, trips) },
    payload('64 KiB', 64 * kibi, 512, false),
    payload('64 KiB', 64 * kibi, 512, true),
    payload('4 MiB', 4 * kibi * kibi, 16, false),
    payload('4 MiB', 4 * kibi * kibi, 16, true),
    compute(0.1, 1000, perMs),
    compute(1, 100, perMs),
    compute(10, 12, perMs),
  ];
}

/**
 * What is measured of process pools: the two no-op measures of the thread pools after a warm-up, then counted work; last what the
 * first trips took, while the code that makes them was not compiled yet.
 */
export const processMeasures = [
  { name: 'processes, no-ops, all in flight', unit: 'tasks/s' },
  { name: 'processes, no-op round trip', unit: 'us' },
  { name: 'processes, 24 tasks of 20 ms, time of each', unit: 'us' },
  { name: 'processes, break-even size of a batch of 24', unit: 'us' },
  { name: 'processes, first 400 no-op round trips', unit: 'us' },
] as const;

const batch = 24;
const largeMs = 20;
/** From a size at which handing out cannot pay to one at which it must, milliseconds. */
const sizesMs = [0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56] as const;
const sizeGoes = 5;
/** As many batches for everybody, until the code on both sides is compiled for them: the compiler takes a core from the workers. */
const warmUpGoes = 200;

function tasksOf(ms: number, perMs: number): readonly { readonly iterations: number }[] {
  const iterations = Math.max(1, Math.round(ms * perMs));
  return Array.from({ length: batch }, () => ({ iterations }));
}

/**
 * The task size at which a batch handed out is as fast as the same batch done here, by interpolation of log ratios over log
 * sizes between the last size that is slower and the next; microseconds. Where it lies outside of the sizes tried, the nearest.
 */
async function breakEvenUs(contender: Pick<Contender, 'run'>, perMs: number): Promise<number> {
  const small = tasksOf(sizesMs[0], perMs);
  for (let go = 0; go < warmUpGoes; go++) await perTask(contender, small, false);
  await rest();
  let before: { readonly size: number; readonly log: number } | undefined;
  let crossing: number | undefined;
  for (const size of sizesMs) {
    const tasks = tasksOf(size, perMs);
    const logs: number[] = [];
    for (let go = 0; go < sizeGoes; go++) {
      const outUs = await perTask(contender, tasks, false);
      const startMs = performance.now();
      for (const task of tasks) knead(task.iterations, 1);
      const inlineUs = ((performance.now() - startMs) * 1000) / batch;
      logs.push(Math.log(outUs / inlineUs));
    }
    const log = median(logs);
    if (before && before.log > 0 && log <= 0) {
      const share = before.log / (before.log - log);
      crossing = before.size * (size / before.size) ** share;
    }
    before = { size, log };
  }
  const nearest = before && before.log > 0 ? before.size : sizesMs[0];
  return 1000 * (crossing ?? nearest);
}

/** Warms a pool of processes and measures it; the values are those of `processMeasures`, in order. */
export async function takeProcessMeasures(contender: Pick<Contender, 'run'>): Promise<readonly number[]> {
  const coldUs = await roundTrip(contender, processTrips);
  await roundTrip(contender, processWarmUpTrips);
  // Before anything else is measured: a flood of tasks makes the compiler throw away what it knew of single ones.
  const warmUs = await roundTrip(contender, processTrips);
  const perMs = iterationsPerMs();
  const floodUs = await perTask(contender, numbers(processNoOps), false);
  await rest(); // the flood leaves garbage and code to compile, which would take the cores from the tasks
  const largeUs = await perTask(contender, tasksOf(largeMs, perMs), false);
  return [1e6 / floodUs, warmUs, largeUs, await breakEvenUs(contender, perMs), coldUs];
}

/** Ends a pool; not every library's promise of it settles on a busy machine, and the values are already taken. */
export async function ended(contender: Contender): Promise<void> {
  await Promise.race([contender.end(), pause(endMs)]);
}

export function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}

const sampleMs = 20;

/**
 * Iterations of the kernel in a millisecond: doubled until a call takes 20 ms, then the median of seven. A program that is to
 * do the same work as another is told.
 */
export function iterationsPerMs(): number {
  const told = Number(process.env['BENCH_ITERATIONS_PER_MS']);
  if (told > 0) return told;
  const time = (iterations: number): number => {
    const startMs = performance.now();
    knead(iterations, 1);
    return performance.now() - startMs;
  };
  let iterations = 2 ** 16;
  while (time(iterations) < sampleMs && iterations < 2 ** 40) iterations *= 2;
  return iterations / median(Array.from({ length: 7 }, () => time(iterations)));
}
