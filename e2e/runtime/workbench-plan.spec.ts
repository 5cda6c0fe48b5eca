import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '@core/record/record';
import { bench, benchPlace, shareOf, startBench, workersOfActiveRun } from '../support/bench';
import type { BenchPlace } from '../support/bench';
import { command } from '../support/command-line';
import { allowedCpus, pidsLeftAfter } from '../support/processes';
import { readRecord } from '../support/records';

let place: BenchPlace;
test.beforeEach(({}, info) => {
  test.setTimeout(180_000);
  place = benchPlace(info);
});
test.afterEach(async () => {
  expect(await pidsLeftAfter(place.data, 3_000), 'processes left behind').toEqual([]);
});

const own = (args: readonly string[]): ReturnType<typeof command> =>
  command(place.data, args, { temporary: place.temporary });

/** What is measured or drawn anew in every run; everything else of a record follows from plan and seed. */
const measured = new Set([
  ...['id', 'startedAt', 'endedAt', 'frozenAt', 'hash', 'environment', 'warnings', 'calibration'],
  ...['pid', 'tid', 'memory', 'memoryBytes', 'spans', 'counters', 'perCore', 'ownCpuSeconds'],
  ...['ratio', 'floor', 'verdict', 'finding'],
]);

/** A record without what is measured; which worker of a queue took a task, and when, is measured too. */
function planned(record: RunRecord): unknown {
  return JSON.parse(
    JSON.stringify(record, (key, value: unknown) => {
      if (measured.has(key) || (key.endsWith('Ns') && key !== '')) return undefined;
      if (key !== 'tasks' || !Array.isArray(value)) return value;
      const tasks = value as RunRecord['cells'][number]['tasks'];
      return tasks
        .map(({ task, iterations, checksum }) => ({ task, iterations, checksum }))
        .sort((a, b) => a.task.localeCompare(b.task));
    }),
  );
}

test('the same plan and seed give the same order and inputs twice, another seed others', { tag: '@rest' }, async () => {
  // Sockets need no calibration: what a task returns depends on its input alone.
  const line =
    '--workload socket --strategies sync,async,threads,processes --workers 2 --in-flight 8 --task-ms 3 --jitter 0.5 --tasks 12 --rounds 2 --preset quick';
  const [first, second, other] = [
    await bench(place, 'first', `${line} --seed 7`),
    await bench(place, 'second', `${line} --seed 7`),
    await bench(place, 'other', `${line} --seed 8`),
  ];
  expect(first.record.cells.length).toBe(3 * 5 * 3);
  expect(planned(first.record)).toEqual(planned(second.record));
  // What is left out of the comparison is all that differs, and it does differ.
  expect(first.record.hash).not.toBe(second.record.hash);
  expect(first.record.cells.map((cell) => cell.endNs)).not.toEqual(second.record.cells.map((cell) => cell.endNs));
  expect(other.record.order).not.toEqual(first.record.order);
  const checksums = ({ cells }: RunRecord): unknown => cells[0]?.tasks.map(({ task, checksum }) => [task, checksum]);
  expect(checksums(other.record)).not.toEqual(checksums(first.record));
});

test(
  'the summary has totals, throughput, CPU, ratios and why it stopped; report and verify take the record',
  { tag: '@rest' },
  async () => {
    const line =
      '--workload timer --strategies sync,async --in-flight 4 --task-ms 20 --tasks 4 --rounds 9 --preset quick --target-width 1';
    const { status, stdout, stderr, record, file } = await bench(place, 'aim', `${line} --save`);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(
      /^ {2}Sync +[\d.]+ ms \[[\d.]+, [\d.]+\], n = \d rounds?; [\d.]+ tasks\/s \[.*\]; CPU [\d.]+ s \[/m,
    );
    expect(stdout).toMatch(/^ {2}Async, 4 in flight: [\d.]+x faster than sync \[[\d.]+, [\d.]+\], n = \d rounds?\.$/m);
    expect(stdout).toContain('Pinning: not asked for');
    // The widest interval is narrower than 100 % as soon as it may be looked at: after the fewest rounds of a verdict.
    expect(record.stop).toMatchObject({ reason: 'narrow-enough', rounds: 7 });
    expect(Math.max(...record.cells.map((cell) => cell.round))).toBe(7);
    expect(record.order).toHaveLength(10 * 3);
    expect(stdout).toContain('Why it stopped: after 7 rounds: every interval is narrower than 100 %');
    expect(record.verdicts).toHaveLength(1);
    expect(record.verdicts[0]).toMatchObject({ verdict: 'faster', finding: 'measured', expect: 'open', rounds: 7 });
    expect(record.pinnings).toBeUndefined();

    expect((await own(['verify', file])).stdout).toContain('intact');
    expect(existsSync(join(place.data, 'records', `${record.id}.json`))).toBe(true);
    const pdf = join(place.files, 'report.pdf');
    const report = await own(['report', file, '--pdf', pdf]);
    expect(report.status, report.stderr).toBe(0);
    expect(existsSync(pdf)).toBe(true);
  },
);

test(
  '--cold: the start-up of hired workers is part of each of their cells, and of no other',
  { tag: '@rest' },
  async () => {
    const line =
      '--workload cpu --strategies sync,threads,processes --workers 2 --task-ms 3 --tasks 6 --rounds 1 --cold';
    const { status, stdout, stderr, record } = await bench(place, 'cold', line);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('threads and processes are hired anew');
    const hired = /^(?:threads|processes)-2$/;
    const startUps = record.cells.map((cell) => [hired.test(cell.condition), shareOf('start-up', cell) > 0]);
    expect(startUps).toEqual(startUps.map(([isHired]) => [isHired, isHired]));
    expect(new Set(startUps.map(([isHired]) => isHired)).size).toBe(2);
    for (const cell of record.cells) expect(cell.tasks).toHaveLength(6);
    expect((await own(['verify', join(place.files, 'cold.json')])).stdout).toContain('intact');
  },
);

test(
  'an option that changes nothing is named, and an interrupt keeps what was measured',
  { tag: '@rest' },
  async () => {
    const line = '--workload cpu --jitter 0.5 --strategies sync --task-ms 20 --tasks 10 --preset quick';
    const run = startBench(place, 'partial', line);
    await run.stderrHas('round 1 of 7');
    run.child.kill('SIGINT');
    const { status, stderr } = await run.ended;
    expect(status).toBe(130);
    expect(stderr).toContain('--jitter changes nothing here');
    const record = readRecord(run.file);
    expect(record.outcome).toEqual({ status: 'cancelled' });
    expect(record.cells.length).toBeGreaterThanOrEqual(2);
  },
);

test('list and help mention bench', { tag: '@rest' }, async () => {
  expect((await own(['list'])).stdout).toMatch(/^bench$/m);
  expect((await own(['help'])).stdout).toContain('--target-width');
});

for (const [line, message] of [
  ['--workload gpu', '--workload takes cpu, socket, file, database, timer, threadpool, mixed, not "gpu".'],
  ['--strategies sync,fork', 'not "sync,fork"'],
  ['--workers 9999', `(at most 4 per core; this machine offers ${availableParallelism()}`],
  ['--pin 9999', `this machine offers ${availableParallelism()}`],
  ['--tasks -1', '--tasks takes a whole number from 1 to 1000, not "-1".'],
  ['--workload socket --operation knead', '--operation takes nothing with --workload socket'],
  ['--tsks 1', "Unknown option '--tsks'"],
] as const) {
  test(`wrong usage "bench ${line}" ends with 2 and says what is allowed`, { tag: '@rest' }, async () => {
    const { status, stdout, stderr } = await own(['bench', ...line.split(' ')]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(stdout).toBe('');
  });
}

test.describe('pinning', () => {
  test.skip(!existsSync('/usr/bin/taskset') && !existsSync('/bin/taskset'), 'there is no taskset on this machine');
  const line = '--workload cpu --strategies sync,threads,processes --workers 2 --task-ms 5 --tasks 20 --preset quick';

  test(
    '--pin 1: every thread of every process is on one core while it measures, the record says so, and two workers share one core',
    { tag: '@rest' },
    async () => {
      const run = startBench(place, 'pinned', `${line} --rounds 3 --seed 7 --pin 1`);
      await run.stderrHas('round 1 of 3');
      // Every condition had its turn in the warm-up. Looked at from outside, while it runs.
      const pids = new Set(workersOfActiveRun(place).map(({ pid }) => pid));
      expect(pids.size).toBe(3);
      const seen = [...pids].map(allowedCpus);
      const { status, stdout, stderr } = await run.ended;
      expect(status, stderr).toBe(0);
      for (const threads of seen) {
        expect(threads.size).toBeGreaterThan(3);
        expect(new Set(threads.values()).size).toBe(1);
        expect([...threads.values()][0]).toMatch(/^\d+$/);
      }
      expect(new Set(seen.flatMap((threads) => [...threads.values()])).size).toBe(1);

      const record = readRecord(run.file);
      const allowed = [...new Set(seen.flatMap((threads) => [...threads.values()]))];
      expect(record.pinnings?.map(({ condition }) => condition).sort()).toEqual([
        'processes-2',
        'sync',
        'sync-again',
        'threads-2',
      ]);
      for (const pinning of record.pinnings ?? []) {
        expect(pinning).toMatchObject({ cores: 1, method: 'taskset', verified: true, allowed });
        expect(pinning.threads).toBeGreaterThan(3);
      }
      expect(stdout).toMatch(
        /^Pinning: Every condition: 1 core asked for, set by taskset; allowed cores read back from every thread: \d+ \(verified\)$/m,
      );
      // One core is one core: together the workers cannot have had more of it than there was. (How much faster two are than
      // one says less: beside other programs on that core, two workers get a larger share of it.)
      const shares = record.cells.map((cell) => {
        const cpuNs = cell.workers.reduce((sum, worker) => sum + (worker.cpuNs ?? Number.NaN), 0);
        return cpuNs / (cell.endNs - cell.startNs);
      });
      expect(Math.max(...shares)).toBeLessThan(1.2);
    },
  );

  test('without --pin the threads may run on every core', { tag: '@rest' }, async () => {
    const run = startBench(place, 'free', `${line} --rounds 1`);
    await run.stderrHas('round 1 of 1');
    const allowed = new Set([...allowedCpus(workersOfActiveRun(place)[0]?.pid ?? Number.NaN).values()]);
    expect((await run.ended).status).toBe(0);
    expect([...allowed]).toEqual([[...allowedCpus(process.pid).values()][0]]);
    expect(readRecord(run.file).pinnings).toBeUndefined();
  });
});
