import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root, sandboxSwitches } from '../support/electron-program';
import { look } from '../support/look';
import { pidsLeftAfter } from '../support/processes';
import { expect, goTo, shortRequest, test, welcomed } from '../support/window';

const page = 'https://lab.example/releases';
const description = `version: 9.9.9
releaseDate: '2030-01-31T12:00:00.000Z'
releaseNotes: |
  A lesson about <b>nothing</b>.
  Steers the eye: \u202e.
`;

interface ReleaseHost {
  readonly address: string;
  /** Method and path of every question. */
  readonly asked: readonly string[];
  /** It hears the question and says nothing. */
  isSilent: boolean;
  close(): Promise<void>;
}

async function openReleaseHost(): Promise<ReleaseHost> {
  const asked: string[] = [];
  const server = createServer((question, response) => {
    asked.push(`${question.method ?? ''} ${question.url ?? ''}`);
    if (!host.isSilent) response.end(description);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: ReleaseHost = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.yml`,
    asked,
    isSilent: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return host;
}

/** The built app as it is but for the addresses of its package.json, with a person who has allowed nothing. */
async function launchNaming(folder: string, releases: { readonly page: string; readonly description: string }) {
  const [app, data] = [join(folder, 'app'), join(folder, 'profile')];
  for (const part of ['out', 'samples']) cpSync(join(root, part), join(app, part), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
  writeFileSync(join(app, 'package.json'), JSON.stringify({ ...manifest, releases }));
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ settings: welcomed }));
  const started = await _electron.launch({
    args: [...sandboxSwitches, `--user-data-dir=${data}`, app],
    cwd: app,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return { app: started, data };
}

/** Clicks the item of the Help menu. */
function chooseInMenu(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const found = items.filter(({ label }) => label === 'Check for a new version …');
    if (found.length !== 1) throw new Error(`The menu holds ${found.length} such items.`);
    found[0]?.click();
  });
}

/** Code and message of the refusal; `answered` if there was none. */
async function askByCall(shown: Page): Promise<string> {
  const answer = await shown.evaluate(() => window.lab['updates.ask'](undefined));
  return answer.ok ? 'answered' : `${answer.error.code}: ${answer.error.message}`;
}

test(
  'a new version is asked for when a person has allowed it and clicks, and never else',
  { tag: '@rest' },
  async ({}, info) => {
    test.setTimeout(120_000);
    const host = await openReleaseHost();
    const { app, data } = await launchNaming(info.outputPath(), { page, description: host.address });
    try {
      const shown = await app.firstWindow();
      await app.evaluate(({ shell }) => {
        const opened: string[] = [];
        Object.assign(globalThis, { opened });
        shell.openExternal = (address) => {
          opened.push(address);
          return Promise.resolve();
        };
      });
      await goTo(shown, '#/settings');
      const card = shown.getByRole('region', { name: 'New versions' });
      const allowed = card.getByRole('switch', { name: 'Look for new versions' });
      const button = card.getByRole('button', { name: 'Look now' });

      // Off, as it is unless somebody changes it.
      await expect(allowed).not.toBeChecked();
      await expect(button).toBeHidden();
      expect(await askByCall(shown)).toMatch(/^updates-off: /);
      await goTo(shown, '#/experiments');
      await chooseInMenu(app);
      await expect(card).toBeInViewport();
      await expect(button).toBeHidden();
      expect(host.asked).toEqual([]);

      // Allowed: the switch itself asks nobody.
      await allowed.click();
      await expect(button).toBeVisible();
      expect(host.asked).toEqual([]);
      await button.click();
      const status = card.getByRole('status');
      await expect(status).toContainText('There is a newer version: 9.9.9. You have 1.');
      await expect(status).toContainText('It was released on 2030-01-31.');
      await expect(status).toContainText('A lesson about <b>nothing</b>.');
      await expect(status).toContainText('Steers the eye: \\u202e.');
      expect(host.asked).toEqual(['GET /latest.yml']);
      await look(app, shown, { name: 'new-versions', target: card });

      // From elsewhere, by the menu.
      await goTo(shown, '#/experiments');
      await expect(card).toBeHidden();
      await chooseInMenu(app);
      await expect(status).toContainText('9.9.9');
      await expect.poll(() => host.asked.length).toBe(2);

      await card.getByRole('button', { name: 'Open the release page' }).click();
      await expect
        .poll(() => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
        .toEqual([page]);

      // Not while a run is measured: one that begins ends the question.
      host.isSilent = true;
      const beforeRun = askByCall(shown);
      await expect.poll(() => host.asked.length).toBe(3);
      const request = { ...shortRequest, parameters: { ...shortRequest.parameters, rounds: 3 } };
      const run = await shown.evaluate((input) => window.lab['runs.start'](input), request);
      if (!run.ok) throw new Error(run.error.message);
      expect(await beforeRun).toMatch(/^release-unknown: A run begins/);
      expect(await askByCall(shown)).toMatch(/^run-active: /);
      await shown.evaluate((id) => window.lab['runs.cancel'](id), { id: run.value.id });
      await expect
        .poll(() => shown.evaluate(async () => JSON.stringify(await window.lab['runs.current'](undefined))))
        .toContain('"phase":"ended"');

      const beforeOff = askByCall(shown);
      await expect.poll(() => host.asked.length).toBe(4);
      await allowed.click();
      expect(await beforeOff).toBe('release-unknown: It was switched off.');
      await expect(allowed).not.toBeChecked();
      await expect(button).toBeHidden();
      expect(await askByCall(shown)).toMatch(/^updates-off: /);
      expect(host.asked).toHaveLength(4);
    } finally {
      await app.close();
      await host.close();
    }
    expect(await pidsLeftAfter(data, 3_000), 'processes left behind').toEqual([]);
  },
);

test(
  'a build that names no release page says so, and offers nothing to press',
  { tag: '@rest' },
  async ({ app, page: shown }) => {
    await goTo(shown, '#/settings');
    const card = shown.getByRole('region', { name: 'New versions' });
    await expect(card).toContainText('This build names no release page');
    await expect(card.getByRole('button')).toHaveCount(0);
    await expect(card.getByRole('switch')).toHaveCount(0);
    await shown.evaluate(() => window.lab['settings.change']({ lookForVersions: true }));
    expect(await askByCall(shown)).toMatch(/^no-release-page: /);
    expect(await shown.evaluate(() => window.lab['updates.openPage'](undefined))).toMatchObject({
      error: { code: 'no-release-page' },
    });
    await chooseInMenu(app);
    await expect(card).toBeInViewport();
  },
);
