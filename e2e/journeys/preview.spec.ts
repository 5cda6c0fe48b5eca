import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { listedIn } from '../support/records';
import { expect, test } from '../support/window';

test.use({ trace: 'off' });

/** The next file that is saved goes here, as if the person had chosen it. */
async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

function textOf(pdf: string): string {
  return spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;
}

test(
  'a preview of the real app: its sample is opened and printed, every page says so, and no list knows it',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(120_000);
    await page.getByRole('button', { name: 'Preview “Noise floor”' }).click();
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Explain' }).click();
    await expect(page.getByRole('note').getByText('Sample, another machine', { exact: true })).toBeVisible();
    await expect(page.getByRole('tab').first()).toBeVisible();

    const pdf = info.outputPath('sample.pdf');
    await saveTo(app, pdf);
    await page.getByRole('button', { name: 'Save the sample as PDF' }).click();
    await expect(page.getByText(pdf)).toBeVisible({ timeout: 60_000 });
    const sheets = textOf(pdf).split('\f').slice(0, -1);
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) expect(sheet).toContain('(sample, another machine)');

    const worksheet = info.outputPath('worksheet.pdf');
    await saveTo(app, worksheet);
    await page.getByRole('button', { name: 'Worksheet (PDF)' }).click();
    await expect(page.getByText(worksheet)).toBeVisible({ timeout: 60_000 });
    expect(textOf(worksheet)).toContain('Before the run: what do you expect?');

    expect(await listedIn(page)).toEqual({ rows: [], reading: null });
    const ledger = await page.evaluate(() => window.lab['claims.read'](undefined));
    expect(JSON.stringify(ledger)).not.toContain('"evidence":[{');
    const kept = join(dataFolder, 'records');
    expect(existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith('.json')) : []).toEqual([]);
  },
);
