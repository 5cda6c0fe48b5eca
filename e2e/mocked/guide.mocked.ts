import { keptText } from '../guard/support/kept-records';
import { lessonWith } from '../guard/support/kept-screens';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const run = keptText('eggs-and-toast.quick');
const runId = (JSON.parse(run) as { id: string }).id;
const inLesson = {
  records: [run],
  settings: { lessons: { 'eggs-and-toast': lessonWith(runId) } },
};

const tabs = [
  ['Guide', 'Predict before you run.'],
  ['Glossary', 'A thread that takes one event after the other'],
  ['Source text', 'An order comes in for eggs and toast.'],
  ['For teachers', 'Lesson minutes count a student who predicts'],
] as const;

for (const [name, words] of tabs) {
  test(`the guide, ${name}: is there, and looks right`, async ({ page, open }) => {
    await open('#/guide');
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(content(page).getByText(words).first()).toBeVisible();
    await expectGoodLooks(page, `guide, ${name}`);
  });
}

test('the parts of the guide are reached by the keyboard alone', async ({ page, open }) => {
  await open('#/guide');
  await page.getByRole('tab', { name: 'Guide', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Glossary' })).toBeFocused();
  await expect(page.getByRole('searchbox', { name: 'Search the glossary' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(content(page).getByRole('heading', { name: 'Four scenarios' })).toBeVisible();
});

test('a search in the glossary leaves the words that fit, and says how many', async ({ page, open }) => {
  await open('#/guide?tab=glossary');
  const words = content(page).locator('dt');
  const all = await words.count();
  expect(all).toBeGreaterThan(30);
  await page.getByRole('searchbox').fill('MICROTASK');
  await expect(words.first()).toHaveText('microtask');
  await expect(content(page).getByRole('status')).toHaveText(new RegExp(`^[1-9] of ${all} words$`));
  await page.getByRole('searchbox').fill('kettle');
  await expect(words).toHaveCount(0);
  await expect(content(page).getByRole('status')).toContainText('kettle');
});

test('a sentence of the source text leads to its statement, and back', async ({ page, open }) => {
  await open('#/guide?tab=source');
  await content(page).getByRole('link', { name: 'Statement 7' }).first().click();
  const statement = content(page).getByRole('article').filter({ hasText: 'One event loop scales to many cores' });
  await expect(statement.getByText('In the text’s words')).toBeInViewport();
  await statement.getByRole('link', { name: 'Read the sentence in the source text' }).click();
  const sentence = content(page).getByText('Even though you have a single thread');
  await expect(sentence).toBeInViewport();
  await expect(sentence).toHaveClass(/asked/);
});

test('a glossary word of a lesson explains itself by the keyboard, and Escape puts the card away', async ({
  page,
  open,
}) => {
  await open('#/experiments/async-is-not-parallel');
  const words = page.getByRole('region', { name: 'Lesson', exact: true }).locator('.glossary-word');
  await expect(words.first()).toBeVisible();
  const named = (await words.allTextContents()).map((word) => word.toLowerCase());
  expect(new Set(named).size, 'each word is linked once on a screen').toBe(named.length);
  const word = words.filter({ hasText: 'Promise.all' });
  await page.keyboard.press('Tab');
  for (let presses = 0; presses < 80 && !(await word.evaluate((it) => it === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(word).toBeFocused();
  const card = page.locator('.glossary-card');
  await expect(card).toContainText('An object that stands for a result that may come later.');
  await expect(word).toHaveAccessibleDescription(/A promise starts no thread/);
  await expectGoodLooks(page, 'a glossary card');
  await word.focus();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('the words of an explanation and of a result are linked, and none inside a button or a heading', async ({
  page,
  open,
}) => {
  await open(`#/notebook/${runId}`, inLesson);
  await expect(content(page).locator('.glossary-word').first()).toBeAttached();
  const wrong = await content(page)
    .locator(':is(h1, h2, h3, h4, summary, a, label, button:not(.glossary-word)) .glossary-word')
    .count();
  expect(wrong).toBe(0);
});
