import { statSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { findExperiment } from '@core/experiments/catalogue';
import type { MachineIdentity } from '@core/claims/claim-types';
import type { RunRecord } from '@core/record/record';
import { syntheticTasksRecord } from '@core/testing/synthetic-tasks';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { press, tabTo } from '../support/keyboard';
import { look } from '../support/look';
import { placeRecord } from '../support/records';
import { expect, test } from '../support/window';

test.use({ trace: 'off' });

async function openClaims(page: Page): Promise<void> {
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Claims' }));
  await expect(page.getByRole('heading', { name: 'Claims', level: 1 })).toBeVisible();
}

/** The card of a statement. */
function statement(page: Page, number: number): Locator {
  const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${number}\\. `) });
  return page.getByRole('article').filter({ has: heading });
}

async function machineOf(page: Page): Promise<MachineIdentity> {
  const answer = await page.evaluate(() => window.lab['claims.read'](undefined));
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value.machine;
}

/** Synthetic records of this machine: invented totals, so that every kind of verdict is there. */
function records(machine: MachineIdentity): readonly RunRecord[] {
  const cores = machine.availableParallelism;
  const environment = { ...syntheticRecord({ rounds: 1 }).environment, ...machine };
  const matrix = (id: string, seed: number, totalMs: (part: string, condition: string) => number): RunRecord => {
    const experiment = findExperiment(id, cores);
    if (!experiment) throw new Error(`There is no experiment ${id}.`);
    return { ...syntheticTasksRecord(experiment, { totalMs, cores, seed, rounds: 9 }), environment };
  };
  const other = { ...environment, cpuModel: 'Another processor' };
  return [
    { ...syntheticRecord({ rounds: 9, cores, seed: 1 }), environment },
    matrix('waiting-for-io', 2, (part, condition) =>
      part === 'files' ? 120 : 400 / Number(condition.replace('-again', '').split('-').at(-1)),
    ),
    matrix('async-is-not-parallel', 3, (_part, condition) => (condition === 'threads' ? 90 : 160)),
    { ...matrix('threads-or-processes', 4, (_part, condition) => (condition === 'alone' ? 480 : 250)) },
    { ...matrix('hidden-helpers', 5, () => 100), environment: other },
    { ...matrix('many-cooks', 6, () => 100), outcome: { status: 'cancelled' } },
  ];
}

test(
  'the ledger by keyboard: empty, then judged by the records of this machine, then printed',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(240_000);
    await openClaims(page);
    await expect(page.getByText('No statement has been tested here yet')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('article')).toHaveCount(19);
    await expect(page.getByRole('button', { name: 'Go to “Eggs and toast”' })).toBeVisible();
    await look(app, page, '40-claims-empty');

    for (const record of records(await machineOf(page))) placeRecord(dataFolder, record);
    await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Notebook' }));
    await openClaims(page);
    await expect(statement(page, 2)).toContainText(/supported.*faster than .* n.=.9.rounds/s, { timeout: 20_000 });
    await expect(statement(page, 5)).toContainText('supported with conditions');
    await expect(statement(page, 7)).toContainText('not supported');
    await expect(statement(page, 8)).toContainText('Not tested on this machine yet.');
    await expect(page.getByText(/Left out: 1 record of another machine\. Left out: 1 run that did not/)).toBeVisible();
    await look(app, page, '41-claims');

    await press(page, statement(page, 5).getByRole('button', { name: /^Evidence and theory/ }));
    await expect(statement(page, 5).getByText('What theory says')).toBeVisible();
    await expect(
      statement(page, 5).getByRole('link', { name: /^Run this experiment ?: Hidden helpers$/ }),
    ).toBeVisible();
    await look(app, page, { name: '42-claims-evidence', target: statement(page, 5) });

    const unsupported = page.getByRole('button', { name: /^\d+ not supported$/ });
    await press(page, unsupported, 'Space');
    await expect(unsupported).toHaveAttribute('aria-pressed', 'true');
    await expect(statement(page, 7)).toBeVisible();
    await expect(statement(page, 5)).toHaveCount(0);
    await look(app, page, { name: '43-claims-filter', kind: '41-claims' });

    const pdf = info.outputPath('claims.pdf');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, pdf);
    await press(page, page.getByRole('button', { name: 'Save PDF' }));
    await expect(page.getByText(/Saved to/)).toBeVisible({ timeout: 30_000 });
    expect(statSync(pdf).size).toBeGreaterThan(10_000);

    await press(page, page.getByRole('button', { name: /^All 19/ }));
    await press(page, statement(page, 2).getByRole('button', { name: /^Evidence and theory/ }));
    await tabTo(page, statement(page, 2).getByRole('link', { name: 'Eggs and toast (synthetic)' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Eggs and toast (synthetic)', level: 1 })).toBeVisible();
  },
);
