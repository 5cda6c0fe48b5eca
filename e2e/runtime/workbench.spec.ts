import { expect, test } from '@playwright/test';
import { strategies, workloads } from '@core/experiments/definition-types';
import type { Workload } from '@core/experiments/definition-types';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import type { RunRecord } from '@core/record/record';
import { bench, benchPlace, cellMs, fastestMs, measuredCells, runFoldersIn, shareOf } from '../support/bench';
import type { Benched, BenchPlace } from '../support/bench';
import { command } from '../support/command-line';
import { pidsLeftAfter } from '../support/processes';

// Each workload in one short real run under every strategy that makes sense for it; the tests look at its record.
const tasks = 20;
const common = `--tasks ${tasks} --workers 2 --in-flight 16 --rounds 1 --preset quick --seed 7`;
const every = `--strategies ${strategies.join(',')}`;
const whole = `--strategies ${strategies.filter((one) => one !== 'async-chunked').join(',')}`;
const lines: Readonly<Record<Workload, string>> = {
  cpu: `${every} --operation mandelbrot --task-ms 2 --chunk-ms 0.5`,
  mixed: `${every} --task-ms 6 --chunk-ms 1`,
  socket: `${whole} --task-ms 10`,
  timer: `${whole} --task-ms 10`,
  database: `${whole} --task-ms 8 --wait-share 0.75`,
  file: `${whole} --task-ms 2`,
  threadpool: `${whole} --task-ms 2`,
};

type Cell = RunRecord['cells'][number];
type Task = Cell['tasks'][number];

/** Whether two of these tasks were being executed at the same time. */
function overlap(some: readonly Task[]): boolean {
  const sorted = [...some].sort((a, b) => a.startNs - b.startNs);
  return sorted.some((task, i) => i > 0 && task.startNs < Math.max(...sorted.slice(0, i).map((one) => one.servedNs)));
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}

const isQueued = (condition: string): boolean => /^(?:threads|processes)/.test(condition);

for (const workload of workloads) {
  test.describe(`the workload ${workload}`, () => {
    let place: BenchPlace;
    let ran: Benched;
    let record: RunRecord;
    test.beforeAll(async ({}, info) => {
      test.setTimeout(180_000);
      place = benchPlace(info);
      ran = await bench(place, workload, `--workload ${workload} ${lines[workload]} ${common}`);
      ({ record } = ran);
    });

    test(
      'runs to its end: every condition has its cells, the record verifies, nothing is left behind',
      { tag: '@rest' },
      async () => {
        expect(ran.status, ran.stderr).toBe(0);
        expect(record.outcome).toEqual({ status: 'completed' });
        const choice = record.plan.workbench;
        if (!choice) throw new Error('The plan has no choice.');
        const conditions = workbenchDefinition(choice).conditions.map(({ id }) => id);
        expect(conditions.length).toBeGreaterThanOrEqual(7);
        for (const round of [0, 1]) {
          expect(
            record.order
              .filter(([one]) => one === round)
              .map(([, , id]) => id)
              .sort(),
          ).toEqual(conditions.sort());
        }
        // Each place of the order is executed as often as any other, in that order.
        const repetitions = Math.max(...record.cells.map((cell) => cell.repetition)) + 1;
        expect(
          record.cells.map(({ round, part, condition, repetition }) => [round, part, condition, repetition]),
        ).toEqual(
          record.order.flatMap((cell) => Array.from({ length: repetitions }, (_, repetition) => [...cell, repetition])),
        );
        const verified = await command(place.data, ['verify', ran.file], { temporary: place.temporary });
        expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('intact') });
        expect(runFoldersIn(place)).toEqual([]);
        expect(await pidsLeftAfter(place.data, 3_000), 'processes left behind').toEqual([]);
      },
    );

    test(
      'every cell has every task once, inside it, with the same size and checksum as in all other cells',
      { tag: '@rest' },
      () => {
        const names = Array.from({ length: tasks }, (_, i) => `task-${i + 1}`).sort();
        const first = new Map(record.cells[0]?.tasks.map((task) => [task.task, task]));
        const wrong = record.cells.flatMap((cell) => [
          ...(isSame(cell.tasks.map(({ task }) => task).sort(), names) ? [] : [`tasks of cell ${cell.index}`]),
          ...cell.tasks.flatMap(({ task, startNs, servedNs, iterations, checksum }) => [
            ...(cell.startNs <= startNs && startNs < servedNs && servedNs <= cell.endNs ? [] : [`times of ${task}`]),
            ...(iterations === first.get(task)?.iterations ? [] : [`size of ${task} under ${cell.condition}`]),
            ...(checksum === first.get(task)?.checksum ? [] : [`checksum of ${task} under ${cell.condition}`]),
          ]),
        ]);
        expect(wrong).toEqual([]);
        const checksums = [...first.values()].map(({ checksum }) => checksum);
        // A timer returns nothing; every other task has an input of its own.
        if (workload === 'timer') expect(checksums).toEqual(names.map(() => null));
        else expect(new Set(checksums).size).toBe(tasks);
      },
    );

    test('the states of every worker cover each cell without gap or overlap', { tag: '@rest' }, () => {
      const workers = record.cells.flatMap((cell) => cell.workers.map((worker) => ({ cell, ...worker })));
      expect(workers.length).toBeGreaterThan(record.cells.length);
      const wrong = workers.filter(({ cell, spans }) => {
        const edges = spans.flatMap((span) => [span.startNs, span.endNs]);
        const whole = edges[0] === cell.startNs && edges.at(-1) === cell.endNs;
        // Each span begins where the one before it ended, and lasts.
        return !(
          whole && edges.slice(1).every((edge, i) => (i % 2 === 0 ? edge > (edges[i] ?? edge) : edge === edges[i]))
        );
      });
      expect(wrong.map(({ cell, worker }) => `${worker} in cell ${cell.index}`)).toEqual([]);
    });

    test(
      'threads live in the lab process, processes in their own, and the queue gives work to all of them',
      { tag: '@rest' },
      () => {
        const pids = (kind: string): number[] =>
          record.workers.filter((one) => one.kind === kind).map(({ pid }) => pid);
        expect(new Set(pids('thread')).size).toBe(1);
        // Two conditions with two processes each.
        expect(new Set([...pids('process'), ...pids('thread')]).size).toBe(5);
        expect(new Set(record.workers.map(({ tid }) => tid)).size).toBe(record.workers.length);
        for (const condition of ['threads-2', 'processes-2', 'threads-async-2-16', 'processes-async-2-16']) {
          const executed = measuredCells(record, condition).flatMap((cell) => cell.tasks.map(({ worker }) => worker));
          expect([...new Set(executed)].sort()).toEqual([`${condition}/worker-1`, `${condition}/worker-2`]);
        }
      },
    );

    test(
      'a queued task is sent before it begins and answered after it ends; others have no ticket of their own',
      { tag: '@rest' },
      () => {
        const wrong = record.cells.flatMap((cell) =>
          cell.tasks.filter(({ sentNs, startNs, servedNs, answeredNs }) =>
            isQueued(cell.condition)
              ? !(Number(sentNs) <= startNs && servedNs <= Number(answeredNs))
              : sentNs !== undefined || answeredNs !== undefined,
          ),
        );
        expect(wrong).toEqual([]);
        const messages = record.cells.map((cell) => [isQueued(cell.condition), cell.messages]);
        expect(messages).toEqual(messages.map(([queued]) => [queued, queued === true ? 2 * tasks : 2]));
      },
    );

    test('one thread that works synchronously does one task at a time; two workers do two', { tag: '@rest' }, () => {
      const inTurn = record.cells.filter(({ condition }) =>
        /^(?:sync|sync-again|threads-2|processes-2)$/.test(condition),
      );
      expect(inTurn.length).toBe((record.cells.length * 4) / new Set(record.order.map(([, , id]) => id)).size);
      const wrong = inTurn.flatMap((cell) =>
        cell.workers.filter(({ worker }) => overlap(cell.tasks.filter((task) => task.worker === worker))),
      );
      expect(wrong.map(({ worker }) => worker)).toEqual([]);
      for (const condition of ['threads-2', 'processes-2']) {
        expect(measuredCells(record, condition).some((cell) => overlap(cell.tasks))).toBe(true);
      }
    });

    test('CPU time and counters of every worker are there', { tag: '@rest' }, () => {
      expect(record.workers.map(({ cpuSource }) => cpuSource)).not.toContain('none');
      const counted = record.cells.flatMap((cell) => cell.workers);
      expect(counted.filter(({ cpuNs }) => !(Number(cpuNs) > 0))).toEqual([]);
      expect(counted.map(({ counters }) => counters?.utilization ?? null)).not.toContain(null);
      const switches = counted.map(({ counters }) => counters?.voluntarySwitches ?? null);
      if (process.platform === 'linux') expect(switches).not.toContain(null);
    });

    const waits = workload === 'socket' || workload === 'timer' || workload === 'database';
    if (waits) {
      test('sync waits blocked, with a busy loop and an idle core', { tag: '@rest' }, () => {
        for (const cell of measuredCells(record, 'sync')) {
          expect(shareOf('blocked', cell)).toBeGreaterThan(0.8);
          expect((cell.workers[0]?.cpuNs ?? Number.NaN) / (cell.endNs - cell.startNs)).toBeLessThan(0.3);
          expect(cell.workers[0]?.counters?.utilization).toBeGreaterThan(0.7);
        }
      });

      test('async waits for many at once and is never blocked', { tag: '@rest' }, () => {
        for (const cell of measuredCells(record, 'async-16')) {
          expect(shareOf('blocked', cell)).toBe(0);
          expect(shareOf('idle', cell)).toBeGreaterThan(0.3);
          expect(overlap(cell.tasks)).toBe(true);
        }
      });
    }

    if (workload === 'socket' || workload === 'timer') {
      test('16 in flight are at least four times as fast as one after the other', { tag: '@rest' }, () => {
        // No wait may end early: the sum of all waits is the least that sync can take. Node's timers may be 1 ms early.
        for (const cell of measuredCells(record, 'sync')) expect(cellMs(cell)).toBeGreaterThan(tasks * 9);
        expect(fastestMs(record, 'sync') / fastestMs(record, 'async-16')).toBeGreaterThan(4);
        expect(fastestMs(record, 'async-16')).toBeGreaterThan(2 * 9);
      });
    }

    if (workload === 'cpu') {
      test(
        'async changes nothing about work for the processor, in chunks the loop has its turns',
        { tag: '@rest' },
        () => {
          for (const cell of [...measuredCells(record, 'sync'), ...measuredCells(record, 'async-16')]) {
            expect(shareOf('busy', cell)).toBeGreaterThan(0.7);
            expect(shareOf('blocked', cell)).toBe(0);
          }
          const fastest = fastestMs(record, 'async-16') / fastestMs(record, 'sync');
          expect(fastest).toBeGreaterThan(0.5);
          expect(fastest).toBeLessThan(2);
          for (const cell of measuredCells(record, 'async-chunked-16')) expect(overlap(cell.tasks)).toBe(true);
        },
      );
    }

    if (workload === 'threadpool') {
      test('the loop computes under sync and leaves it to the pool under async', { tag: '@rest' }, () => {
        for (const cell of measuredCells(record, 'sync')) expect(shareOf('busy', cell)).toBeGreaterThan(0.7);
        const cpu = (condition: string): number =>
          Math.min(...measuredCells(record, condition).map((cell) => cell.workers[0]?.cpuNs ?? Number.NaN));
        expect(cpu('async-16') / cpu('sync')).toBeLessThan(0.5);
      });
    }

    if (workload === 'mixed' || workload === 'file') {
      test('sync is blocked for a part of the time, async never', { tag: '@rest' }, () => {
        for (const cell of measuredCells(record, 'sync')) expect(shareOf('blocked', cell)).toBeGreaterThan(0.1);
        for (const cell of measuredCells(record, 'async-16')) {
          expect(shareOf('blocked', cell)).toBe(0);
          expect(overlap(cell.tasks)).toBe(true);
        }
      });
    }
  });
}
