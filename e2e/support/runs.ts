import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { RunState } from '@core/ipc/payloads';
import { createRandom } from '@core/statistics/random';
import { pidsLeftAfter } from './processes';
import { listedIn, recordsIn } from './records';
import { launch, shortRequest } from './window';

/** A run of several seconds, so that there is time to disturb it. */
export const longRequest: typeof shortRequest = {
  ...shortRequest,
  parameters: { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 },
};

/** Starts a run through the page's bridge. @returns its id */
export async function startRun(page: Page, request: typeof shortRequest): Promise<string> {
  const answer = await page.evaluate((input) => window.lab['runs.start'](input), request);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.id;
}

/** Waits until the app's run is in this phase. */
export async function phase(page: Page, wanted: RunState['phase'], timeout = 30_000): Promise<RunState> {
  let state: RunState = { phase: 'idle' };
  await expect
    .poll(
      async () => {
        const answer = await page.evaluate(() => window.lab['runs.current'](undefined));
        if (answer.ok) state = answer.value;
        return state.phase;
      },
      { timeout },
    )
    .toBe(wanted);
  return state;
}

/** How often something is done at a moment drawn from this seed. */
export interface Repeated {
  readonly times: number;
  readonly seed: number;
}

/**
 * Starts runs and cancels each at a random moment within 3 s; expects each to end within 500 ms and to be kept.
 * @returns how long each cancel took, in ms
 */
export async function cancelAtRandomMoments(
  page: Page,
  dataFolder: string,
  { times, seed }: Repeated,
): Promise<readonly number[]> {
  const random = createRandom(seed);
  const took: number[] = [];
  for (let i = 0; i < times; i++) {
    const parameters = { eggsMs: 120, toastMs: 60, cleaningMs: 20, doughMs: 40 };
    const id = await startRun(page, { ...shortRequest, parameters });
    // The first cancels come before the lab process has even been spawned.
    await pause(i < 3 ? 0 : random.next() * 3_000);
    const ms = await page.evaluate(async (run) => {
      const from = performance.now();
      const answer = await window.lab['runs.cancel']({ id: run });
      if (!answer.ok) throw new Error(answer.error.message);
      return performance.now() - from;
    }, id);
    took.push(ms);
    expect(await phase(page, 'ended')).toMatchObject({ id, outcome: { status: 'cancelled' } });
  }
  expect(Math.max(...took), `times: ${took.map((ms) => ms.toFixed(0)).join(', ')}`).toBeLessThan(500);
  const records = recordsIn(dataFolder);
  expect(records).toHaveLength(times);
  for (const record of records) expect(record.outcome).toEqual({ status: 'cancelled' });
  return took;
}

/** Expects that a run started now completes and is whole; no run before it in this data folder has completed. */
export async function nextRunCompletes(page: Page, dataFolder: string): Promise<void> {
  await startRun(page, shortRequest);
  await phase(page, 'ended', 60_000);
  const whole = recordsIn(dataFolder).find((record) => record.outcome.status === 'completed');
  expect(whole?.cells.length).toBe(8 * 10 * 3);
}

/**
 * Starts the app with a run and kills main at a random moment within 4 s; expects no process left after 2 s each time, and
 * that the next start keeps and names every run.
 */
export async function killAtRandomMoments(dataFolder: string, { times, seed }: Repeated): Promise<void> {
  const random = createRandom(seed);
  for (let i = 0; i < times; i++) {
    const app = await launch(dataFolder);
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await startRun(page, longRequest);
    await pause(random.next() * 4_000);
    const main = app.process();
    const gone = new Promise((resolve) => main.once('exit', resolve));
    main.kill('SIGKILL');
    await gone;
    expect(await pidsLeftAfter(dataFolder, 2_000), `after kill ${i + 1}`).toEqual([]);
  }
  const app = await launch(dataFolder);
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  await expect
    .poll(async () => {
      const { rows } = await listedIn(page);
      return rows.filter((one) => one.outcome.status === 'interrupted').length;
    })
    .toBe(times);
  await expect(page.getByText(/was interrupted when the app ended/).first()).toBeVisible();
  expect(readdirSync(join(dataFolder, 'active'))).toEqual([]);
  await app.close();
}
