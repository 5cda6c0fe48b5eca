import { statSync } from 'node:fs';
import { possibleOutcomes } from '@core/experiments/possible-and-observed/possible';
import { observedOutcomes } from '@core/experiments/possible-and-observed/observed';
import { answerObservation } from '../support/lesson';
import { look } from '../support/look';
import { predictByKeyboard } from '../support/predict';
import { recordsIn } from '../support/records';
import { expect, test } from '../support/window';

test.use({ trace: 'off' });

test(
  'possible and observed: from the click to the record, its result and its PDF',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(180_000);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
    await page.evaluate(() => {
      location.hash = '#/experiments/possible-and-observed';
    });
    await main.getByRole('button', { name: 'Predict', exact: true }).click();
    await predictByKeyboard(page, 'They may meet.');
    await main.getByRole('button', { name: 'Go to the run' }).click();
    await main.getByRole('radio', { name: /Quick/ }).click();
    await main.getByRole('button', { name: 'Run', exact: true }).last().click();
    await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible({ timeout: 90_000 });
    await look(app, page, 'possible-observe');
    await answerObservation(page);

    const [record] = recordsIn(dataFolder);
    if (!record) throw new Error('There is no record.');
    expect(record.outcome.status).toBe('completed');
    for (const { condition, outcomes } of possibleOutcomes()) {
      const observed = observedOutcomes(record.cells, condition);
      expect(observed?.trials, condition).toBe(7000);
      const possible = outcomes.map(({ counter }) => counter);
      for (const counter of observed?.times.keys() ?? []) expect(possible, condition).toContain(counter);
    }

    await page.evaluate((id) => {
      location.hash = `#/notebook/${id}`;
    }, record.id);
    await expect(page.getByRole('region', { name: 'Results' })).toBeVisible();
    await expect(main.getByText('18 of 20').first()).toBeVisible();
    await look(app, page, 'possible-record');
    const pdf = info.outputPath('possible.pdf');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, pdf);
    await main.getByRole('button', { name: 'Save PDF' }).first().click();
    await expect(page.getByText(/Saved to/)).toBeVisible({ timeout: 20_000 });
    expect(statSync(pdf).size).toBeGreaterThan(10_000);
  },
);
