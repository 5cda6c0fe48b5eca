import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { callNames, eventNames } from '@core/ipc/names';
import { root } from '../support/electron-program';
import { expect, test } from './probe';

const nodeGlobals = [
  'require',
  'module',
  'exports',
  'process',
  'Buffer',
  'global',
  '__dirname',
  '__filename',
  'setImmediate',
];

test('the page has nothing of Node', { tag: '@short' }, async ({ page }) => {
  const found = await page.evaluate((names) => names.filter((name) => name in globalThis), nodeGlobals);
  expect(found).toEqual([]);
});

test('a Web Worker has nothing of Node', { tag: '@short' }, async ({ page }) => {
  const path = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '');
  // On a page without scripts of its own the app's policy name is free, and the worker may start.
  await page.goto('lab://app/report.html');
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate((url) => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
      };
      const policy = trustedTypes.createPolicy('lab', { createScriptURL: (to: string) => to });
      Object.assign(window, { kept: new Worker(policy.createScriptURL(url), { type: 'module' }) });
    }, path),
  ]);
  expect(await worker.evaluate(() => self.constructor.name)).toBe('DedicatedWorkerGlobalScope');
  expect(await worker.evaluate((names) => names.filter((name) => name in globalThis), nodeGlobals)).toEqual([]);
  await page.goto('lab://app/index.html');
});

test('what the page does to its own built-ins does not reach the preload', { tag: '@short' }, async ({ page }) => {
  const { answer, caught } = await page.evaluate(async () => {
    const seen: string[] = [];
    const note = (values: readonly unknown[]): void => {
      for (const value of values) {
        if (typeof value === 'string' && value.startsWith('lab:')) seen[seen.length] = value;
        if (typeof value === 'object' && value !== null && ('invoke' in value || 'sendSync' in value))
          seen[seen.length] = 'ipcRenderer';
      }
    };
    const kept = [Function.prototype.call, Function.prototype.apply, Array.prototype.push] as const;
    const spoil = (original: unknown) =>
      function spoiled(this: unknown, ...values: unknown[]): unknown {
        note([this, ...values]);
        return Reflect.apply(original as () => unknown, this, values);
      };
    Object.assign(Function.prototype, { call: spoil(kept[0]), apply: spoil(kept[1]) });
    Object.assign(Array.prototype, { push: spoil(kept[2]) });
    try {
      const result = await window.lab['settings.read'](undefined);
      const unsubscribe = window.lab['on:runs.changed'](() => undefined);
      unsubscribe();
      return { answer: JSON.stringify(result), caught: seen };
    } finally {
      Object.assign(Function.prototype, { call: kept[0], apply: kept[1] });
      Object.assign(Array.prototype, { push: kept[2] });
    }
  });
  expect(caught).toEqual([]);
  // The page holds stand-ins made by the bridge, not the preload's own functions with its realm behind them.
  const sources = await page.evaluate(() =>
    Object.values(window.lab).map((one) => Function.prototype.toString.call(one)),
  );
  for (const source of sources) expect(source).toContain('[native code]');
  expect(JSON.parse(answer)).toMatchObject({ ok: true, value: { theme: 'system' } });
});

test(
  'the bridge is the contract and nothing more, and cannot be replaced',
  { tag: '@short' },
  async ({ page, app }) => {
    const bridge = await page.evaluate(() =>
      Object.entries(window.lab).map(([name, value]) => `${name}: ${typeof value}`),
    );
    const names = [...callNames, ...eventNames.map((name) => `on:${name}`)];
    expect(bridge.sort()).toEqual(names.map((name) => `${name}: function`).sort());
    const replaced = await page.evaluate(() => {
      const original = window.lab['runs.start'];
      const tries = [
        () => Object.assign(window, { lab: {} }),
        () => Object.assign(window.lab, { 'runs.start': () => undefined }),
        () => Object.defineProperty(window, 'lab', { value: {} }),
      ];
      for (const attempt of tries) {
        try {
          attempt();
        } catch {
          // refusing aloud is as good
        }
      }
      return window.lab['runs.start'] !== original;
    });
    expect(replaced).toBe(false);

    // A listener gets the payload alone: no event, no sender.
    await page.evaluate(() => {
      (window as unknown as { received?: Promise<unknown> }).received = new Promise((resolve) => {
        const end = window.lab['on:app.command']((...all: unknown[]) => {
          end();
          resolve(all);
        });
      });
    });
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('lab:app.command', 'monitor', 'more'),
    );
    const received = page.evaluate(() => (window as unknown as { received?: Promise<unknown> }).received);
    expect(await received).toEqual(['monitor']);
  },
);

/** Preferences of every page that the app has now. */
function preferencesOf(app: ElectronApplication): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { getLastWebPreferences } = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return getLastWebPreferences.call(contents);
    }),
  );
}

const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
};

test('every window has the safe preferences', { tag: '@short' }, async ({ app, page }) => {
  expect(await page.title()).toContain('Concurrency Lab');
  const all = await preferencesOf(app);
  expect(all.length).toBeGreaterThanOrEqual(1);
  for (const preferences of all) {
    expect(preferences).toMatchObject(safePreferences);
    // Absent where it is off, on some runtimes.
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    expect(preferences['spellcheck'] ?? false).toBe(false);
  }
  const unsafe = await app.evaluate(({ app: electron }) =>
    [
      'disable-web-security',
      'allow-running-insecure-content',
      'enable-blink-features',
      'ignore-certificate-errors',
    ].filter((name) => electron.commandLine.hasSwitch(name)),
  );
  expect(unsafe).toEqual([]);
});

test(
  'the built program opens no outside address but its release page, no program but a file it has saved, and loosens no window',
  { tag: '@short' },
  () => {
    const out = join(root, 'out');
    const files = ['main', 'preload'].flatMap((part) =>
      readdirSync(join(out, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.cjs'))
        .map((entry) => join(entry.parentPath, entry.name)),
    );
    const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(text).toContain('contextIsolation');
    expect(text).not.toMatch(/enableBlinkFeatures|experimentalFeatures|allowRunningInsecureContent|remoteModule/);
    // An address is opened at one place alone: that of the release page, which the build names (`update-check.test.ts`).
    expect(text.match(/openExternal/g)).toHaveLength(1);
    expect(text).toMatch(/open: \(address\) => \w+\.shell\.openExternal\(address\)/);
    // A file is opened at one place alone, which opens nothing but what the app itself has just saved (`saved-files.test.ts`).
    expect(text.match(/\bopenPath\b/g)).toHaveLength(1);
    expect(text).not.toMatch(
      /webSecurity|nodeIntegration\w*:\s*(true|!0)|contextIsolation:\s*(false|!1)|sandbox:\s*(false|!1)/,
    );
    const preload = files.filter((file) => file.includes('preload'));
    const required = preload.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/require\(["'`]([^"'`]+)/g)].map((match) => match[1]),
    );
    expect(required).toEqual(['electron']);
  },
);

test(
  'the running Electron is the pinned one, or the window says that it is not',
  { tag: '@short' },
  async ({ app, page }) => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      devDependencies: { electron: string };
    };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    const version = await app.evaluate(() => process.versions.electron);
    const notices = await page.evaluate(() => window.lab['notices.list'](undefined));
    const warned =
      notices.ok && notices.value.some(({ kind, message }) => kind === 'old-runtime' && message.includes(version));
    expect(warned).toBe(version !== devDependencies.electron);
  },
);
