import { expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { command, startCommand } from '../support/command-line';
import { pidsLeftAfter, pidsWith } from '../support/processes';
import { readRecord } from '../support/records';

// Interpreters of Python in a run: they work, and none is left, whenever the run is ended.
let data = '';
let temporary = '';
test.beforeEach(({}, info) => {
  test.setTimeout(300_000);
  data = info.outputPath('profile');
  temporary = info.outputPath('tmp');
  mkdirSync(temporary, { recursive: true });
});
test.afterEach(async () => {
  expect(await pidsLeftAfter('lab_worker.py', 5_000), 'Pythons left behind').toEqual([]);
});

const short = ['run', 'python-gil', '--preset', 'quick', '--seed', '7', '--set', 'computeMs=10', '--set', 'rounds=1'];

test('a run tells its interpreter, and its record verifies', { tag: '@rest' }, async ({}, info) => {
  const file = info.outputPath('python.json');
  const ran = await command(data, [...short, '--json', file], { temporary });
  expect(ran.status, ran.stderr).toBe(0);
  const record = readRecord(file);
  const [python] = record.plan.pythons ?? [];
  test.skip(!python, 'there is no Python here');
  expect(record.definition.conditions.some((one) => one.python !== undefined)).toBe(true);
  expect(JSON.stringify(record)).not.toContain('/bin/python');
  const verified = await command(data, ['verify', file]);
  expect(verified.stdout).toContain('intact');
});

test('cancelled at any moment, a run leaves no Python behind', { tag: '@rest' }, async () => {
  const moments = Number(process.env['PYTHON_CANCELS'] ?? 3);
  for (let n = 0; n < moments; n++) {
    const run = startCommand(data, [...short, '--set', 'computeMs=50'], { temporary: join(temporary) });
    await run.stderrHas('Hiring the workers');
    const waitMs = Math.round(Math.random() * 4_000);
    await pause(waitMs);
    const before = pidsWith('lab_worker.py').length;
    // Every second time the app itself is killed, which can end nothing any more.
    run.child.kill(n % 2 === 0 ? 'SIGINT' : 'SIGKILL');
    await run.ended;
    const left = await pidsLeftAfter('lab_worker.py', 2_000);
    console.log(`cancel ${n + 1}: after ${waitMs} ms with ${before} Pythons, ${left.length} left`);
    expect(left).toEqual([]);
  }
});
