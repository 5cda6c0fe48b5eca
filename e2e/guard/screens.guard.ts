import { catalogue } from '@core/experiments/catalogue';
import { readRecord } from '../../workers/records/read';
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
  for (const place of ['notebook', 'experiments', 'claims']) {
    await page.evaluate((name) => {
      location.hash = `#/${name}`;
    }, place);
    await expect(page.getByRole('main').getByText('Noise', { exact: false }).first()).toBeVisible({ timeout: 300_000 });
    for (const closed of await page.getByRole('main').locator('[aria-expanded=false]:not([aria-haspopup])').all()) {
      await closed.click();
    }
    expectText(`pages/${place}.txt`, await screenText(page));
  }
});
