import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { createRandom } from '@core/statistics/random';
import { pidsLeftAfter } from './processes';
import { recordsIn } from './records';
import { phase, startRun } from './runs';
import type { Repeated } from './runs';
import { launch, shortRequest } from './window';

/** What is killed, and when. */
const moments = ['lab, measuring', 'analysis, sealing', 'analysis twice, sealing', 'analysis, recovering'] as const;
type Moment = (typeof moments)[number];

/** Kills that hit a living process, by moment, and what became of the runs. */
export interface KillCounts {
  readonly kills: Readonly<Record<Moment, number>>;
  readonly runs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Starts of the app after the last kill until no journal was left. */
  readonly restarts: number;
}

/**
 * Starts runs in a window and kills lab and analysis processes, and main before a recovery, at random moments, until so many
 * kills have hit. Expects that every run that was started has exactly one record in the end, that each is whole, and that no
 * journal, no process and no file set aside is left.
 */
export async function killHelpersAtRandomMoments(dataFolder: string, { times, seed }: Repeated): Promise<KillCounts> {
  const random = createRandom(seed);
  const kills: Record<Moment, number> = { [moments[0]]: 0, [moments[1]]: 0, [moments[2]]: 0, [moments[3]]: 0 };
  const all = (): number => Object.values(kills).reduce((sum, one) => sum + one, 0);
  const started: string[] = [];
  let { app, page } = await open(dataFolder);
  for (let turn = 0; all() < times; turn++) {
    expect(turn, 'turns without a kill').toBeLessThan(4 * times + 20);
    // Each moment in turn: the hardest to hit would be left out by chance.
    const moment = moments[turn % moments.length] ?? 'lab, measuring';
    started.push(await startRun(page, { ...shortRequest, seed: (seed + turn) % 2 ** 32 }));
    if (moment === 'lab, measuring') {
      await pause(random.next() * 1_500);
      kills[moment] += await killNext(app, 'lab process', 500);
    } else if (moment === 'analysis, recovering') {
      await pause(random.next() * 2_000);
      await killMain(app);
      ({ app, page } = await open(dataFolder));
      kills[moment] += await killNext(app, 'analysis', 2_000, random.next() * 300);
    } else {
      await sealing(page);
      const again = moment === 'analysis, sealing' ? 1 : 2;
      for (let n = 0; n < again; n++) kills[moment] += await killNext(app, 'analysis', 1_000, random.next() * 120);
    }
    if (moment !== 'analysis, recovering') await phase(page, 'ended', 60_000);
  }
  await app.close();

  let restarts = 0;
  for (; restarts === 0 || journals(dataFolder).length > 0; restarts++) {
    expect(restarts, journals(dataFolder).join(', ')).toBeLessThan(3);
    ({ app } = await open(dataFolder));
    await expect.poll(() => journals(dataFolder), { timeout: 60_000 }).toEqual([]);
    await app.close();
  }
  expect(await pidsLeftAfter(dataFolder, 3_000), 'processes left behind').toEqual([]);
  const records = recordsIn(dataFolder);
  expect(records.map(({ id }) => id).toSorted()).toEqual(started.toSorted());
  const aside = join(dataFolder, 'records', 'set-aside');
  expect(existsSync(aside) ? readdirSync(aside) : []).toEqual([]);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of records) outcomes[outcome.status] = (outcomes[outcome.status] ?? 0) + 1;
  return { kills, runs: started.length, outcomes, restarts };
}

async function open(dataFolder: string): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page };
}

async function killMain(app: ElectronApplication): Promise<void> {
  const main = app.process();
  const gone = new Promise((resolve) => main.once('exit', resolve));
  main.kill('SIGKILL');
  await gone;
}

function journals(dataFolder: string): readonly string[] {
  return readdirSync(join(dataFolder, 'active'));
}

/** Waits until the run is measured and its record is being made, or is over. */
async function sealing(page: Page): Promise<void> {
  await page.waitForFunction(
    async () => {
      const answer = await window.lab['runs.current'](undefined);
      if (!answer.ok || answer.value.phase === 'ended') return true;
      return answer.value.phase === 'running' && answer.value.progress.phase === 'analysing';
    },
    undefined,
    { timeout: 60_000, polling: 20 },
  );
}

/** Waits for a helper whose name holds these words, kills it a little later. @returns 1 if it was still there, else 0 */
async function killNext(app: ElectronApplication, words: string, limitMs: number, laterMs = 0): Promise<number> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const pid = await app.evaluate(
      (electron, name) =>
        electron.app.getAppMetrics().find((one) => [one.name, one.serviceName].some((has) => has?.includes(name)))?.pid,
      words,
    );
    if (pid !== undefined) {
      await pause(laterMs);
      try {
        process.kill(pid, 'SIGKILL');
        return 1;
      } catch {
        return 0; // it has ended by itself
      }
    }
    if (performance.now() > deadline) return 0;
    await pause(20);
  }
}
