import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { verdictsOf } from '@core/analysis/analysis';
import { median } from '@core/statistics/quantile';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { areAllRead, hashOf } from '../support/records';
import { expect, launch, test } from '../support/window';

// What a long use of the program leaves behind: figures, and that neither start nor list grow with it.
const good = 2_000;
const bad = 300;

/** One analysed record under many ids: what differs is what a list tells apart. */
function fill(dataFolder: string): void {
  const records = join(dataFolder, 'records');
  mkdirSync(records, { recursive: true });
  const record = syntheticRecord({ rounds: 3 });
  const verdicts = verdictsOf(record);
  for (let n = 1; n <= good; n++) {
    const id = `20260102T030405Z-${n.toString(16).padStart(8, '0')}`;
    const one = { ...record, id, title: `Run ${n}`, verdicts };
    writeFileSync(join(records, `${id}.json`), JSON.stringify({ ...one, hash: hashOf(one) }));
  }
  for (let n = 1; n <= bad; n++)
    writeFileSync(join(records, `bad-${n}.json`), n % 2 === 0 ? '{"schema' : '\0'.repeat(5000));
}

interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** From the launch to the first heading of the page. */
  readonly startMs: number;
  /** From the launch to its first row, or to the words that there is none. */
  readonly filledMs: number;
}

/** Opens the Notebook as soon as there is a page. */
async function open(dataFolder: string): Promise<Opened> {
  const from = performance.now();
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForSelector('main h1', { timeout: 60_000 });
  const startMs = performance.now() - from;
  await page.evaluate(() => (location.hash = '#/notebook'));
  await page.waitForSelector('[data-record-link], main :text("No runs yet")', { timeout: 60_000 });
  return { app, page, startMs, filledMs: performance.now() - from };
}

/** How long the page waits for the whole list, in ms. */
const listMsIn = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const from = performance.now();
    const answer = await window.lab['records.list'](undefined);
    if (answer.ok) JSON.parse(answer.value.text);
    return performance.now() - from;
  });

test(`${good} records and ${bad} files that are none`, { tag: '@long' }, async ({}, info) => {
  test.setTimeout(3_600_000);
  // The first start of all, and the first in a folder, where the page's profile is made, are slower than any other.
  for (const name of ['empty', 'empty', 'full']) await (await open(info.outputPath(name))).app.close();
  const empty = await open(info.outputPath('empty'));
  await empty.app.close();

  const dataFolder = info.outputPath('full');
  fill(dataFolder);
  const from = performance.now();
  const first = await open(dataFolder);
  await expect.poll(() => areAllRead(first.page, good), { timeout: 1_800_000 }).toBe(true);
  const lastRowMs = performance.now() - from;
  const notices = await first.page.evaluate(() => window.lab['notices.list'](undefined));
  expect(notices.ok && notices.value.filter(({ kind }) => kind === 'set-aside')).toHaveLength(1);
  const mainMb = await first.app.evaluate(() => process.memoryUsage().rss / 2 ** 20);
  await first.app.close();

  // One start may be disturbed: the middle one of three counts, taken by turns.
  const startsMs: { readonly empty: number; readonly full: number; readonly list: number }[] = [];
  for (let time = 1; time <= 3; time++) {
    const again = await open(dataFolder);
    const list = await listMsIn(again.page);
    expect(await areAllRead(again.page, good)).toBe(true);
    await again.app.close();
    const beside = await open(info.outputPath('empty'));
    await beside.app.close();
    startsMs.push({ empty: beside.startMs, full: again.startMs, list });
  }
  const middle = (of: keyof (typeof startsMs)[number]): number => median(startsMs.map((one) => one[of]));
  const listMs = middle('list');
  const ratio = middle('full') / middle('empty');
  const rowsMs = first.filledMs - empty.filledMs;
  const filledRatio = first.filledMs / empty.filledMs;
  const figures = [
    `nothing remembered: first row ${first.filledMs.toFixed(0)} ms after the launch, ${rowsMs.toFixed(0)} ms after an empty Notebook says so (${filledRatio.toFixed(2)} times as long)`,
    `last row ${lastRowMs.toFixed(0)} ms`,
    `list of the next start ${listMs.toFixed(0)} ms`,
    `main ${mainMb.toFixed(0)} MB`,
    `start ${middle('full').toFixed(0)} ms, ${ratio.toFixed(2)} times that of an empty folder`,
  ].join(', ');
  info.annotations.push({ type: 'figures', description: figures });
  process.stdout.write(`${figures}\n`);
  expect(rowsMs).toBeLessThan(1000);
  expect(listMs).toBeLessThan(1000);
  expect(ratio).toBeLessThan(1.5);
});
