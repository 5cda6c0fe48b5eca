import { _electron, expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import type { LabBridge } from '@core/ipc/bridge';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '@core/ipc/settings';
import { root, sandboxSwitches } from './electron-program';
import { pidsLeftAfter } from './processes';

declare global {
  interface Window {
    readonly lab: LabBridge;
    /** CSP violations seen by the page, collected by `watchViolations`. */
    violations?: string[];
  }
}

/**
 * Settings of a person who has left the welcome page and wants runs to begin at once: tests run on busy machines. What the
 * standard setting does is the subject of `quiet-gate.spec.ts`.
 */
export const welcomed = { ...defaultSettings, welcome: 'seen', checkLoad: false } as const;

/** Gives a data folder settings; one that has some stays as it is. */
function settle(dataFolder: string, isFirstStart: boolean): void {
  const file = join(dataFolder, 'settings.json');
  const settings = isFirstStart ? { ...defaultSettings, checkLoad: false } : welcomed;
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ settings }));
}

/**
 * Starts the built app with a data folder of its own. The welcome page is behind the person, unless the test is about the
 * first start.
 * @param extra switches of the runtime
 * @param words what is typed after the program
 */
export async function launch(
  dataFolder: string,
  extra: readonly string[] = [],
  isFirstStart = false,
  words: readonly string[] = [],
): Promise<ElectronApplication> {
  mkdirSync(dataFolder, { recursive: true });
  settle(dataFolder, isFirstStart);
  return _electron.launch({
    args: [...sandboxSwitches, `--user-data-dir=${dataFolder}`, ...extra, root, ...words],
    cwd: root,
    // Playwright turns the sandbox off unless told otherwise.
    chromiumSandbox: process.getuid?.() !== 0,
  });
}

interface Fixtures {
  /** True for a test of the first start: nobody has left the welcome page yet. */
  readonly isFirstStart: boolean;
  readonly dataFolder: string;
  readonly app: ElectronApplication;
  readonly page: Page;
}

/**
 * The app and its page. After every test the app is closed, no process of it may be left, the page must have reported
 * no error and no violation of its content security policy.
 */
export const test = base.extend<Fixtures>({
  isFirstStart: [false, { option: true }],
  dataFolder: async ({}, use, info) => {
    await use(info.outputPath('profile'));
  },
  app: async ({ dataFolder, isFirstStart }, use) => {
    const app = await launch(dataFolder, [], isFirstStart);
    await use(app);
    await app.close();
    expect(await pidsLeftAfter(dataFolder, 3_000), 'processes left behind').toEqual([]);
  },
  page: async ({ app }, use) => {
    const problems: string[] = [];
    const page = await app.firstWindow();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.waitForLoadState('domcontentloaded');
    await use(page);
    expect(problems, 'errors on the page').toEqual([]);
  },
});
/**
 * Goes to a page by its address, once the app has opened its last page: that comes with main's answer, after the document
 * is there, and would take the person away again.
 */
export async function goTo(page: Page, hash: string): Promise<void> {
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
}

export { expect };

/** A run request for the page's bridge, short but passing through everything. */
export const shortRequest = {
  experiment: 'eggs-and-toast',
  preset: 'quick' as const,
  seed: 7,
  parameters: { eggsMs: 12, toastMs: 8, cleaningMs: 2, doughMs: 3 },
  prediction: { status: 'skipped' as const, frozenAt: '2026-01-01T00:00:00.000Z' },
};
