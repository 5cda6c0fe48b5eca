// The same compute as the lab's doughs, as one would write it by hand: no engine, no spans, no counters.
// Started with the number of iterations, the two seeds and the number of rounds; prints the times as JSON.
import { fork } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { knead } from '@core/kernels/knead';
import type { BareDough, BareResult, BareRound } from './bare-types';

interface Order {
  readonly iterations: number;
  readonly seeds: readonly number[];
}
interface Cook {
  work(order: Order): Promise<readonly BareDough[]>;
  end(): void;
}
const self = fileURLToPath(import.meta.url);
const nice = 5;

function bake({ iterations, seeds }: Order): readonly BareDough[] {
  return seeds.map((seed) => {
    const start = process.hrtime.bigint();
    const checksum = knead(iterations, seed);
    return { ns: Number(process.hrtime.bigint() - start), checksum };
  });
}

function hireThread(): Cook {
  const worker = new Worker(self);
  return {
    work: (order) =>
      new Promise((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.postMessage(order);
      }),
    end: () => void worker.terminate(),
  };
}

function hireProcess(): Cook {
  const child = fork(self, ['cook']);
  return {
    work: (order) =>
      new Promise((resolve, reject) => {
        child.once('message', (doughs: readonly BareDough[]) => {
          resolve(doughs);
        });
        child.once('error', reject);
        child.send(order);
      }),
    end: () => void child.kill(),
  };
}

/** From just before the doughs are given out until both are done. */
async function time(cooks: readonly Cook[], orders: readonly Order[]): Promise<BareRound['sync']> {
  const start = process.hrtime.bigint();
  const done = await Promise.all(cooks.map((cook, i) => cook.work(orders[i] ?? { iterations: 0, seeds: [] })));
  return { totalNs: Number(process.hrtime.bigint() - start), doughs: done.flat() };
}

async function conduct(iterations: number, seeds: readonly number[], rounds: number): Promise<BareResult> {
  const teams = {
    sync: [hireProcess()],
    threads: [hireThread(), hireThread()],
    processes: [hireProcess(), hireProcess()],
  };
  const both = [{ iterations, seeds }];
  const each = seeds.map((seed) => ({ iterations, seeds: [seed] }));
  const result: BareRound[] = [];
  // Round 0 lets the compiler optimise and is left out. The conditions take turns in being the first.
  for (let round = 0; round <= rounds; round++) {
    const times: Partial<Record<keyof BareRound, BareRound['sync']>> = {};
    const names = ['sync', 'threads', 'processes'] as const;
    for (const name of [...names.slice(round % 3), ...names.slice(0, round % 3)]) {
      times[name] = await time(teams[name], name === 'sync' ? both : each);
    }
    const { sync, threads, processes } = times;
    if (round > 0 && sync && threads && processes) result.push({ sync, threads, processes });
  }
  for (const cook of Object.values(teams).flat()) cook.end();
  return { runtime: process.version, rounds: result };
}

if (!isMainThread) {
  os.setPriority(0, nice);
  parentPort?.on('message', (order: Order) => parentPort?.postMessage(bake(order)));
} else if (process.argv[2] === 'cook') {
  os.setPriority(0, nice);
  process.on('message', (order: Order) => process.send?.(bake(order)));
} else {
  const [iterations = 0, first = 0, second = 0, rounds = 0] = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(await conduct(iterations, [first, second], rounds)));
}
