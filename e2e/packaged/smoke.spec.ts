import { chromium, expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabBridge } from '@core/ipc/bridge';
import { shortRun } from '../support/command-line';
import { electronProgram, sandboxSwitches } from '../support/electron-program';
import { pidsLeftAfter } from '../support/processes';
import { readRecord } from '../support/records';
import { shortRequest } from '../support/window';
import { packagedFolder, packagedProgram, requirePackagedProgram } from './program';

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until standard error matches. @returns the match */
  says(pattern: RegExp): Promise<RegExpExecArray>;
}

/** How the wire of fuses writes one that is on: the character 1. */
const enabled = 0x31;

let data = '';
test.beforeEach(({}, info) => {
  requirePackagedProgram();
  data = info.outputPath('profile');
  mkdirSync(data, { recursive: true });
});
test.afterEach(async () => {
  expect(await pidsLeftAfter(data, 3_000), 'processes left behind').toEqual([]);
});

/** Starts the packaged program with a data folder of its own. */
function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(packagedProgram, [...sandboxSwitches, `--user-data-dir=${data}`, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
  return {
    child,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(stderr);
          if (match) resolve(match);
        };
        child.stderr.on('data', look);
        look();
        void ended.then(() => reject(new Error(`ended before ${pattern.source}:\n${stderr}`)));
      }),
  };
}

test('the fuses are those of a release, and the program is one archive', { tag: '@packaged' }, async () => {
  const wire = await getCurrentFuseWire(packagedProgram);
  const states = Object.fromEntries(
    [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    ].map((fuse) => [FuseV1Options[fuse], Number(wire[fuse]) === enabled]),
  );
  expect(states).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    OnlyLoadAppFromAsar: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    EnableCookieEncryption: false,
    LoadBrowserProcessSpecificV8Snapshot: false,
  });
  expect(existsSync(join(packagedFolder, 'resources', 'app.asar'))).toBe(true);
  for (const other of ['default_app.asar', 'app'])
    expect(existsSync(join(packagedFolder, 'resources', other)), other).toBe(false);
});

test('the command line runs an experiment, and the record verifies', { tag: '@packaged' }, async ({}, info) => {
  const file = info.outputPath('record.json');
  const ran = await start([...shortRun, '--set', 'rounds=1', '--json', file]).ended;
  expect(ran.status, ran.stderr).toBe(0);
  expect(readRecord(file).outcome).toEqual({ status: 'completed' });
  expect(await start(['verify', file]).ended).toMatchObject({ status: 0, stdout: expect.stringContaining('intact') });
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rounds":1', '"rounds":2'));
  expect(await start(['verify', file]).ended).toMatchObject({ status: 1 });
});

/** Runs the short experiment in the page and waits for its end. */
async function runInWindow(page: Page): Promise<void> {
  const current = (): Promise<string> =>
    page.evaluate(async () =>
      JSON.stringify(await (window as unknown as { lab: LabBridge }).lab['runs.current'](undefined)),
    );
  await expect(page).toHaveTitle(/Concurrency Lab/);
  await expect(page.locator('main h1').first()).toBeVisible();
  const started = await page.evaluate(
    (input) => (window as unknown as { lab: LabBridge }).lab['runs.start'](input),
    shortRequest,
  );
  expect(started).toMatchObject({ ok: true });
  await expect.poll(current, { timeout: 60_000 }).toMatch(/"phase":"ended".*"status":"completed"/);
}

test('the window opens, runs the experiment and quits', { tag: '@packaged' }, async () => {
  const lab = start(['--remote-debugging-port=0']);
  const [, address = ''] = await lab.says(/DevTools listening on (ws:\/\/\S+)/);
  try {
    // Without its defaults Playwright asks for no browser context of its own, which old runtimes do not have.
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    await expect.poll(() => browser.contexts()[0]?.pages().length).toBe(1);
    const page = browser.contexts()[0]?.pages()[0];
    if (page) await runInWindow(page);
    await browser.close();
  } finally {
    lab.child.kill('SIGTERM');
  }
  expect((await lab.ended).status).toBe(0);
});

test('neither the environment nor a switch makes the program run code', { tag: '@packaged' }, async ({}, info) => {
  const mark = info.outputPath('mark.txt');
  const code = info.outputPath('injected.cjs');
  writeFileSync(code, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'ran');`);
  // The proof that the code would be seen: the development runtime, without fuses, does run it.
  spawnSync(electronProgram(), [code], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  expect(existsSync(mark)).toBe(true);
  rmSync(mark);
  const asNode = await start([code], { ELECTRON_RUN_AS_NODE: '1' }).ended;
  expect(asNode.status, 'taken for a command that does not exist').toBe(2);
  expect((await start(['list'], { NODE_OPTIONS: `--require=${code}` }).ended).status).toBe(0);
  expect(existsSync(mark), 'the code has run').toBe(false);
});

test('no debugger can be attached to main', { tag: '@packaged' }, async () => {
  const lab = start(['--inspect=0', 'doctor']);
  const { status, stderr } = await lab.ended;
  expect(status).toBe(0);
  expect(stderr).not.toContain('Debugger listening');
});
