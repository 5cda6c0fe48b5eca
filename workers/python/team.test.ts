import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PythonSeating } from '@core/experiments/definition-types';
import { compute } from '@core/kernels/compute';
import { keyOf, pathsByKey, plannedPythons } from '@core/python/interpreter';
import type { CellAccount } from '@core/protocol/worker';
import type { Step } from '@core/protocol/step';
import { createClock } from '../measurement/clock';
import { createThreadpoolWorkload } from '../workloads/threadpool';
import { mapTimes } from './clock-map';
import { pythonEnvironment } from './environment';
import { findPythons } from './find-pythons';
import { programsIn, writePrograms } from './programs';
import { startPython, type PythonTeam } from './team';

const { usable, problems } = await findPythons();
const interpreters = pathsByKey({ usable, problems });
const planned = plannedPythons({ usable, problems });
const keys = [...new Set(usable.map(keyOf))];
const [newest = ''] = keys;
const clock = createClock();
const timeoutMs = 30_000;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lab-python-team-'));
  await writePrograms(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let team: PythonTeam | undefined;
afterEach(async () => {
  await team?.end();
  team = undefined;
});

/** Processes that execute the lab's program of this test's folder; zombies do not count. */
function alive(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const isRunning = !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
        return isRunning && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(join(folder, 'python'));
      } catch {
        return false;
      }
    });
}

async function start(interpreter: string, program: PythonSeating['program'], count: number): Promise<PythonTeam> {
  const seats = Array.from({ length: count }, (_, n) => {
    return { id: `test/worker-${n + 1}`, seat: `worker-${n + 1}`, kind: 'thread' } as const;
  });
  team = await startPython(
    { interpreter, program },
    seats,
    { interpreters, planned, folder, lowerPriority: true },
    clock,
  );
  return team;
}

/** Prepares, executes and accounts, as a crew does. */
async function execute(given: PythonTeam, steps: readonly Step[], mode: 'sync' | 'async'): Promise<CellAccount[]> {
  const { handles } = given;
  const takers = mode === 'async' ? handles.slice(0, 1) : handles;
  await Promise.all(
    handles.map((handle) => {
      const prepared = handle.answers.next('prepared', timeoutMs);
      handle.post({ type: 'prepare', cell: 1, watchLoop: false, beats: false });
      return prepared;
    }),
  );
  await Promise.all(
    takers.map(
      ({ link }, place) =>
        new Promise<void>((resolve, reject) => {
          link.listen({
            received: (message) => {
              if (message.type === 'answers') resolve();
              else reject(new Error(JSON.stringify(message)));
            },
            lost: reject,
          });
          const own = steps.filter((_, index) => index % takers.length === place);
          const ticket = { cell: 1, n: place, mode, inFlight: 8, steps: own };
          link.post({ type: 'tasks', ids: [place], tasks: [ticket], atOnce: 1 }, undefined);
        }),
    ),
  );
  return Promise.all(
    handles.map(async (handle) => {
      const accounted = handle.answers.next('accounted', timeoutMs);
      handle.post({ type: 'account', cell: 1 });
      return (await accounted).message;
    }),
  );
}

const seeds = [0, 1, 0x7fffffff, 0xdeadbeef];
const steps: readonly Step[] = [
  ...seeds.map((seed, n): Step => ({ kind: 'compute', task: `task-${n + 1}`, iterations: 2000 + n, seed })),
  { kind: 'mixed', task: 'task-5', durationMs: 2, kernel: 'knead', iterations: 777, seed: 5 },
  { kind: 'threadpool', task: 'task-6', operation: 'pbkdf2', units: 50, seed: 0xfedcba98 },
  { kind: 'wait', task: 'task-7', durationMs: 3 },
];
const nobody = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };
const expected = steps.map((step): [string, number | null] => {
  if (step.kind === 'threadpool') return [step.task, createThreadpoolWorkload().sync(step, nobody)];
  return [step.task, step.kind === 'compute' || step.kind === 'mixed' ? compute(step) : null];
});

describe.skipIf(keys.length === 0)('programs for Python', () => {
  describe.each(keys)('CPython %s', (key) => {
    it.each([
      ['threads', 2, 'sync'],
      ['asyncio', 1, 'async'],
      ['to-thread', 3, 'async'],
      ['processes', 2, 'sync'],
      ['processes-asyncio', 1, 'async'],
    ] as const)('%s, %d workers: the same answers as JavaScript, spans without gaps', async (program, count, mode) => {
      const given = await start(key, program, count);
      expect(given.hello.gil).toBe(usable.find((one) => keyOf(one) === key)?.gil);
      const accounts = await execute(given, steps, mode);
      const tasks = accounts.flatMap((account) => account.tasks);
      expect(new Map(tasks.map(({ task, checksum }) => [task, checksum]))).toEqual(new Map(expected));
      for (const { spans, cpuNs } of accounts) {
        expect(cpuNs).toBeGreaterThanOrEqual(0);
        for (const [n, span] of spans.entries()) {
          expect(span.endNs).toBeGreaterThan(span.startNs);
          if (n > 0) expect(span.startNs).toBe(spans[n - 1]?.endNs);
        }
      }
      for (const { startNs, servedNs } of tasks) expect(startNs).toBeLessThanOrEqual(servedNs);
    });
  });

  it('gets nothing of the environment', () => {
    process.env['LAB_SECRET'] = 'eggs';
    expect(JSON.stringify(pythonEnvironment('/tmp/run'))).not.toContain('eggs');
    expect(Object.keys(pythonEnvironment())).not.toContain('PATH');
    delete process.env['LAB_SECRET'];
  });

  it.runIf(process.platform === 'linux').each(['threads', 'processes', 'to-thread'] as const)(
    'ended in the middle of a computation, %s leave no process',
    async (program) => {
      const given = await start(newest, program, 2);
      expect(alive().length).toBeGreaterThan(0);
      const long: Step[] = [1, 2].map((n) => ({ kind: 'compute', task: `task-${n}`, iterations: 1e9, seed: n }));
      void execute(given, long, program === 'to-thread' ? 'async' : 'sync').catch(() => undefined);
      await new Promise((go) => setTimeout(go, 150));
      await given.end();
      await expect.poll(alive, { timeout: 3_000 }).toEqual([]);
    },
  );

  it.runIf(process.platform === 'linux').each(['threads', 'processes'])(
    'whose parent is killed, %s end by themselves',
    async (program) => {
      const file = join(programsIn(folder), 'lab_worker.py');
      const source = `
        const config = { program: ${JSON.stringify(program)}, seats: ['a', 'b'], lowerPriority: false, parent: process.pid, originNs: '0' };
        const python = require('node:child_process').spawn(${JSON.stringify(interpreters[newest])}, ['-I', '-B', ${JSON.stringify(file)}, JSON.stringify(config)], { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
        python.stdout.once('data', () => console.log('ready'));
        setInterval(() => undefined, 1000);`;
      const parent = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(parent.stdout, 'data');
      expect(alive().filter((pid) => pid !== parent.pid).length).toBeGreaterThanOrEqual(program === 'threads' ? 1 : 3);
      parent.kill('SIGKILL');
      await expect.poll(alive, { timeout: 3_000 }).toEqual([]);
    },
  );

  it.runIf(process.platform === 'linux')('a worker process that is killed ends the wait for its answer', async () => {
    const given = await start(newest, 'processes', 2);
    const [first] = given.handles;
    const described = first?.answers.next('described', timeoutMs);
    first?.post({ type: 'describe' });
    const pid = (await described)?.message.pid ?? 0;
    const answer = first?.answers.next('prepared', timeoutMs);
    process.kill(pid, 'SIGKILL');
    await expect(answer).rejects.toThrow(/ended/);
  });
});

describe.runIf(process.platform === 'linux')('an interpreter that is none any more', () => {
  function fake(script: string): string {
    const path = join(folder, 'fake-python');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  it.each([
    ['ends at once', 'echo "no module named asyncio" >&2; exit 3', /ended \(exit 3\).*no module named asyncio/],
    ['prints garbage', 'echo garbage; sleep 60', /what the lab does not understand: garbage/],
    ['is gone', null, /could not be started|no such interpreter/],
  ] as const)('that %s is told', async (_what, script, words) => {
    const path = script === null ? join(folder, 'nothing') : fake(script);
    const place = { interpreters: { '3.99': path }, planned, folder, lowerPriority: false };
    const seat = { id: 'test/worker-1', seat: 'worker-1', kind: 'thread' } as const;
    await expect(startPython({ interpreter: '3.99', program: 'threads' }, [seat], place, clock)).rejects.toThrow(words);
  });
});

describe.skipIf(keys.length === 0)('an interpreter that was changed after the plan', () => {
  it.each([
    ['version', { version: `${newest}.99` }, /version .*, planned .*\.99/],
    ['gil', { gil: !planned[0]?.gil }, /gil (true|false), planned/],
    ['startMethod', { startMethod: 'teleport' }, /startMethod \w+, planned teleport/],
  ] as const)('is refused: another %s', async (_what, change, words) => {
    const others = planned.map((one) => ({ ...one, ...change }));
    const place = { interpreters, planned: others, folder, lowerPriority: false };
    const seat = { id: 'test/worker-1', seat: 'worker-1', kind: 'thread' } as const;
    await expect(startPython({ interpreter: newest, program: 'threads' }, [seat], place, clock)).rejects.toThrow(words);
    await expect.poll(alive, { timeout: 3_000 }).toEqual([]);
  });
});

describe('times of another program', () => {
  it('stay as they are where both have one clock', () => {
    const onRun = mapTimes([
      { askedNs: 10, toldNs: 15.2, gotNs: 20 },
      { askedNs: 30, toldNs: 31, gotNs: 45 },
    ]);
    expect(onRun(1000)).toBe(1000);
  });

  it('are put right by the shortest trip', () => {
    const onRun = mapTimes([
      { askedNs: 100, toldNs: 1_105, gotNs: 110 },
      { askedNs: 200, toldNs: 1_290, gotNs: 300 },
    ]);
    expect(onRun(1_105)).toBe(105);
    expect(onRun(2_000)).toBe(1000);
  });
});
