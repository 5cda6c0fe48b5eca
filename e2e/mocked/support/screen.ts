import { test as base, expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { createFakeMain } from './fake-main';
import type { FakeMain, FakeMainOptions } from './fake-main';
import { installBridge } from './bridge';
import { servePage } from './page-server';
import type { PageServer } from './page-server';

interface WorkerFixtures {
  readonly server: PageServer;
}
interface Fixtures {
  /** Opens the page at a place of its own, with a main that knows what the test says. */
  readonly open: (hash: string, options?: FakeMainOptions) => Promise<FakeMain>;
}

/**
 * The built page in an ordinary browser. After every test the page must have reported no error, no violation of its
 * content security policy, and must have asked for nothing outside its own address.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await servePage();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ page, server }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = url.startsWith(`${server.origin}/`) || /^(?:data|blob):/.test(url);
      if (!isOwn) problems.push(`asked for ${url}`);
    });
    let isInstalled = false;
    await use(async (hash, options) => {
      if (isInstalled) throw new Error('A test opens the page once.');
      isInstalled = true;
      const main = createFakeMain(options);
      await installBridge(page, main);
      await page.goto(`${server.origin}/index.html${hash}`);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      return main;
    });
    expect(problems, 'errors on the page').toEqual([]);
  },
});

export { expect };

/** The page beside its navigation. */
export function content(page: Page): Locator {
  return page.getByRole('main');
}
