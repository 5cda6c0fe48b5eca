import { expect, test as base } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { join } from 'node:path';
import { pidsLeftAfter } from './processes';
import { launch, welcomed } from './window';

/** What a test is given. */
export interface PerTest {
  readonly dataFolder: string;
  readonly app: ElectronApplication;
  readonly page: Page;
}
/** What tests of a kind share. */
export interface PerWorker {
  /** Tests of another kind get another app: what these leave in theirs does not reach those. */
  readonly kind: string;
  readonly shared: { readonly app: ElectronApplication; readonly dataFolder: string };
}

/**
 * One running app for all tests of a kind that neither end nor alter it. It is closed after the last of them, and no process
 * of it may be left. Each test finds a new document, the settings as they were and no emulated desktop; records stay.
 */
export const test = base.extend<PerTest, PerWorker>({
  kind: ['shown', { scope: 'worker' }],
  shared: [
    async ({ kind }, use, info) => {
      const dataFolder = join(info.project.outputDir, `${kind}-profile-${info.workerIndex}`);
      const app = await launch(dataFolder);
      await use({ app, dataFolder });
      await app.close();
      expect(await pidsLeftAfter(dataFolder, 3_000), 'processes left behind').toEqual([]);
    },
    { scope: 'worker' },
  ],
  dataFolder: ({ shared }, use) => use(shared.dataFolder),
  app: ({ shared }, use) => use(shared.app),
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    const settings = { ...welcomed, monitorSeconds: 120 } as const;
    await page.evaluate((change) => window.lab['settings.change'](change), settings);
    await page.goto('lab://app/index.html');
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await use(page);
    page.removeAllListeners('pageerror');
    page.removeAllListeners('console');
    expect(problems, 'errors on the page').toEqual([]);
  },
});
