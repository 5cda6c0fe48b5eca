import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findPythons, versionIn } from './pythons';

let folder = '';
const pathBefore = process.env['PATH'];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-pythons-'));
  process.env['PATH'] = `${folder}:${pathBefore ?? ''}`;
});
afterEach(() => {
  process.env['PATH'] = pathBefore;
  rmSync(folder, { recursive: true, force: true });
});

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

function isRunning(pid: number): boolean {
  try {
    // A zombie that nobody has waited for yet is no running program.
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

it.runIf(process.platform === 'linux')(
  'a Python that ignores SIGTERM, and the program that it started, are ended; only it is missing',
  async () => {
    const notes = join(folder, 'pids');
    program('python3', `trap '' TERM\necho $$ >> ${notes}\nsleep 600 &\necho $! >> ${notes}\nwait\nsleep 600`);
    const free = program('python3.13t', 'echo 3.13.1');
    const startMs = performance.now();
    const found = await findPythons(1_000);
    expect(performance.now() - startMs).toBeLessThan(5_000);
    expect(found).toContainEqual({ path: free, version: '3.13.1' });
    expect(found.map(({ path }) => path)).not.toContain(join(folder, 'python3'));
    const pids = readFileSync(notes, 'utf8').trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.filter(isRunning), { timeout: 5_000 }).toEqual([]);
  },
);

it.runIf(process.platform === 'linux')(
  'one that leaves its output open to a child does not hold the others up',
  async () => {
    const notes = join(folder, 'pid');
    program('python3', `sleep 600 &\necho $! > ${notes}\necho 3.12.0`);
    await findPythons(1_000);
    const pid = Number(readFileSync(notes, 'utf8'));
    await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false);
  },
);

it.runIf(process.platform === 'linux')('one that talks for ever is ended', async () => {
  program('python3', 'while true; do echo chatter chatter chatter chatter chatter; done');
  const startMs = performance.now();
  expect((await findPythons(20_000)).map(({ path }) => path)).not.toContain(join(folder, 'python3'));
  expect(performance.now() - startMs).toBeLessThan(15_000);
});

it.each([
  ['3.11.2\n', '3.11.2'],
  ['Welcome to this site\n3.14.0t\n', '3.14.0t'],
  ['3.12.0+\r\n', '3.12.0+'],
  ['Python 3.11', undefined],
  ['hello', undefined],
  ['', undefined],
  ['3.11.2\u001b[31m', undefined],
])('the version in %j is %j', (printed, expected) => {
  expect(versionIn(printed)).toBe(expected);
});
