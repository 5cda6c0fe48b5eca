import os from 'node:os';
import type { ElectronApplication, Page } from '@playwright/test';
import { createRandom, shuffled } from '@core/statistics/random';
import { writeBusyWorkers } from '../e2e/support/busy-workers';
import type { Figure } from './figures';
import type { Options } from './options';
import { withWindow } from './window';
import { windowFigures } from './window-figures';
import { meterOthers } from './window-others';
import { frameIntervals, ipcRoundTrips, mainLateness } from './window-probes';

/** What the three probes saw during one stretch of time beside this many busy workers, in milliseconds. */
export interface Loaded {
  readonly round: number;
  readonly workers: number;
  readonly frames: readonly number[];
  readonly lateness: readonly number[];
  readonly trips: readonly number[];
  /** Share of the machine that programs other than the app and the bench used meanwhile; null where unknown. */
  readonly others: number | null;
}

const rounds = 5;
const measuredMs = 5_000;
const settlingMs = 1_000;
type WithBusy = typeof globalThis & { busy?: Electron.UtilityProcess };

/**
 * The window's frames, main's event loop and their calls beside 0, C, 2C and 4C busy workers (C: cores) at nice 5: every
 * load once a round, in shuffled order, so that each round gives a ratio to its own idle window.
 */
export async function windowLoad(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly Loaded[] }> {
  const cores = os.availableParallelism();
  const loads = [0, cores, 2 * cores, 4 * cores];
  const random = createRandom(1);
  const all: Loaded[] = [];
  await withWindow(options, async (app, page, folder) => {
    const script = writeBusyWorkers(folder);
    for (let round = 1; round <= rounds; round++) {
      say(`window: round ${round} of ${rounds}, beside ${loads.join(', ')} busy workers`);
      for (const workers of shuffled(loads, random)) {
        if (workers > 0) await startBusy(app, script, workers);
        await page.waitForTimeout(settlingMs);
        all.push({ round, workers, ...(await probe(app, page)) });
        if (workers > 0) await endBusy(app);
      }
    }
  });
  return { figures: windowFigures(all, cores), raw: all };
}

async function probe(app: ElectronApplication, page: Page): Promise<Omit<Loaded, 'round' | 'workers'>> {
  const { pid } = app.process();
  const meter = meterOthers(pid === undefined ? [process.pid] : [process.pid, pid]);
  const [frames, lateness, trips] = await Promise.all([
    frameIntervals(page, measuredMs),
    mainLateness(app, measuredMs),
    ipcRoundTrips(page, measuredMs),
  ]);
  return { frames, lateness, trips, others: meter.read() };
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
