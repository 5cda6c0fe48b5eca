import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { callNames } from '@core/ipc/names';
import { root } from '../support/electron-program';
import { expect, test } from './probe';

interface Refusals {
  readonly hasBridge: boolean;
  readonly codes: readonly string[];
}

/** Opens a second window with the app's own preload and has it make every call. */
function callFromSecondWindow(app: ElectronApplication, address: string): Promise<Refusals> {
  return app.evaluate(
    async ({ BrowserWindow }, { to, names, preload }) => {
      const second = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      try {
        await second.loadURL(to);
        return (await second.webContents.executeJavaScript(`(async () => {
          const codes = [];
          for (const name of ${JSON.stringify(names)}) {
            const answer = await window.lab[name]();
            codes.push(answer.ok ? 'answered' : answer.error.code);
          }
          return { hasBridge: typeof window.lab === 'object', codes };
        })()`)) as Refusals;
      } finally {
        second.destroy();
      }
    },
    { to: address, names: callNames, preload: join(root, 'out', 'preload', 'index.cjs') },
  );
}

const refused = { hasBridge: true, codes: callNames.map(() => 'untrusted-sender') };

test('a second window of the app with the same preload gets no answer', { tag: '@short' }, async ({ app, page }) => {
  expect(await page.evaluate(async () => (await window.lab['settings.read'](undefined)).ok)).toBe(true);
  expect(await callFromSecondWindow(app, 'lab://app/report.html')).toEqual(refused);
});

test('an empty page with the same preload gets no answer', { tag: '@short' }, async ({ app, page }) => {
  expect(await page.title()).not.toBe('');
  expect(await callFromSecondWindow(app, 'about:blank')).toEqual(refused);
});

for (const address of ['about:blank', 'data:text/html,<p>other', 'lab://other/index.html']) {
  test(`the app's own window gets no answer while it shows ${address}`, { tag: '@short' }, async ({ app, page }) => {
    // The window would go back to its own page at once (leaving.spec): here that layer is away.
    await app.evaluate(({ BrowserWindow }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.removeAllListeners('did-navigate');
    });
    await page.goto(address);
    const codes = await page.evaluate(async (names) => {
      const all: string[] = [];
      for (const name of names) {
        const call = window.lab[name] as (input: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
        all.push((await call(undefined)).error?.code ?? 'answered');
      }
      return all;
    }, callNames);
    expect(codes).toEqual(refused.codes);
    await page.goto('lab://app/index.html');
    await expect.poll(() => page.evaluate(async () => (await window.lab['settings.read'](undefined)).ok)).toBe(true);
  });
}

test('a frame inside the page has no bridge', { tag: '@short' }, async ({ page }) => {
  const bridge = await page.evaluate(() => {
    const frame = document.createElement('iframe'); // without an address it is about:blank, which no policy stops
    document.body.append(frame);
    const found = [typeof frame.contentWindow, typeof frame.contentWindow?.lab];
    frame.remove();
    return found;
  });
  expect(bridge).toEqual(['object', 'undefined']);
});
