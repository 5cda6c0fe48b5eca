import { catalogue } from '@core/experiments/catalogue';
import { namesOf } from '@core/words/names';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const mark = 'Sample, another machine';
const steps = ['Question', 'Predict', 'Run', 'Observe', 'Explain', 'Transfer'] as const;

test('every step can be read without a prediction or a run, with the sample marked beside it', async ({
  page,
  open,
}) => {
  const main = await open('#/experiments/eggs-and-toast/preview');
  for (const step of steps) {
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: step }).click();
    await expect(content(page).getByText('Step', { exact: false }).first()).toBeVisible();
    await expect(content(page).getByText(mark, { exact: true }).first()).toBeVisible();
    if (step !== 'Predict') await expect(page.getByRole('note').getByText(mark, { exact: true })).toBeVisible();
  }
  await expect(content(page).getByText('You have finished this lesson')).toBeVisible();
  await expect(content(page).getByText('This is a preview, so there is no score.')).toBeVisible();
  const changing = ['runs.start', 'records.annotate', 'settings.change'];
  const stored = main.made.filter(({ name }) => changing.includes(name));
  // Only where the person was last.
  expect(stored.map(({ input }) => Object.keys(input as object))).toEqual(stored.map(() => ['lastPage']));
});

test('what is answered in a preview is judged by the sample, and nothing is run', async ({ page, open }) => {
  const main = await open('#/experiments/eggs-and-toast/preview?step=observe');
  await content(page).getByRole('radio').first().check();
  await content(page).getByRole('button', { name: 'Check' }).click();
  await expect(
    content(page).getByText('You may try another answer.').or(content(page).getByText('Yes.')),
  ).toBeVisible();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Run' }).click();
  await expect(content(page).getByText('This is a preview: nothing is run.')).toBeVisible();
  await content(page).getByRole('button', { name: 'Look at the sample' }).click();
  await expect(content(page).getByRole('heading', { name: 'What do you see?' })).toBeVisible();
  await expect(content(page).getByText('Look at what was measured.', { exact: false })).toBeVisible();
  expect(main.made.map(({ name }) => name)).not.toContain('runs.start');
});

test('the mark stays in sight however far the results are scrolled', async ({ page, open }) => {
  await open('#/experiments/eggs-and-toast/preview?step=explain');
  const note = page.getByRole('note').getByText(mark, { exact: true });
  await expect(content(page).getByRole('tab', { name: /Comparisons/ })).toBeVisible();
  await content(page)
    .getByRole('tab', { name: /Charts/ })
    .click();
  await content(page).locator('.instrument canvas').first().waitFor();
  await content(page).evaluate((main) => main.scrollTo({ top: main.scrollHeight }));
  await expect(note).toBeInViewport();
});

test('a sample is in no list: Notebook and Claims stay empty and lead to it', async ({ page, open }) => {
  await open('#/notebook');
  await expect(content(page).getByText('No runs yet')).toBeVisible();
  await expectGoodLooks(page, 'empty notebook');
  await content(page).getByRole('link', { name: 'Look at a sample result' }).click();
  await expect(page.getByRole('note').getByText(mark, { exact: true })).toBeVisible();
  await expect(
    content(page)
      .getByRole('heading', { name: /Why it came out/ })
      .first(),
  ).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/claims'));
  await expect(content(page).getByRole('link', { name: 'Look at a sample result' })).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/notebook'));
  await expect(content(page).getByText('No runs yet')).toBeVisible();
});

test('an experiment without a sample says so, and the rest can be read', async ({ page, open }) => {
  await open('#/experiments/eggs-and-toast/preview?step=observe', { handlers: { 'samples.open': () => null } });
  await expect(content(page).getByText('There is no sample of this experiment yet')).toBeVisible();
  await expect(content(page).getByText(mark, { exact: true })).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Transfer' }).click();
  await expect(content(page).getByText('Situation 2 of 2')).toBeVisible();
});

test('worksheets and previews of all lessons stand in the teachers part of the Guide', async ({ page, open }) => {
  const main = await open('#/guide?tab=teachers');
  const list = content(page).getByRole('region', { name: 'Previews and worksheets' });
  await expect(list.getByRole('listitem')).toHaveCount(catalogue.length);
  await list.getByRole('button', { name: /Worksheet \(PDF\)\s*: Many cooks/ }).click();
  await expect(page.getByText('/tmp/worksheet.pdf')).toBeVisible();
  expect(main.made).toContainEqual({ name: 'lessons.saveWorksheet', input: { experiment: 'many-cooks' } });
  await list.getByRole('link', { name: /Preview\s*: Many cooks/ }).click();
  await expect(content(page).getByRole('heading', { level: 1, name: 'Many cooks' })).toBeVisible();
});

test('the list says how long a lesson takes, and leads to its preview', async ({ page, open }) => {
  await open('#/experiments');
  const row = content(page)
    .getByRole('listitem')
    .filter({ hasText: namesOf('noise-floor').title });
  await expect(row.getByText('Lesson 15 min; measuring:')).toBeVisible();
  await expect(row.getByText(/12 s quick/)).toBeVisible();
  await row.getByRole('button', { name: 'Preview “Noise floor”' }).click();
  await expect(page.getByRole('note').getByText(mark, { exact: true })).toBeVisible();
});
