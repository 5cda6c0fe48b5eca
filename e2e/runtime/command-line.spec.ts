import { expect, test } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, shortRun, startCommand } from '../support/command-line';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';
import { pidsLeftAfter } from '../support/processes';
import { readRecord, recordFilesIn } from '../support/records';

let folder = '';
let data = '';
test.beforeEach(({}, info) => {
  folder = info.outputPath('files');
  data = info.outputPath('profile');
  mkdirSync(folder, { recursive: true });
});
test.afterEach(async () => {
  expect(await pidsLeftAfter(data, 3_000), 'processes left behind').toEqual([]);
});

test('lists the experiments with presets', { tag: '@rest' }, async () => {
  const { status, stdout } = await command(data, ['list']);
  expect(status).toBe(0);
  expect(stdout).toContain('eggs-and-toast');
  expect(stdout).toMatch(/quick \(7 rounds, about \d+ s\)/);
});

test('doctor tells machine, runtime, Python and pinning', { tag: '@rest' }, async () => {
  const { status, stdout } = await command(data, ['doctor']);
  expect(status).toBe(0);
  for (const row of ['CPU', 'Cores', 'Memory', 'Runtime', 'Pinning', 'Python', 'Data folder']) {
    expect(stdout).toMatch(new RegExp(`^${row} +\\S`, 'm'));
  }
  expect(stdout).toContain(data);
});

test('code prints what conditions execute, and a file that plain Node runs', { tag: '@rest' }, async () => {
  const shown = await command(data, ['code', 'async-is-not-parallel', '--python']);
  expect(shown).toMatchObject({ status: 0, stdout: expect.stringContaining('asyncio.gather') });
  const file = await command(data, ['code', 'waiting-for-io', '--run-it-yourself']);
  expect(file.status).toBe(0);
  writeFileSync(join(folder, 'waiting-for-io.mjs'), file.stdout);
  const ran = spawnSync(process.execPath, [join(folder, 'waiting-for-io.mjs')], { encoding: 'utf8', timeout: 60_000 });
  expect(ran.stdout).toMatch(/16 in flight: [\d.]+x faster/);
  expect(await command(data, ['code', 'soup'])).toMatchObject({ status: 2 });
});

test('a short run writes a record that verify accepts, and a changed digit is found', { tag: '@rest' }, async () => {
  const file = join(folder, 'r.json');
  const ran = await command(data, [...shortRun, '--json', file]);
  expect(ran.stderr).toContain(`Record written to ${file}`);
  expect(ran.status).toBe(0);
  expect(ran.stdout).toContain('One cook, async');
  expect(await command(data, ['verify', file])).toMatchObject({ status: 0, stdout: expect.stringContaining('intact') });

  const text = readFileSync(file, 'utf8');
  mkdirSync(join(folder, 'one'));
  writeFileSync(join(folder, 'one', 'r.labrun'), text);
  const table = await command(data, ['verify', join(folder, 'one')]);
  expect(table.stdout).toContain('Total: 1 file: 1 intact, 0 contradicting, 0 not accepted.');
  expect(table.status).toBe(0);

  const place = text.indexOf('"endNs":', text.indexOf('"cells"')) + '"endNs":'.length;
  const changed = text.slice(0, place) + (text[place] === '1' ? '2' : '1') + text.slice(place + 1);
  writeFileSync(join(folder, 'changed.json'), changed);
  const refused = await command(data, ['verify', join(folder, 'changed.json')]);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('does not match its hash');

  writeFileSync(join(folder, 'torn.json'), text.slice(0, text.length / 2));
  const torn = await command(data, ['verify', join(folder, 'torn.json')]);
  expect(torn.status).toBe(1);
  expect(torn.stderr).toContain('not complete JSON');
});

test('a record tells how long workers had no core, and what was around each execution', { tag: '@rest' }, async () => {
  const file = join(folder, 'r.json');
  expect((await command(data, [...shortRun, '--json', file])).status).toBe(0);
  const { cells } = readRecord(file);
  expect(cells.length).toBeGreaterThan(0);
  for (const { workers, disturbance, startNs, endNs } of cells) {
    expect(disturbance?.observedNs).toBeGreaterThan(endNs - startNs);
    for (const { waitedNs, counters } of workers) {
      if (process.platform === 'linux') expect(waitedNs).toBeGreaterThanOrEqual(0);
      else expect(waitedNs).toBeNull();
      expect(counters?.garbageNs).toBeGreaterThanOrEqual(0);
    }
    // No more than a wall-clock second for each second that was observed: it is one thread's time.
    for (const { waitedNs } of workers) expect(waitedNs ?? 0).toBeLessThan((disturbance?.observedNs ?? 0) * 1.01);
  }
});

test('the same seed gives the same order and inputs, another seed another order', { tag: '@rest' }, async () => {
  const orders = [];
  for (const [name, seed] of [
    ['a', '7'],
    ['b', '7'],
    ['c', '8'],
  ] as const) {
    const file = join(folder, `${name}.json`);
    const args = [...shortRun, '--set', 'rounds=2', '--seed', seed, '--json', file];
    expect((await command(data, args)).status).toBe(0);
    const record = readRecord(file);
    orders.push(JSON.stringify(record.order));
    expect(record.plan.seed).toBe(Number(seed));
  }
  expect(orders[0]).toBe(orders[1]);
  expect(orders[0]).not.toBe(orders[2]);
});

test('delivers every byte of a record over 1 MB through a slow pipe', { tag: '@rest' }, async () => {
  test.setTimeout(300_000);
  // The standard preset for its longer time budget: the last of a kind of option counts.
  const args = [...shortRun, '--preset', 'standard', '--set', 'rounds=40', '--json', '-'];
  const lab = spawn(electronProgram(), [...sandboxSwitches, `--user-data-dir=${data}`, root, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let received = '';
  // A reader that takes 16 KiB every few milliseconds, and nothing for the first two seconds of output.
  lab.stdout.setEncoding('utf8');
  const ended = new Promise<number | null>((resolve) => lab.once('exit', resolve));
  await new Promise((resolve) => lab.stdout.once('readable', resolve));
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await new Promise<void>((resolve) => {
    const take = (): void => {
      const chunk = lab.stdout.read(16_384) as string | null;
      received += chunk ?? (lab.stdout.read() as string | null) ?? '';
      if (!lab.stdout.readableEnded) setTimeout(take, 2);
    };
    lab.stdout.once('end', resolve);
    take();
  });
  expect(await ended).toBe(0);
  expect(received.length).toBeGreaterThan(1_000_000);
  const file = join(folder, 'big.json');
  writeFileSync(file, received);
  expect((await command(data, ['verify', file])).status).toBe(0);
});

test(
  'run, verify, report: the report of a run holds machine, conditions, units, verdicts, page numbers and hash',
  { tag: '@short' },
  async () => {
    const json = join(folder, 'r.json');
    const pdf = join(folder, 'r.pdf');
    const ran = await command(data, [...shortRun, '--json', json, '--pdf', pdf, '--appendix']);
    expect(ran.status, ran.stderr).toBe(0);
    const record = readRecord(json);
    const text = pdfText(pdf);
    expect(text).toContain(record.environment.cpuModel);
    for (const name of ['One cook, sync', 'One cook, async', 'Hired cooks, threads', 'Hired cooks, processes']) {
      expect(text).toContain(name);
    }
    expect(text).toMatch(/\d ms \[[\d.]+, [\d.]+\]/);
    expect(text).toContain(record.hash);
    expect(text).toMatch(/1 of \d+|1 \/ \d+/);
    expect(text).toMatch(/no difference this run can show|faster|slower|undecided/);
    expect(await command(data, ['verify', json])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('intact'),
    });
    // The same from the file alone.
    const again = join(folder, 'again.pdf');
    expect((await command(data, ['report', json, '--pdf', again])).status).toBe(0);
    expect(pdfText(again)).toContain(record.hash.slice(0, 16));
    // Without the appendix it is two pages; text ends each page with a form feed.
    expect(pdfText(again).match(/\f/g)).toHaveLength(2);
  },
);

test('worksheet: a blank lesson on paper, with lines and boxes and no result', { tag: '@short' }, async () => {
  const pdf = join(folder, 'worksheet.pdf');
  const made = await command(data, ['worksheet', 'eggs-and-toast', '--pdf', pdf]);
  expect(made.status, made.stderr).toBe(0);
  expect(made.stderr).toContain(`Worksheet written to ${pdf}`);
  const text = pdfText(pdf);
  for (const asked of [
    'Eggs and toast',
    'what do you expect?',
    'Draw the first course',
    'Why?',
    'Situation 2',
    'Name',
  ]) {
    expect(text).toContain(asked);
  }
  expect(text).not.toMatch(/SHA-256|as theory predicts/);
  expect((text.match(/\f/g) ?? []).length).toBeLessThanOrEqual(6);
  const unknown = await command(data, ['worksheet', 'no-such', '--pdf', pdf]);
  expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no experiment "no-such"') });
  expect((await command(data, ['worksheet', 'eggs-and-toast'])).status).toBe(2);
});

function pdfText(path: string): string {
  const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  if (read.status !== 0) throw new Error(`pdftotext failed: ${read.error?.message ?? read.stderr}`);
  return read.stdout;
}

test('a target folder that does not exist is named before anything runs', { tag: '@rest' }, async () => {
  const pdf = join(folder, 'no', 'r.pdf');
  const ran = await command(data, [...shortRun, '--pdf', pdf]);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain(pdf);
  expect(ran.stderr).toContain('Choose another place');
  expect(ran.stderr).not.toContain('round');
});

test('B06 a folder where the report should be is refused before the run', { tag: '@rest' }, async () => {
  const pdf = join(folder, 'taken.pdf');
  mkdirSync(pdf, { recursive: true });
  const ran = await command(data, [...shortRun, '--pdf', pdf]);
  expect(ran.status).toBe(2);
  expect(ran.stderr).toContain('is a folder');
  expect(ran.stderr).not.toContain('round');
  // Refused before anything: not even the Notebook's folder is made.
  expect(existsSync(join(data, 'records'))).toBe(false);
});

test('a full disk: the record goes to the Notebook, nothing half-written stays', { tag: '@rest' }, async () => {
  const full = join(folder, 'full.json');
  symlinkSync('/dev/full', full);
  const ran = await command(data, [...shortRun, '--set', 'rounds=1', '--json', full]);
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain(`No space left for ${full}`);
  expect(recordFilesIn(data)).toHaveLength(1);
});

for (const [args, message] of [
  [['rnu'], 'Type one of: help, list'],
  [['run', 'no-such'], 'There is no experiment "no-such". Known: '],
  [['run', 'eggs-and-toast', '--preset', 'slow'], '--preset takes quick, standard, thorough'],
  [['run', 'eggs-and-toast', '--set', 'eggsMs=99999'], 'eggsMs must be a whole number from 1 to 2000'],
  [['run', 'eggs-and-toast', '--jsn'], 'Unknown option'],
  [['verify'], 'Type: verify <record.json|folder|-...>'],
] as const) {
  test(`wrong usage "${args.join(' ')}" ends with 2 and says what to type`, { tag: '@rest' }, async () => {
    const { status, stderr, stdout } = await command(data, args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(stdout).toBe('');
  });
}

test('an interrupt keeps the partial record, marked, and ends with 130', { tag: '@rest' }, async () => {
  const json = join(folder, 'partial.json');
  const run = startCommand(data, ['run', 'eggs-and-toast', '--preset', 'quick', '--seed', '3', '--json', json]);
  await run.stderrHas('round 1 of 7');
  run.child.kill('SIGINT');
  const { status, stderr } = await run.ended;
  expect(stderr).toContain('were kept in');
  expect(status).toBe(130);
  const record = readRecord(json);
  expect(record.outcome).toEqual({ status: 'cancelled' });
  expect(record.cells.length).toBeGreaterThanOrEqual(10);
  expect((await command(data, ['verify', json])).status).toBe(0);
});

test('an interrupted run that named no file is kept in the Notebook', { tag: '@rest' }, async () => {
  const run = startCommand(data, ['run', 'eggs-and-toast', '--preset', 'quick']);
  await run.stderrHas('round 0 of 7');
  run.child.kill('SIGTERM');
  expect((await run.ended).status).toBe(130);
  expect(recordFilesIn(data)).toHaveLength(1);
  expect(readdirSync(join(data, 'active'))).toEqual([]);
});

test('only one run measures at a time: the second says who does, or waits', { tag: '@rest' }, async () => {
  const first = startCommand(data, [...shortRun, '--set', 'rounds=30']);
  await first.stderrHas('round 1 of');
  const second = await command(`${data}-2`, [...shortRun, '--set', 'rounds=1']);
  expect(second.status).toBe(1);
  expect(second.stderr).toMatch(/Another run is measuring on this machine: .*process \d+, since \d{4}-/);
  const waiting = startCommand(`${data}-2`, [...shortRun, '--set', 'rounds=1', '--wait']);
  await waiting.stderrHas('Another run is measuring');
  const impatient = startCommand(`${data}-3`, [...shortRun, '--set', 'rounds=1', '--wait']);
  await impatient.stderrHas('Another run is measuring');
  impatient.child.kill('SIGINT');
  expect((await impatient.ended).status).toBe(130);
  expect((await first.ended).status).toBe(0);
  expect((await waiting.ended).status).toBe(0);
});

test('--save puts the record into the Notebook', { tag: '@rest' }, async () => {
  expect((await command(data, [...shortRun, '--set', 'rounds=1', '--save'])).status).toBe(0);
  const files = recordFilesIn(data);
  expect(files).toHaveLength(1);
  expect(statSync(files[0] ?? '').size).toBeGreaterThan(1_000);
});
