import { existsSync, readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, launch, shortRequest, test } from '../support/window';
import { openOutside } from './probe';

/** Every address and host name that Chromium's network log mentions. The log may lack its end: the app quits at once. */
function namedIn(logFile: string): readonly string[] {
  const text = readFileSync(logFile, 'utf8');
  return [...text.matchAll(/"(?:url|host|location|origin)":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

/** Follows every page that the app opens and keeps the preferences that it has once it is loaded. */
async function watchPreferences(
  app: ElectronApplication,
): Promise<() => Promise<readonly Readonly<Record<string, unknown>>[]>> {
  await app.evaluate(({ app: electron }) => {
    const kept: Record<string, unknown>[] = [];
    Object.assign(globalThis, { kept });
    electron.on('web-contents-created', (_event, contents) => {
      contents.on('did-finish-load', () => {
        const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        kept.push({ ...getLastWebPreferences.call(contents), url: contents.getURL() });
      });
    });
  });
  return () => app.evaluate(() => (globalThis as unknown as { kept: Record<string, unknown>[] }).kept);
}

async function shortRun(page: Page): Promise<string> {
  const request = { ...shortRequest, parameters: { ...shortRequest.parameters, rounds: 1 } };
  const started = await page.evaluate((input) => window.lab['runs.start'](input), request);
  if (!started.ok) throw new Error(started.error.message);
  await expect
    .poll(() => page.evaluate(async () => JSON.stringify(await window.lab['runs.current'](undefined))), {
      timeout: 60_000,
    })
    .toMatch(/"phase":"ended".*"status":"completed"/);
  return started.value.id;
}

test(
  'a visit to every page, a run and a report reach for nothing outside, and every window is a safe one',
  { tag: '@rest' },
  async ({}, info) => {
    const log = info.outputPath('network.json');
    const app = await launch(info.outputPath('profile'), [`--log-net-log=${log}`]);
    const outside = await openOutside();
    try {
      const page = await app.firstWindow();
      await page.waitForLoadState('domcontentloaded');
      const preferences = await watchPreferences(app);
      const id = await shortRun(page);
      const routes = [
        'experiments',
        'experiments/eggs-and-toast',
        'monitor',
        'notebook',
        `notebook/${id}`,
        'settings',
        'nowhere',
      ];
      const heading = page.locator('main h1').first();
      let before = '';
      for (const route of routes) {
        await page.evaluate((to) => (window.location.hash = `#/${to}`), route);
        await expect(heading, `the page of ${route}`).not.toHaveText(before);
        before = await heading.innerText();
        if (route !== 'monitor') continue;
        const samples = page.locator('[data-samples]');
        await expect.poll(async () => Number(await samples.getAttribute('data-samples'))).toBeGreaterThan(4);
      }
      const pdf = info.outputPath('report.pdf');
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, pdf);
      expect(await page.evaluate((one) => window.lab['records.savePdf']({ id: one }), id)).toMatchObject({ ok: true });
      expect(existsSync(pdf)).toBe(true);

      const others = await preferences();
      expect(others.map((one) => one['url'])).toEqual([expect.stringMatching(/^lab:\/\/app\/page\/[0-9a-f]{24}$/)]);
      for (const one of others) {
        expect(one).toMatchObject({
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
        });
        expect(one['preload'] ?? '').toBe('');
      }
      // The proof that the log sees what there is to see: main itself asks for something, on purpose.
      await app.evaluate(async ({ net }, url) => (await net.fetch(`${url}/on-purpose`)).text(), outside.url);
    } finally {
      await app.close();
      await outside.close();
    }
    expect(outside.requests).toEqual(['GET /on-purpose']);
    const named = namedIn(log);
    expect(named).toContain(`${outside.url}/on-purpose`);
    const { host, hostname } = new URL(outside.url);
    const foreign = named.filter(
      (one) => !/^(lab|devtools|data|blob):/.test(one) && !one.includes(host) && one !== hostname,
    );
    expect([...new Set(foreign)]).toEqual([]);
  },
);
