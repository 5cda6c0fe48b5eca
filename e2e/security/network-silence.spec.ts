import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ElectronApplication, Page } from '@playwright/test';
import { electronProgram, sandboxSwitches } from '../support/electron-program';
import { expect, goTo, launch, shortRequest, test } from '../support/window';
import { openListeners } from './listeners';
import { openOutside } from './probe';
import { tryEveryWayOut } from './ways-out';

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
        await goTo(page, `#/${route}`);
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
      // The proof that the log sees what there is to see: main itself asks for something, on purpose. Nor does it get out.
      const asked = await app.evaluate(async ({ net }, url) => {
        try {
          return (await net.fetch(`${url}/on-purpose`)).status;
        } catch (error) {
          return String(error);
        }
      }, outside.url);
      expect(asked).toContain('ERR_NAME_NOT_RESOLVED');
      // The proof that the server would remember it.
      expect((await fetch(`${outside.url}/by-the-test`)).status).toBe(200);
    } finally {
      await app.close();
      await outside.close();
    }
    expect(outside.requests).toEqual(['GET /by-the-test']);
    const named = namedIn(log);
    expect(named).toContain(`${outside.url}/on-purpose`);
    const { host, hostname } = new URL(outside.url);
    const foreign = named.filter(
      (one) => !/^(lab|devtools|data|blob):/.test(one) && !one.includes(host) && one !== hostname,
    );
    expect([...new Set(foreign)]).toEqual([]);
  },
);

/** What of Chromium's network log is a packet, a connection or a question to a name server. */
const sending = /^(TCP_CONNECT|UDP_CONNECT|DNS_TRANSACTION|HOST_RESOLVER_(SYSTEM|DNS|MDNS)_TASK)$/;

/** Kinds of such events that the log holds, each once. */
function sentIn(logFile: string): readonly string[] {
  const text = readFileSync(logFile, 'utf8');
  const types = JSON.parse(/"logEventTypes": ?(\{[^}]*\})/.exec(text)?.[1] ?? '{}') as Record<string, number>;
  expect(Object.keys(types).length, 'the names of events').toBeGreaterThan(100);
  const seen = new Set([...text.matchAll(/"type":(\d+)/g)].map((match) => Number(match[1])));
  return Object.keys(types).filter((name) => sending.test(name) && seen.has(types[name] ?? -1));
}

/** Ways that no page is given in any runtime that is tested, or that must have been taken in one that is not protected. */
const certainWays = [
  'WebRTC',
  'fetch',
  'sendBeacon',
  'WebSocket',
  'link preconnect',
  'link dns-prefetch',
  'a download',
];

test('no way leads out of the page, by UDP, by TCP or by name', { tag: '@rest' }, async ({}, info) => {
  test.setTimeout(90_000);
  const listeners = await openListeners();
  const { port, addresses, heard } = listeners;
  const log = info.outputPath('network.json');
  const app = await launch(info.outputPath('profile'), [`--log-net-log=${log}`]);
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    expect(addresses.length).toBeGreaterThan(0);
    const taken = await page.evaluate(tryEveryWayOut, { addresses, port });
    expect(taken).toEqual(expect.arrayContaining(certainWays));
    expect(page.url()).toMatch(/^lab:\/\/app\/index\.html/);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  } finally {
    await app.close();
    await listeners.close();
  }
  expect(heard).toEqual([]);
  expect(sentIn(log)).toEqual([]);
});

test('the same ways lead out of a page that is not protected', { tag: '@rest' }, async ({}, info) => {
  test.setTimeout(60_000);
  const listeners = await openListeners();
  const { port, addresses, heard } = listeners;
  const log = info.outputPath('network.json');
  const program = info.outputPath('unprotected.cjs');
  const ways = `(${tryEveryWayOut.toString()})(${JSON.stringify({ addresses, port, only: certainWays })}); 0`;
  mkdirSync(info.outputPath(), { recursive: true });
  writeFileSync(
    program,
    `const { app, BrowserWindow } = require('electron');
    app.setPath('userData', ${JSON.stringify(info.outputPath('profile'))});
    setTimeout(() => app.exit(0), 9_000);
    app.whenReady().then(async () => {
      const { webContents } = new BrowserWindow({ show: false });
      // It stays where it is and asks nobody: only the network is open.
      webContents.session.on('will-download', (event) => event.preventDefault());
      webContents.session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
      webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
      webContents.on('will-navigate', (event) => event.preventDefault());
      await webContents.loadURL('about:blank');
      await webContents.executeJavaScript(${JSON.stringify(ways)});
    });`,
  );
  const ended = spawn(electronProgram(), [...sandboxSwitches, `--log-net-log=${log}`, program], { stdio: 'ignore' });
  await once(ended, 'exit');
  await listeners.close();
  expect(heard.some((one) => one.startsWith('udp'))).toBe(true);
  for (const address of addresses.filter((one) => !one.includes(':'))) expect(heard).toContain(`tcp ${address}`);
  expect(sentIn(log)).toEqual(expect.arrayContaining(['TCP_CONNECT']));
  expect(sentIn(log).some((name) => name.startsWith('HOST_RESOLVER'))).toBe(true);
});
