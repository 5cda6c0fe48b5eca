import os from 'node:os';
import type { ElectronApplication, Page } from '@playwright/test';
import { bootstrapInterval } from '@core/statistics/bootstrap';
import { quantile } from '@core/statistics/quantile';
import { createRandom, shuffled } from '@core/statistics/random';
import { writeBusyWorkers } from '../e2e/support/busy-workers';
import { figure, single } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { withWindow } from './window';
import { frameIntervals, ipcRoundTrips, mainLateness } from './window-probes';

/** What the three probes saw beside this many busy workers, in milliseconds. */
export interface Loaded {
  readonly workers: number;
  readonly frames: readonly number[];
  readonly lateness: readonly number[];
  readonly trips: readonly number[];
}

const measuredMs = 8_000;
type WithBusy = typeof globalThis & { busy?: Electron.UtilityProcess };

/** The window's frames, main's event loop and their calls beside 0, C, 2C and 4C busy workers (C: cores), nice 5. */
export async function windowLoad(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly Loaded[] }> {
  const cores = os.availableParallelism();
  const all: Loaded[] = [];
  await withWindow(options, async (app, page, folder) => {
    const script = writeBusyWorkers(folder);
    for (const workers of shuffled([0, cores, 2 * cores, 4 * cores], createRandom(1))) {
      say(`window: beside ${workers} busy workers, ${measuredMs / 1000} s`);
      if (workers > 0) await startBusy(app, script, workers);
      all.push(await probe(app, page, workers));
      if (workers > 0) await endBusy(app);
      await page.waitForTimeout(1_000);
    }
  });
  all.sort((a, b) => a.workers - b.workers);
  return { figures: all.flatMap(figuresOf), raw: all };
}

async function probe(app: ElectronApplication, page: Page, workers: number): Promise<Loaded> {
  const [frames, lateness, trips] = await Promise.all([
    frameIntervals(page, measuredMs),
    mainLateness(app, measuredMs),
    ipcRoundTrips(page, measuredMs),
  ]);
  return { workers, frames, lateness, trips };
}

function startBusy(app: ElectronApplication, script: string, workers: number): Promise<void> {
  return app.evaluate(
    ({ utilityProcess }, { path, count }) =>
      new Promise<void>((resolve, reject) => {
        const child = utilityProcess.fork(path);
        (globalThis as WithBusy).busy = child;
        child.once('message', () => {
          resolve();
        });
        child.once('exit', (code) => {
          reject(new Error(`the busy workers ended early (${code})`));
        });
        child.postMessage({ workers: count });
      }),
    { path: script, count: workers },
  );
}

function endBusy(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const { busy } = globalThis as WithBusy;
        busy?.once('exit', () => {
          resolve();
        });
        if (!busy?.kill()) resolve();
      }),
  );
}

function figuresOf({ workers, frames, lateness, trips }: Loaded): readonly Figure[] {
  const random = createRandom(1);
  const at = (name: string, values: readonly number[], q: number, of: string): Figure => {
    const interval = bootstrapInterval(values, (sorted) => quantile(sorted, q), { random });
    return figure('window', `${workers} busy: ${name} p${q * 100}`, 'ms', interval, of);
  };
  return [
    at('frame interval', frames, 0.5, 'frames'),
    at('frame interval', frames, 0.99, 'frames'),
    single('window', `${workers} busy: frame interval, longest`, 'ms', Math.max(...frames), frames.length, 'frames'),
    at('main late by', lateness, 0.99, 'beats'),
    at('call to main and back', trips, 0.5, 'calls'),
    at('call to main and back', trips, 0.99, 'calls'),
  ];
}
