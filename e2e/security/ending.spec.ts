import { spawn } from 'node:child_process';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';
import { pidsLeftAfter } from '../support/processes';
import { recordsIn } from '../support/records';
import { expect, launch, shortRequest, test } from '../support/window';

/** Starts the app a second time on the same profile. @returns its exit code and how long it took, in ms */
async function launchAgain(dataFolder: string, more: readonly string[]): Promise<{ code: number | null; ms: number }> {
  const from = performance.now();
  const second = spawn(electronProgram(), [...sandboxSwitches, `--user-data-dir=${dataFolder}`, root, ...more], {
    cwd: root,
    stdio: 'ignore',
    timeout: 20_000, // a second app that stays is ended, and its exit code is null
    killSignal: 'SIGKILL',
  });
  const code = await new Promise<number | null>((resolve) => second.once('exit', resolve));
  return { code, ms: performance.now() - from };
}

test(
  'a second launch on the same profile ends with 0 and the first one stays',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    const pid = await app.evaluate(({ app: electron }) => {
      const told = { times: 0 };
      Object.assign(globalThis, { told });
      electron.on('second-instance', () => told.times++);
      return process.pid;
    });
    const ways = [[], ['--some-switch'], [`--note=${'x'.repeat(10_000)}`]];
    for (const more of ways) {
      const { code, ms } = await launchAgain(dataFolder, more);
      expect(code).toBe(0);
      expect(ms).toBeLessThan(15_000);
    }
    const told = await app.evaluate(() => (globalThis as unknown as { told: { times: number } }).told.times);
    expect(told).toBe(ways.length);
    expect(await app.evaluate(({ BrowserWindow }) => [process.pid, BrowserWindow.getAllWindows().length])).toEqual([
      pid,
      1,
    ]);
    expect(await page.evaluate(async () => (await window.lab['settings.read'](undefined)).ok)).toBe(true);
  },
);

for (const [signal, during] of [
  ['SIGTERM', 'idle'],
  ['SIGINT', 'a run'],
  ['SIGHUP', 'a run'],
  ['SIGTERM', 'a run'],
] as const) {
  test(
    `${signal} while ${during === 'idle' ? 'idle' : 'a run is going on'} ends the window with 0 and leaves nothing`,
    { tag: '@rest' },
    async ({}, info) => {
      const dataFolder = info.outputPath('profile');
      const app = await launch(dataFolder);
      const page = await app.firstWindow();
      await page.waitForLoadState('domcontentloaded');
      await expect(page.locator('main h1').first()).toBeVisible();
      if (during === 'a run') {
        const parameters = { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 };
        const request = { ...shortRequest, parameters };
        const started = await page.evaluate((input) => window.lab['runs.start'](input), request);
        expect(started).toMatchObject({ ok: true });
        await expect
          .poll(() => page.evaluate(async () => JSON.stringify(await window.lab['runs.current'](undefined))), {
            timeout: 30_000,
          })
          .toContain('"phase":"running"');
      }
      const main = app.process();
      const exited = new Promise<number | null>((resolve) => main.once('exit', resolve));
      const from = performance.now();
      main.kill(signal);
      expect(await exited).toBe(0);
      expect(performance.now() - from).toBeLessThan(6_000);
      expect(await pidsLeftAfter(dataFolder, 3_000), 'processes left behind').toEqual([]);
      const records = recordsIn(dataFolder);
      expect(records).toHaveLength(during === 'idle' ? 0 : 1);
      for (const { outcome } of records) {
        expect(outcome).toMatchObject({
          status: 'interrupted',
          reason: 'app-quit',
        });
      }
    },
  );
}
