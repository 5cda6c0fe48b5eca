import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { command, shortRun, startCommand } from '../support/command-line';
import { root } from '../support/electron-program';
import { nextHelper, stopNextHelpers } from '../support/helpers';
import { patchedApp } from '../support/patched-app';
import { pidsLeftAfter } from '../support/processes';
import { recordFilesIn, recordsIn } from '../support/records';

// A helper that is stopped, killed or caught in a loop is found, ended and started anew, and what it was asked is asked once more.
let data = '';
let files = '';
let temporary = '';
test.beforeEach(({}, info) => {
  test.setTimeout(240_000);
  data = info.outputPath('profile');
  files = info.outputPath('files');
  temporary = info.outputPath('tmp');
  for (const folder of [files, temporary]) mkdirSync(folder, { recursive: true });
});
test.afterEach(async () => {
  expect(await pidsLeftAfter(data, 3_000), 'processes left behind').toEqual([]);
});

const record = gunzipSync(readFileSync(join(root, 'fixtures/format-1/eggs-and-toast.quick.json.gz')));

/** Puts so many copies of one record into the folder of files. */
function records(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(files, `${String(n).padStart(3, '0')}.json`);
    writeFileSync(path, record);
    return path;
  });
}

async function secondsOf<T>(work: Promise<T>): Promise<readonly [T, number]> {
  const startMs = performance.now();
  return [await work, (performance.now() - startMs) / 1_000];
}

const again = 'The process that reads and analyses records ended and is started again.';

for (const [signal, why] of [
  ['SIGSTOP', 'It did not answer for'],
  ['SIGKILL', 'killed from outside'],
] as const) {
  test(`verify goes on when the analysis gets ${signal} in the middle of 120 files`, { tag: '@rest' }, async () => {
    const verify = startCommand(data, ['verify', ...records(120)], { temporary });
    // The first lines are out: it is at one of the next files.
    if (verify.child.stdout) await once(verify.child.stdout, 'data');
    process.kill(await nextHelper(data, []), signal);
    const { status, stdout, stderr } = await verify.ended;
    expect(stderr).toContain(again);
    expect(stderr).toContain(why);
    expect(status, stderr).toBe(0);
    expect(stdout.match(/ intact/g)?.length).toBeGreaterThanOrEqual(120);
  });
}

for (const [name, tag, args] of [
  ['verify', '@rest', (paths: readonly string[]) => ['verify', ...paths]],
  ['report', '@long', (paths: readonly string[], pdf: string) => ['report', ...paths, '--pdf', pdf]],
] as const) {
  test(`${name} says what happened when the analysis is stopped twice`, { tag }, async ({}, info) => {
    const [path = ''] = records(1);
    const pdf = info.outputPath('r.pdf');
    const started = startCommand(data, args([path], pdf), { temporary });
    const stopped = await stopNextHelpers(data, 2);
    const { status, stdout, stderr } = await started.ended;
    expect(stopped).toHaveLength(2);
    expect(status).toBe(1);
    expect(`${stdout}${stderr}`).toContain(
      'The process that reads and analyses records ended twice: It did not answer for',
    );
    expect(stderr).toContain(path);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(pdf)).toBe(false);
    expect(readFileSync(path).equals(record)).toBe(true);
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  for (const [name, args] of [
    ['verify of 120 files', (paths: readonly string[]) => ['verify', ...paths]],
    ['report', (paths: readonly string[], pdf: string) => ['report', ...paths.slice(0, 3), '--pdf', pdf]],
    ['doctor', () => ['doctor']],
  ] as const) {
    test(`${signal} ends ${name} at once while a helper hangs`, { tag: '@rest' }, async ({}, info) => {
      const started = startCommand(data, args(records(120), info.outputPath('r.pdf')), { temporary });
      await stopNextHelpers(data, 1);
      await pause(500);
      started.child.kill(signal);
      const [{ status }, seconds] = await secondsOf(started.ended);
      expect(status).toBe(130);
      expect(seconds).toBeLessThan(3);
      expect(existsSync(join(temporary, 'concurrency-lab-measuring.lock'))).toBe(false);
    });
  }
}

test('a run whose analysis is stopped while it is sealed is sealed by the next one', { tag: '@rest' }, async () => {
  const run = startCommand(data, [...shortRun, '--set', 'rounds=1', '--save'], { temporary });
  await run.stderrHas('Computing intervals');
  const [first] = await stopNextHelpers(data, 1);
  expect(first).toBeDefined();
  const { status, stderr } = await run.ended;
  expect(stderr).toContain(again);
  expect(status, stderr).toBe(0);
  expect(recordFilesIn(data)).toHaveLength(1);
});

test(
  'a finished run that cannot be sealed names its journal, and the next run keeps it',
  { tag: '@long' },
  async () => {
    const run = startCommand(data, [...shortRun, '--set', 'rounds=1', '--json', join(files, 'r.json')], { temporary });
    await run.stderrHas('Computing intervals');
    expect(await stopNextHelpers(data, 2)).toHaveLength(2);
    const { status, stderr } = await run.ended;
    expect(status, stderr).toBe(1);
    const [name = ''] = readdirSync(join(data, 'active'));
    expect(stderr).toContain(`What was measured is safe in ${join(data, 'active', name)}`);
    expect(existsSync(join(temporary, 'concurrency-lab-measuring.lock'))).toBe(false);

    const next = await command(data, [...shortRun, '--set', 'rounds=1', '--save'], { temporary });
    expect(next.status, next.stderr).toBe(0);
    expect(next.stderr).toContain('had ended (completed) but its record had not been kept');
    expect(recordsIn(data).map(({ outcome }) => outcome.status)).toEqual(['completed', 'completed']);
    expect(readdirSync(join(data, 'active'))).toEqual([]);
  },
);

test('SIGINT while a stopped analysis seals: the run is safe, and the command ends', { tag: '@rest' }, async () => {
  const run = startCommand(data, [...shortRun, '--set', 'rounds=1', '--json', join(files, 'r.json')], { temporary });
  await run.stderrHas('Computing intervals');
  await stopNextHelpers(data, 1);
  run.child.kill('SIGINT');
  await pause(500);
  run.child.kill('SIGINT');
  const [{ status, stderr }, seconds] = await secondsOf(run.ended);
  expect(status).toBe(130);
  expect(seconds).toBeLessThan(3);
  expect(stderr).toContain('is safe in the journal of run');
  expect(readdirSync(join(data, 'active'))).toHaveLength(1);
  expect(existsSync(join(temporary, 'concurrency-lab-measuring.lock'))).toBe(false);
});

for (const [how, body, said, most] of [
  ['that says nothing is ended soon', '', /It computed for \d+ s without getting on\./, 20],
  [
    'that says all the time that it gets on is ended by its time limit',
    "if (performance.now() % 500 < 1) main.postMessage({ type: 'step' });",
    /It did not come to an end within \d+ s\./,
    90,
  ],
] as const) {
  test(
    `an analysis caught in a loop ${how}, and its file is read by the next one`,
    { tag: '@long' },
    async ({}, info) => {
      const loop = join(files, 'loop');
      writeFileSync(loop, '');
      const app = await patchedApp(info.outputPath('app'), {
        entry: 'analysis',
        source: 'workers/entry/analysis.ts',
        find: "return { type: 'verified', verified: verifiedRecord(recent.read(request.text)) };",
        // The file is looked at once: no loop that ends by itself.
        replacement: `if (process.getBuiltinModule ? process.getBuiltinModule('node:fs').existsSync(${JSON.stringify(loop)}) : require('node:fs').existsSync(${JSON.stringify(loop)})) for (;;) { ${body} }
      return { type: 'verified', verified: verifiedRecord(recent.read(request.text)) };`,
      });
      const [path = ''] = records(1);
      const fromMs = performance.now();
      const verify = startCommand(data, ['verify', path], { app, temporary });
      await pause(6_000);
      rmSync(loop);
      await verify.stderrHas(again);
      const seconds = (performance.now() - fromMs) / 1000;
      info.annotations.push({ type: 'figures', description: `found ${seconds.toFixed(1)} s after the start` });
      const { status, stdout, stderr } = await verify.ended;
      expect(stderr).toMatch(said);
      expect(stdout, stderr).toContain('intact');
      expect(status).toBe(0);
      expect(seconds).toBeLessThan(most);
    },
  );
}

test('doctor prints what it knows when the machine process is stopped twice', { tag: '@long' }, async () => {
  const doctor = startCommand(data, ['doctor'], { temporary });
  await stopNextHelpers(data, 4);
  const { status, stdout, stderr } = await doctor.ended;
  expect(status).toBe(1);
  expect(stdout).toMatch(/^CPU +\S/m);
  expect(stdout).toMatch(/^Governor +could not be read$/m);
  expect(stdout).toContain(data);
  expect(stderr).toMatch(/The process that asks the machine what it is ended twice: It did not answer for \d+ s\./);
});

test('doctor leaves out a Python that hangs, and prints the rest', { tag: '@rest' }, async () => {
  const bin = join(files, 'bin');
  const notes = join(files, 'pids');
  mkdirSync(bin);
  writeFileSync(
    join(bin, 'python3'),
    `#!/bin/sh\ntrap '' TERM INT HUP\nsleep 600 &\necho $$ $! > ${notes}\nwait\nsleep 600\n`,
  );
  writeFileSync(join(bin, 'python3.13t'), '#!/bin/sh\necho "Welcome to \\033[31m the site"\necho 3.13.9\n');
  for (const name of readdirSync(bin)) chmodSync(join(bin, name), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${bin}:${before ?? ''}`;
  try {
    const [{ status, stdout }, seconds] = await secondsOf(command(data, ['doctor'], { temporary }));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Not used .*bin\/python3: it did not answer within some seconds and was ended\.$/m);
    expect(stdout).toMatch(/^Not used .*bin\/python3\.13t: it does not answer as a Python does \(“3\.13\.9”\)\.$/m);
    expect(stdout).toContain(`Data folder      ${data}`);
    expect(seconds).toBeLessThan(20);
    const left = readFileSync(notes, 'utf8').trim().split(' ').map(Number).filter(isRunning);
    expect(left).toEqual([]);

    const interrupted = startCommand(data, ['doctor'], { temporary });
    rmSync(notes);
    await expect
      .poll(() => existsSync(notes) && readFileSync(notes, 'utf8').endsWith('\n'), { timeout: 20_000 })
      .toBe(true);
    interrupted.child.kill('SIGINT');
    expect((await interrupted.ended).status).toBe(130);
    const pids = readFileSync(notes, 'utf8').trim().split(' ').map(Number);
    await expect.poll(() => pids.filter(isRunning)).toEqual([]);
  } finally {
    process.env['PATH'] = before;
  }
});

function isRunning(pid: number): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
