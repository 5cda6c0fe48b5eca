import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { electronProgram, root, sandboxSwitches } from '../support/electron-program';
import { placeRecord, recordFilesIn } from '../support/records';
import { expect, launch, test } from '../support/window';

// A record file that is opened with the program: by its first start, by a further start, and from the menu.

const id = '20260102T030405Z-0000000a';

/** A sealed record outside the data folder, by the name that the system connects with the program. */
function recordFile(folder: string, more: { readonly id?: string; readonly title?: string } = {}): string {
  const record = { ...syntheticRecord({ rounds: 3 }), id, title: 'From elsewhere', ...more };
  placeRecord(folder, record);
  const path = join(folder, `Jürgens run ${record.id}.labrun`);
  copyFileSync(join(folder, 'records', `${record.id}.json`), path);
  return path;
}

/** Starts the program once more on a data folder that is in use. @returns its exit status */
function startAgain(dataFolder: string, words: readonly string[], cwd: string): Promise<number | null> {
  const args = [...sandboxSwitches, `--user-data-dir=${dataFolder}`, root, ...words];
  const second = spawn(electronProgram(), args, { cwd, stdio: 'ignore', timeout: 60_000 });
  return new Promise((resolve, reject) => second.once('error', reject).once('exit', resolve));
}

const shown = (page: Page, title: string): Promise<void> =>
  expect(page.getByRole('main').getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 30_000 });

test('a start with a record file shows it and keeps it in the Notebook', { tag: '@rest' }, async ({}, info) => {
  const data = info.outputPath('profile');
  const file = recordFile(info.outputPath('elsewhere'));
  const app = await launch(data, [], false, [file]);
  await shown(await app.firstWindow(), 'From elsewhere');
  await app.close();
  expect(recordFilesIn(data).map((path) => basename(path))).toEqual([`${id}.json`]);
  expect(readFileSync(recordFilesIn(data)[0] ?? '', 'utf8')).toBe(readFileSync(file, 'utf8'));
});

test(
  'a further start hands its file to the open window, and ends; a relative name is meant from where it was typed',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    const elsewhere = info.outputPath('elsewhere');
    const file = recordFile(elsewhere);
    expect(app.windows()).toHaveLength(1);
    expect(await startAgain(dataFolder, [basename(file)], elsewhere)).toBe(0);
    await shown(page, 'From elsewhere');

    const other = recordFile(elsewhere, { id: '20260102T030405Z-0000000b', title: 'Another' });
    expect(await startAgain(dataFolder, [`file://${encodeURI(other)}`], root)).toBe(0);
    await shown(page, 'Another');
    expect(app.windows()).toHaveLength(1);
    expect(recordFilesIn(dataFolder)).toHaveLength(2);
  },
);

test('a further start while the first has no window yet loses no file', { tag: '@rest' }, async ({}, info) => {
  const data = info.outputPath('profile');
  const elsewhere = info.outputPath('elsewhere');
  const files = ['0000000a', '0000000b', '0000000c'].map((last) =>
    recordFile(elsewhere, { id: `20260102T030405Z-${last}`, title: `Run ${last}` }),
  );
  // Both at once: whichever comes first takes the lock, and must hear the other.
  const [app, ...others] = await Promise.all([
    launch(data),
    ...files.map(async (file) => {
      // Only when the lock is taken: a start that came first would be the first instance itself.
      await expect.poll(() => readdirSync(data), { intervals: [5] }).toContain('SingletonLock');
      return startAgain(data, [file], root);
    }),
  ]);
  expect(others).toEqual([0, 0, 0]);
  await app.firstWindow();
  await expect.poll(() => recordFilesIn(data).length, { timeout: 30_000 }).toBe(3);
  await app.close();
});

test(
  'what is no record is named with the reason, and nothing is kept',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    const elsewhere = info.outputPath('elsewhere');
    const file = recordFile(elsewhere);
    const bad = join(elsewhere, 'broken.labrun');
    writeFileSync(bad, readFileSync(file, 'utf8').replace('"rounds":3', '"rounds":2'));
    mkdirSync(join(elsewhere, 'folder.labrun'));
    writeFileSync(join(elsewhere, 'words.labrun'), 'Dear diary');
    const words = ['broken.labrun', 'gone.labrun', 'folder.labrun', 'words.labrun'];
    expect(await startAgain(dataFolder, words, elsewhere)).toBe(0);
    const notices = page.getByRole('region', { name: 'Notices' });
    for (const [name, why] of [
      ['broken.labrun', /hash|changed/i],
      ['gone.labrun', /There is no such file/],
      ['folder.labrun', /cannot be read|not a file/i],
      ['words.labrun', /JSON|record/],
    ] as const) {
      const notice = notices.getByRole('status').filter({ hasText: `${name} could not be opened.` });
      await expect(notice).toHaveCount(1, { timeout: 30_000 });
      await expect(notice).toContainText(why);
    }
    expect(recordFilesIn(dataFolder)).toEqual([]);
    expect(app.windows()).toHaveLength(1);
  },
);

test('the menu opens a file that a person chooses', { tag: '@rest' }, async ({ app, page }, info) => {
  const file = recordFile(info.outputPath('elsewhere'));
  await app.evaluate(({ dialog, Menu }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ label }) => label.startsWith('Open a record'))?.click();
  }, file);
  await shown(page, 'From elsewhere');
});
