import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { defaultSettings } from '@core/ipc/settings';
import { medianInterval } from '@core/statistics/bootstrap';
import { createRandom, shuffled } from '@core/statistics/random';
import { ratioInterval } from '@core/statistics/ratio';
import { areAllRead, hashOf } from '../e2e/support/records';
import { figure } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { openedWindow } from './window';
import { temporaryFolder } from './programs';

const rounds = 5;
const sizes = [1, 100, 2000] as const;
/** A start that reads every record is given this time. */
const limitMs = 300_000;
const pollMs = 50;

/** Milliseconds from just before the program was started. */
export interface StartTimes {
  readonly heading: number;
  readonly firstRow: number;
  /** Until every record is in the list; the page draws more rows where somebody scrolls. */
  readonly allRead: number;
}

/**
 * The start of the window on the page of the Notebook with so many records in it: until the page's heading, until the
 * first row is there and until every record is read. `first` has never seen the records, `again` has. The records are copies of a kept
 * one, each with an id of its own and sealed anew.
 */
export async function notebookStart(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: Readonly<Record<string, readonly StartTimes[]>> }> {
  const random = createRandom(13);
  const raw: Record<string, StartTimes[]> = {};
  for (let round = 1; round <= rounds; round++) {
    say(`notebook: round ${round} of ${rounds}`);
    for (const size of shuffled(sizes, random)) {
      const folder = temporaryFolder();
      fill(options, folder, size);
      for (const which of ['first', 'again'] as const) {
        (raw[`${size} ${which}`] ??= []).push(await start(options, folder, size));
      }
    }
  }
  const times = (key: string, what: keyof StartTimes): readonly number[] => (raw[key] ?? []).map((one) => one[what]);
  const figures = sizes.flatMap((size) =>
    (['first', 'again'] as const).flatMap((which) => {
      const name = `${size} records, ${which} start`;
      const middle = (what: keyof StartTimes, label: string): Figure =>
        figure(
          'notebook',
          `${name}: ${label}`,
          'ms',
          medianInterval(times(`${size} ${which}`, what), random),
          'starts',
        );
      const ratio = ratioInterval(times(`${size} ${which}`, 'heading'), times(`1 ${which}`, 'heading'), random);
      return [
        middle('heading', 'heading'),
        middle('firstRow', 'first row'),
        middle('allRead', 'every record read'),
        ...(size === 1 ? [] : [figure('notebook', `${name}: heading / with 1 record`, 'x', ratio, 'starts')]),
      ];
    }),
  );
  return { figures, raw };
}

function fill({ root }: Options, folder: string, size: number): void {
  const packed = readFileSync(join(root, 'fixtures/format-1/noise-floor.quick.json.gz'));
  const record = JSON.parse(gunzipSync(packed).toString('utf8')) as Parameters<typeof hashOf>[0];
  const records = join(folder, 'records');
  mkdirSync(records, { recursive: true });
  for (let index = 0; index < size; index++) {
    const id = `20260101T${String(index % 240_000).padStart(6, '0')}Z-${randomBytes(4).toString('hex')}`;
    const copy = { ...record, id } as typeof record;
    writeFileSync(join(records, `${id}.json`), JSON.stringify({ ...copy, hash: hashOf(copy) }));
  }
  const settings = { ...defaultSettings, welcome: 'seen', lastPage: '/notebook' };
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ settings }));
}

async function start(options: Options, folder: string, size: number): Promise<StartTimes> {
  const startedMs = performance.now();
  const app = await openedWindow(options, folder);
  try {
    const page = await app.firstWindow();
    const since = (): number => performance.now() - startedMs;
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: limitMs });
    const heading = since();
    await page.waitForFunction(() => document.querySelector('[data-record-link]') !== null, undefined, {
      timeout: limitMs,
    });
    const firstRow = since();
    // The wait of Playwright does not wait for a promise.
    while (!(await areAllRead(page, size))) {
      if (since() > limitMs) throw new Error(`${size} records were not read within ${limitMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
    return { heading, firstRow, allRead: since() };
  } finally {
    await app.close();
  }
}
