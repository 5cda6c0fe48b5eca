import { catalogue } from '@core/experiments/catalogue';
import { readRecord } from '../../workers/records/read';
import { translate } from '@core/texts/translate';
import { machineDescription } from '@core/testing/machine-description';
import { expect, test } from '../mocked/support/screen';
import { expectText } from './support/expected-text';
import { keptRecords, keptText } from './support/kept-records';
import { expectFreshLesson, expectKeptScreens } from './support/kept-screens';
import { screenText } from './support/screen-text';

for (const name of keptRecords()) {
  test(`${name}: what every screen says`, async ({ page, open }) => {
    await expectKeptScreens(page, open, name);
  });
}

for (const { id } of catalogue) {
  test(`${id}: what the lesson says before it is begun`, async ({ page, open }) => {
    await expectFreshLesson(page, open, id);
  });
}

test('what is said of all kept records together', async ({ page, open }) => {
  test.setTimeout(900_000); // main's stand-in reads and analyses all of them
  const records = keptRecords().map(keptText);
  const { environment } = readRecord(records[0] ?? '').record;
  await open('#/notebook', { records, machine: { ...machineDescription, environment } });
  // Each page with what only it says, and only once it knows the records.
  for (const [place, filled] of [
    ['notebook', 'Noise floor'],
    ['experiments', 'Noise floor'],
    ['claims', 'Judged by the latest completed run'],
  ] as const) {
    await page.evaluate((name) => {
      location.hash = `#/${name}`;
    }, place);
    await expect(page.getByRole('main').getByRole('heading', { level: 1, name: place })).toBeVisible();
    await expect(page.getByRole('main').getByText(filled, { exact: false }).first()).toBeVisible({ timeout: 60_000 });
    // A list goes on where its end comes into sight.
    const more = page.getByRole('main').getByRole('button', { name: translate('app.notebook.showMore') });
    await expect(async () => {
      for (const button of await more.elementHandles()) await button.scrollIntoViewIfNeeded();
      await expect(more).toHaveCount(0, { timeout: 200 });
    }).toPass({ timeout: 30_000 });
    // Each click takes its element out of those that are closed, so it is always the first of what is left.
    const closed = page.getByRole('main').locator('[aria-expanded=false]:not([aria-haspopup])');
    for (let left = await closed.count(); left > 0; left--) await closed.first().click({ timeout: 30_000 });
    await expect(closed).toHaveCount(0);
    expectText(`pages/${place}.txt`, await screenText(page));
  }
});
