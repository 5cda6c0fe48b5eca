import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PythonProblem } from '@core/python/interpreter';
import { pythonProblemWords } from '@core/words/python';
import { understood } from './ask-python';
import { candidates, thisMachine, type Places } from './candidates';
import { findPythons, launcherPaths } from './find-pythons';

const answer = {
  version: '3.13.1',
  implementation: 'CPython',
  build: 'free-threaded',
  gil: false,
  subinterpreters: 'private',
  startMethod: 'fork',
};
const json = JSON.stringify(answer);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-pythons-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A machine that has nothing but the test's folder on PATH. */
function places(): Places {
  return { ...thisMachine(), home: join(folder, 'nobody'), env: { PATH: folder } };
}

function program(name: string, script: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, mode);
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

const find = (withinMs = 1_000, chosen?: string) => findPythons({ withinMs, places: places(), chosen });

describe.runIf(process.platform === 'linux')('programs that are taken for a Python', () => {
  it('one that ignores SIGTERM, and the program that it started, are ended; the others are found', async () => {
    const notes = join(folder, 'pids');
    const hanging = program(
      'python3',
      `trap '' TERM\necho $$ >> ${notes}\nsleep 600 &\necho $! >> ${notes}\nwait\nsleep 600`,
    );
    const free = program('python3.13t', `echo '${json}'`);
    const startMs = performance.now();
    const { usable, problems } = await find();
    expect(performance.now() - startMs).toBeLessThan(5_000);
    expect(usable).toEqual([
      expect.objectContaining({ path: free, version: '3.13.1', build: 'free-threaded', gil: false }),
    ]);
    expect(problems).toEqual([{ path: hanging, problem: 'no-answer', detail: '' }]);
    const pids = readFileSync(notes, 'utf8').trim().split('\n').map(Number);
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.filter(isRunning), { timeout: 5_000 }).toEqual([]);
  });

  it('one that leaves its output open to a child does not hold the others up', async () => {
    const notes = join(folder, 'pid');
    program('python3', `sleep 600 &\necho $! > ${notes}\necho '${json}'`);
    await find();
    const pid = Number(readFileSync(notes, 'utf8'));
    await expect.poll(() => isRunning(pid), { timeout: 5_000 }).toBe(false);
  });

  it('one that talks for ever is ended', async () => {
    const path = program('python3', 'while true; do echo chatter chatter chatter chatter chatter; done');
    const startMs = performance.now();
    expect((await find(20_000)).problems).toEqual([expect.objectContaining({ path, problem: 'no-python' })]);
    expect(performance.now() - startMs).toBeLessThan(15_000);
  });

  it.each([
    ['prints garbage', 'python3', 'echo "no such thing"', 0o755, 'no-python', /does not answer as a Python/],
    ['ends without a word', 'python3', 'exit 3', 0o755, 'no-python', /does not answer as a Python/],
    ['is not executable', 'python3.9', 'echo', 0o644, 'not-executable', /cannot|no program/],
    ['hangs', 'python3', 'sleep 600', 0o755, 'no-answer', /did not answer/],
    [
      'is Python 2.7',
      'python',
      `echo '{"version":"2.7.18","implementation":"CPython"}'`,
      0o755,
      'too-old',
      /2\.7\.18 is too old/,
    ],
    [
      'is Python 3.6',
      'python3.6',
      `echo '{"version":"3.6.15","implementation":"CPython"}'`,
      0o755,
      'too-old',
      /3\.6\.15 is too old/,
    ],
    [
      'is PyPy',
      'python3',
      `echo '{"version":"3.10.14","implementation":"PyPy"}'`,
      0o755,
      'other-implementation',
      /not CPython/,
    ],
  ] as const)('one that %s is told as such', async (_what, name, script, mode, problem, words) => {
    const path = program(name, script, mode);
    const { usable, problems } = await find();
    expect(usable).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ path, problem })]);
    expect(pythonProblemWords(problems[0] as PythonProblem)).toMatch(words);
    expect(pythonProblemWords(problems[0] as PythonProblem)).toContain(path);
  });

  it('a path that was chosen comes first, and its problem is told', async () => {
    program('python3', `echo '${json.replace('3.13.1', '3.14.0')}'`);
    const own = join(folder, 'own');
    mkdirSync(own);
    const chosen = join(own, 'anything');
    expect((await find(1_000, chosen)).problems).toEqual([{ path: chosen, problem: 'missing', detail: '' }]);
    writeFileSync(chosen, `#!/bin/sh\necho '${json}'\n`);
    chmodSync(chosen, 0o755);
    expect((await find(1_000, chosen)).usable.map(({ version }) => version)).toEqual(['3.13.1', '3.14.0']);
  });
});

it.each([
  [`Welcome to this site\n${json}\n`, { version: '3.13.1' }],
  [`${json}\r\n`, { version: '3.13.1' }],
  [json.replace('3.13.1', '3.12.0+'), { version: '3.12.0+' }],
  [json.replace('3.13.1', '3.11.2\\u001b[31m'), { problem: 'no-python' }],
  ['hello', { problem: 'no-python' }],
  ['', { problem: 'no-python' }],
  ['{"version":"3.12.0","implementation":"CPython"}', { problem: 'no-python' }],
])('the interpreter in %j is %j', (printed, expected) => {
  expect(understood('/python', printed)).toMatchObject(expected);
});

it('looks on PATH and where version managers put them, and not at the scripts that choose one', () => {
  const files: Readonly<Record<string, readonly string[]>> = {
    '/usr/bin': ['python3', 'python3.11', 'python3-config', 'pythonw', 'python3.11-dbg', 'perl'],
    '/home/me/.pyenv/shims': ['python3'],
    '/home/me/.pyenv/versions': ['3.12.1'],
    '/home/me/.pyenv/versions/3.12.1/bin': ['python', 'python3.12', 'pip'],
    '/home/me/.local/share/uv/python': ['cpython-3.13.1t'],
    '/home/me/.local/share/uv/python/cpython-3.13.1t/bin': ['python3.13t'],
  };
  const found = candidates({
    platform: 'linux',
    env: { PATH: '/usr/bin:/home/me/.pyenv/shims:' },
    home: '/home/me',
    list: (at) => files[at] ?? [],
  });
  expect(found).toEqual([
    '/usr/bin/python3',
    '/usr/bin/python3.11',
    '/home/me/.pyenv/versions/3.12.1/bin/python',
    '/home/me/.pyenv/versions/3.12.1/bin/python3.12',
    '/home/me/.local/share/uv/python/cpython-3.13.1t/bin/python3.13t',
  ]);
});

it('reads what the launcher of Windows prints', () => {
  const printed =
    ' -V:3.13 *        C:\\Program Files\\Python313\\python.exe\r\n -V:3.13t         D:\\py\\python3.13t.exe\r\n';
  expect(launcherPaths(printed)).toEqual(['C:\\Program Files\\Python313\\python.exe', 'D:\\py\\python3.13t.exe']);
});
