import { catalogue } from '@core/experiments/catalogue';
import { namesOf } from '@core/words/names';
import { sampleText } from './support/fake-main';
import { content, expect, test } from './support/screen';

test('every lesson that has a sample opens with it', async ({ page, open }) => {
  const ids = catalogue.map(({ id }) => id).filter((id) => sampleText(id) !== undefined);
  expect(ids.length).toBeGreaterThan(0);
  await open('#/experiments/noise-floor/preview?step=explain');
  for (const id of ids) {
    await page.goto(page.url().replace(/#.*/, `#/experiments/${id}/preview?step=explain`));
    await expect(content(page).getByRole('heading', { level: 1, name: namesOf(id).title })).toBeVisible();
    await expect(page.getByRole('note').getByText('Sample, another machine', { exact: true })).toBeVisible();
    await expect(content(page).getByRole('tab').first()).toBeVisible();
  }
});
