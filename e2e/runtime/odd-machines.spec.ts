import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';
import { readRecord } from '../support/records';

const isRoot = process.getuid?.() === 0;
test.skip(process.platform !== 'linux', 'what is odd here is odd for Linux');

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line behind other programs, such as `taskset -c 0`. */
function lab(
  data: string,
  args: readonly string[],
  before: readonly string[] = [],
  env: Readonly<Record<string, string | undefined>> = {},
): Ended {
  mkdirSync(data, { recursive: true });
  const words = [...before, electronProgram(), ...sandboxSwitches, `--user-data-dir=${data}`, root, ...args];
  const [program = '', ...rest] = words;
  return spawnSync(program, rest, { cwd: root, encoding: 'utf8', timeout: 120_000, env: { ...process.env, ...env } });
}

const sockets = ['bench', '--workload', 'socket', '--task-ms', '1', '--tasks', '300', '--strategies', 'async'];

test('B16 a pool size of the shell reaches no process of a run, and is named', { tag: '@rest' }, async ({}, info) => {
  const file = info.outputPath('r.json');
  const env = { UV_THREADPOOL_SIZE: '16' };
  const args = ['bench', '--workload', 'threadpool', '--tasks', '4', '--strategies', 'sync,async', '--rounds', '1'];
  expect(lab(info.outputPath('data'), [...args, '--json', file], [], env)).toMatchObject({ status: 0 });
  expect(readRecord(file).environment.notPassedOn).toEqual(['UV_THREADPOOL_SIZE=16']);
  expect(lab(info.outputPath('data'), ['doctor'], [], env).stdout).toMatch(/Not passed on +UV_THREADPOOL_SIZE=16/);
  expect(lab(info.outputPath('data'), ['doctor']).stdout).not.toContain('Not passed on');
});

test('B24 a taskset that cannot pin ends no run, and doctor says so', { tag: '@rest' }, async ({}, info) => {
  const tool = ['/usr/bin/taskset', '/bin/taskset'].find((path) => existsSync(path));
  test.skip(!isRoot || tool === undefined, 'only root can put another program in the place of taskset');
  mkdirSync(info.outputPath(), { recursive: true });
  const other = info.outputPath('taskset');
  writeFileSync(other, '#!/bin/sh\necho "taskset: unrecognized option: all-tasks" >&2\nexit 1\n');
  chmodSync(other, 0o755);
  const before = ['unshare', '-m', 'sh', '-c', `mount --bind "${other}" "${tool ?? ''}" && exec "$@"`, 'sh'];
  const doctor = lab(info.outputPath('data'), ['doctor'], before);
  expect(doctor.stdout).toMatch(/Pinning +not possible here: taskset: unrecognized option: all-tasks/);
  const file = info.outputPath('r.json');
  const ran = lab(info.outputPath('data'), ['run', 'four-scenarios', '--set', 'rounds=1', '--json', file], before);
  expect(ran.status, ran.stderr).toBe(0);
  const record = readRecord(file);
  expect(record.outcome).toEqual({ status: 'completed' });
  expect(record.warnings.map(({ code }) => code)).toContain('not-pinned');
});

test('B26 a run with too many files open is refused before it begins', { tag: '@rest' }, async ({}, info) => {
  const ran = lab(info.outputPath('data'), [...sockets, '--in-flight', '256'], ['prlimit', '--nofile=300:300']);
  expect(ran.stderr).toMatch(
    /files and connections open at once, and 300 are allowed\. Raise the limit \(ulimit -n 512\)/,
  );
  expect(ran.status).toBe(2);
});

test('B27 a loopback interface that is down is named', { tag: '@rest' }, async ({}, info) => {
  test.skip(!isRoot, 'only root can be without a network');
  const ran = lab(info.outputPath('data'), [...sockets, '--rounds', '1'], ['unshare', '-n']);
  expect(ran.stderr).toContain('the loopback interface is down');
  expect(ran.status).toBe(1);
});

test('B28 a relative XDG_CONFIG_HOME is ignored with a line', { tag: '@rest' }, async ({}, info) => {
  mkdirSync(info.outputPath('home'), { recursive: true });
  const env = { XDG_CONFIG_HOME: 'rel/cfg', HOME: info.outputPath('home') };
  const ran = lab(info.outputPath('data'), ['list'], [], env);
  expect(ran.status, ran.stderr).toBe(0);
  expect(ran.stderr).toContain('XDG_CONFIG_HOME is not absolute and is ignored: rel/cfg');
  expect(existsSync(join(root, 'rel'))).toBe(false);
});

test('one core is enough for pinned and for unpinned work', { tag: '@rest' }, async ({}, info) => {
  const file = info.outputPath('r.json');
  const ran = lab(
    info.outputPath('data'),
    ['run', 'many-cooks', '--set', 'rounds=1', '--json', file],
    ['taskset', '-c', '0'],
  );
  expect(ran.status, ran.stderr).toBe(0);
  const record = readRecord(file);
  expect(record.environment.availableParallelism).toBe(1);
  expect(record.loads[0]?.usable ?? [0]).toEqual([0]);
});
