import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { pinCondition, pinningMethod, pinProcess, readAffinity, restoreAffinity, verifyPinning } from './affinity';
import { AffinityError, affinityTool, listOfMask, pinArguments } from './affinity-tool';
import { formatCpuList, readCoreLayout } from './core-choice';

const layout = readCoreLayout();
const canPin = pinningMethod() === 'taskset';
const hasTwo = canPin && layout.allowed.length >= 2;
const [one = 0] = layout.allowed;
if (!hasTwo) console.log('Pinning of real processes is skipped: it needs taskset (util-linux) and two CPUs.');

/** A child that kneads on two threads when a line with the iterations arrives, and prints time and CPU time in ms. */
const twoThreads = `
  const { Worker } = require('node:worker_threads');
  const code = \`require('node:worker_threads').parentPort.on('message', (n) => {
    let x = 1;
    for (let i = 0; i < n; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    require('node:worker_threads').parentPort.postMessage(x);
  })\`;
  const workers = [new Worker(code, { eval: true }), new Worker(code, { eval: true })];
  const knead = (n) => Promise.all(workers.map((worker) => new Promise((resolve) => {
    worker.once('message', resolve);
    worker.postMessage(n);
  })));
  process.stdin.on('data', async (line) => {
    const start = process.hrtime.bigint();
    const before = process.cpuUsage();
    await knead(Number(line));
    const { user, system } = process.cpuUsage(before);
    console.log(Number(process.hrtime.bigint() - start) / 1e6, (user + system) / 1e3);
  });
  process.stdin.on('end', () => process.exit());
  knead(1).then(() => console.log('ready'));
`;

interface Took {
  readonly wallMs: number;
  readonly cpuMs: number;
}

interface Pair {
  readonly pid: number;
  readonly knead: (iterations: number) => Promise<Took>;
}

let children: ChildProcess[] = [];
afterEach(async () => {
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  const ends = running.map((child) => once(child, 'exit'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(ends);
  children = [];
});

async function startPair(): Promise<Pair> {
  const child = spawn(process.execPath, ['-e', twoThreads], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return {
    pid: child.pid ?? 0,
    async knead(iterations) {
      child.stdin.write(`${iterations}\n`);
      const [wallMs = Number.NaN, cpuMs = Number.NaN] = String((await lines.next()).value)
        .split(' ')
        .map(Number);
      return { wallMs, cpuMs };
    },
  };
}

const listsOf = async (pid: number): Promise<Set<string>> =>
  new Set((await readAffinity(pid))?.threads.map(({ allowed }) => allowed));

describe.runIf(hasTwo)('pinning of real processes', () => {
  it('moves every thread of a process, reads it back, and sets it back', async () => {
    const { pid } = await startPair();
    const before = await readAffinity(pid);
    expect(before?.threads.length).toBeGreaterThan(2);
    expect(await listsOf(pid)).toEqual(new Set([formatCpuList(layout.allowed)]));

    expect(await pinProcess(pid, [one])).toBe('taskset');
    expect(await listsOf(pid)).toEqual(new Set([String(one)]));
    const threads = (await readAffinity(pid))?.threads.length ?? 0;
    const found = await verifyPinning([pid], [one]);
    expect(found).toEqual({ method: 'taskset', allowed: [String(one)], verified: true, threads });

    if (before) await restoreAffinity(before);
    expect(await listsOf(pid)).toEqual(new Set([formatCpuList(layout.allowed)]));
  });

  it('sets threads that differed from their process back to what each of them had', async () => {
    const { pid } = await startPair();
    const all = await readAffinity(pid);
    const odd = all?.threads.at(-1)?.tid ?? 0;
    await restoreAffinity({
      pid,
      threads: [
        { tid: pid, allowed: formatCpuList(layout.allowed) },
        { tid: odd, allowed: String(one) },
      ],
    });
    const before = await readAffinity(pid);
    expect(before?.threads.filter(({ allowed }) => allowed === String(one)).map(({ tid }) => tid)).toEqual([odd]);

    await pinProcess(pid, [layout.allowed[1] ?? 0]);
    if (before) await restoreAffinity(before);
    expect(await readAffinity(pid)).toEqual(before);
  });

  it('pins once more where a thread differs from what was wanted', async () => {
    const { pid } = await startPair();
    // Nothing was pinned yet: every thread differs.
    expect(await verifyPinning([pid], [one])).toMatchObject({ allowed: [String(one)], verified: true });
    expect(await listsOf(pid)).toEqual(new Set([String(one)]));
  });

  it('pins all processes of a condition to as many cores as it asks for', async () => {
    const pids = [(await startPair()).pid, (await startPair()).pid];
    const pinned = await pinCondition('processes-2', pids, 1, layout);
    expect(pinned).toMatchObject({ condition: 'processes-2', cores: 1, method: 'taskset', verified: true });
    expect(pinned.allowed).toEqual([String(one)]);
    for (const pid of pids) expect(await listsOf(pid)).toEqual(new Set([String(one)]));
  });

  it('does not call it verified when more cores were asked for than there are', async () => {
    const { pid } = await startPair();
    const asked = layout.allowed.length + 1;
    const pinned = await pinCondition('threads-9', [pid], asked, layout);
    expect(pinned).toMatchObject({ cores: asked, verified: false, allowed: [formatCpuList(layout.allowed)] });
  });

  it('two computing threads take about twice as long on one core as on two', async ({ skip }) => {
    const pair = await startPair();
    const onOne: Took[] = [];
    const onTwo: Took[] = [];
    const best = (rounds: readonly Took[]): number => Math.min(...rounds.map(({ wallMs }) => wallMs));
    // Other programs may use the same cores meanwhile: the least disturbed of at most eight rounds counts.
    for (let round = 0; round < 8 && !(round > 1 && best(onOne) > 1.5 * best(onTwo)); round++) {
      await pinProcess(pair.pid, layout.allowed.slice(0, 1));
      onOne.push(await pair.knead(120_000_000));
      await pinProcess(pair.pid, layout.allowed.slice(0, 2));
      onTwo.push(await pair.knead(120_000_000));
    }
    const coresUsed = (rounds: readonly Took[]): number =>
      Math.max(...rounds.map(({ cpuMs, wallMs }) => cpuMs / wallMs));
    // Two threads on one core never use more CPU time than goes by: true in every round, however busy the machine.
    expect(coresUsed(onOne)).toBeLessThan(1.1);
    if (coresUsed(onTwo) < 1.3) skip(`other programs left the threads ${coresUsed(onTwo).toFixed(2)} cores at most`);
    expect(best(onOne)).toBeGreaterThan(1.3 * best(onTwo));
    expect(best(onOne)).toBeLessThan(3 * best(onTwo));
  }, 60_000);

  it('what the system refuses is an error; asked for in a condition, it is not verified', async () => {
    const { pid } = await startPair();
    await expect(pinProcess(pid, [4095])).rejects.toThrow(AffinityError);
    await expect(pinProcess(pid, [4095])).rejects.toThrow(/failed to set/);
    expect(await listsOf(pid)).toEqual(new Set([formatCpuList(layout.allowed)]));
    const pinned = await pinCondition('threads-2', [pid], 1, { allowed: [4095], cores: [] });
    expect(pinned).toMatchObject({ verified: false, allowed: [formatCpuList(layout.allowed)] });
  });

  it('a process that is gone: nothing to read, nothing to set back, not verified', async () => {
    const { pid } = await startPair();
    const before = await readAffinity(pid);
    const [child] = children;
    if (child) {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
    expect(await readAffinity(pid)).toBeNull();
    if (before) await expect(restoreAffinity(before)).resolves.toBeUndefined();
    expect(await verifyPinning([pid], [one])).toMatchObject({ allowed: null, verified: false, threads: 0 });
    const other = await startPair();
    expect(await verifyPinning([other.pid, pid], [one])).toMatchObject({ allowed: null, verified: false });
  });
});

describe('the affinity tool', () => {
  it('is the one of the platform, and none on macOS', () => {
    expect(affinityTool('darwin')).toBeUndefined();
    expect(affinityTool('win32')?.method ?? 'powershell').toBe('powershell');
    if (canPin) expect(affinityTool('linux')?.path).toMatch(/^\/(usr\/)?bin\/taskset$/);
  });

  it('is told numbers only', () => {
    expect(pinArguments('taskset', 42, [0, 1, 3])).toEqual(['--all-tasks', '--cpu-list', '--pid', '0-1,3', '42']);
    expect(pinArguments('powershell', 42, [0, 2]).at(-1)).toBe(
      '(Get-Process -Id 42 -ErrorAction Stop).ProcessorAffinity = 5',
    );
    expect(pinArguments('powershell', 42, [62]).at(-1)).toContain(String(2n ** 62n));
  });

  it.each([
    [0, [0]],
    [-1, [0]],
    [1.5, [0]],
    [Number.NaN, [0]],
    [42, []],
    [42, [-1]],
    [42, [0.5]],
  ])('refuses process %d on CPUs %j', (pid, cpus) => {
    expect(() => pinArguments('taskset', pid, cpus)).toThrow(RangeError);
    expect(() => pinArguments('powershell', pid, cpus)).toThrow(RangeError);
  });

  it('refuses processors beyond a Windows mask, not beyond a Linux list', () => {
    expect(() => pinArguments('powershell', 42, [63])).toThrow(RangeError);
    expect(pinArguments('taskset', 42, [63])).toContain('63');
  });

  it('reads a Windows mask', () => {
    expect(listOfMask('5\r\n')).toBe('0,2');
    expect(listOfMask('-1')).toBe('0-63');
    expect(() => listOfMask('none')).toThrow(RangeError);
  });
});
