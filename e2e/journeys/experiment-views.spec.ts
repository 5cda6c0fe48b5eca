import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { definitionFor } from '@core/experiments/definition-for';
import { syntheticTasksRecord } from '@core/testing/synthetic-tasks';
import type { RunRecord } from '@core/record/record';
import { look, wantsPictures } from '../support/look';
import { storeRecord } from '../support/records';
import { openTab } from '../support/results';
import { resize, screensFolder, setTheme, sizes, themes } from '../support/screens';
import { test } from '../support/shared-window';
import { expect, goTo } from '../support/window';

test.use({ trace: 'off' });

const amount = (condition: string): number => Number(/\d+/.exec(condition)?.[0] ?? 1);

/** Made up for looking at: no machine behaved like this. */
function record(id: string, cores: number, totalMs: (part: string, condition: string) => number): RunRecord {
  const experiment = definitionFor({ experiment: id, preset: 'standard', cores });
  if (!experiment) throw new Error(id);
  return syntheticTasksRecord(experiment, { totalMs, cores, noise: 0.03 });
}

/** The matrix with made-up core loads: the workers' share of all cores, on the first ones. */
function matrix(cores: number): RunRecord {
  const experiment = definitionFor({ experiment: 'four-scenarios', preset: 'standard', cores });
  if (!experiment) throw new Error('four-scenarios');
  const workersOf = (id: string): number => experiment.conditions.find((one) => one.id === id)?.seats.length ?? 1;
  const made = syntheticTasksRecord(experiment, {
    cores,
    noise: 0.03,
    totalMs: (part, id) =>
      (part === 'computing' || id.endsWith('sync-again') ? 32 : id.endsWith('-async') ? 6 : 32) / workersOf(id),
    shape: (cell) => ({
      ...cell,
      cores: {
        busyMs: Array.from({ length: cores }, (_, core) => (core < cell.workers.length ? 28 : core % 5)),
        totalMs: Array.from({ length: cores }, () => 40),
      },
    }),
  });
  const pinning = { cores: 1, method: 'taskset' as const, allowed: ['0'], verified: true, threads: 9 };
  return {
    ...made,
    pinnings: [
      { condition: 'one-core-sync', ...pinning },
      { condition: 'one-core-async', ...pinning, verified: false },
    ],
  };
}

const threads = (cores: number) => (_part: string, condition: string) =>
  240 * (0.03 + 0.97 / Math.min(amount(condition), cores)) * (1 + 0.002 * amount(condition));

const shown: readonly {
  readonly name: string;
  readonly record: () => RunRecord;
  readonly charts: readonly RegExp[];
}[] = [
  ...[2, 16, 64].map((cores) => ({
    name: `many-cooks-${cores}`,
    record: () => record('many-cooks', cores, threads(cores)),
    charts: [/what does each further thread bring/, /how much of each thread is used/],
  })),
  {
    name: 'waiting-for-io',
    record: () =>
      record('waiting-for-io', 16, (part, condition) => {
        if (part === 'requests') return 330 / amount(condition);
        return part === 'files' ? 64 / Math.min(1.6, amount(condition)) : 100 / Math.min(amount(condition), 3);
      }),
    charts: [/What does more in flight/],
  },
  {
    name: 'hidden-helpers',
    record: () =>
      record('hidden-helpers', 2, (part, condition) =>
        part === 'requests' ? 32 : 64 / Math.min(2, amount(condition)),
      ),
    charts: [/What does a larger pool bring/],
  },
  ...[2, 64].map((cores) => ({ name: `four-scenarios-${cores}`, record: () => matrix(cores), charts: [/The matrix/] })),
];

test(
  'results made for one experiment stay readable, also on machines with many cores (synthetic records)',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(400_000);
    const ids = shown.map(({ record: make }, index) => {
      const id = `20260101T00000${index}Z-0000000${index}`;
      return storeRecord(dataFolder, { ...make(), id }).id;
    });
    mkdirSync(screensFolder, { recursive: true });
    for (const [index, { name, charts }] of shown.entries()) {
      await goTo(page, `#/notebook/${ids[index] ?? ''}`);
      await expect(page.getByRole('region', { name: 'The answer' })).toBeVisible({ timeout: 60_000 });
      await openTab(page, 'Charts');
      for (const chart of charts) {
        await expect(page.getByRole('heading', { name: chart })).toBeVisible({ timeout: 60_000 });
      }
      for (const { name: size, width, height } of sizes) {
        await resize(app, width, height);
        for (const theme of wantsPictures ? themes : []) {
          await setTheme(page, theme);
          for (const [number, chart] of charts.entries()) {
            const figure = page.locator('figure, .card').filter({ has: page.getByRole('heading', { name: chart }) });
            await figure
              .last()
              .screenshot({ path: join(screensFolder, `view-${name}-${number}-${size}-${theme}.png`) });
          }
        }
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${name} at ${size}: nothing is cut off sideways`).toBeLessThanOrEqual(0);
      }
      await look(app, page, { name: `view-${name}`, kind: 'result' });
      await goTo(page, '#/notebook');
      await expect(page.getByRole('heading', { name: 'Notebook', level: 1 })).toBeVisible();
    }
  },
);
