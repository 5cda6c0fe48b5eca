import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from '../support/shared-window';

/** A web server on this machine that stands for everything outside the app, and remembers who came. */
export interface Outside {
  readonly url: string;
  /** Method and path of every request since the test began. */
  readonly requests: readonly string[];
}

/** Starts the server: `/redirect` leads to `/target`, everything else is a script that leaves its mark on the page. */
export async function openOutside(): Promise<Outside & { close(): Promise<void> }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (request.url === '/redirect') {
      response.writeHead(302, { location: '/target' }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
    response.end('globalThis.harm = "a script from outside"');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * One running app for all probes of attacks, and for nothing else. Unlike the others it expects errors on the console: every
 * refused attempt is one. After each test the one window must still show the app, and no code of an attempt may have run.
 */
export const test = base.extend<{ readonly outside: Outside }>({
  kind: ['probed', { scope: 'worker' }],
  page: async ({ app }, use) => {
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await use(page);
    expect(page.url(), 'address of the window').toMatch(/^lab:\/\/app\/index\.html(#|$)/);
    expect(await page.evaluate(() => 'harm' in window), 'code of an attempt has run').toBe(false);
    expect(await contentsOf(app), 'pages that are open').toHaveLength(1);
  },
  outside: async ({}, use) => {
    const outside = await openOutside();
    await use(outside);
    await outside.close();
  },
});
export { expect };

/** Addresses of all pages that the app has, hidden ones and webviews included. */
export function contentsOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()));
}

/** Collects the violations of the policy that the page reports, as `directive blocked-address`, in `window.violations`. */
export async function watchViolations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isFirst = window.violations === undefined;
    window.violations = [];
    if (!isFirst) return;
    window.addEventListener('securitypolicyviolation', (event) => {
      window.violations?.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
}
