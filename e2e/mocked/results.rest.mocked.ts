import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { catalogue } from '@core/experiments/catalogue';
import { recordsOfEveryExperiment } from '@core/testing/every-experiment';
import { finishRecord } from '../../workers/records/seal';
import { keptText } from '../guard/support/kept-records';
import { goToStep, lessonWith } from '../guard/support/kept-screens';
import { wantsPictures } from '../support/look';
import { screensFolder, setTheme, sizes, themes } from '../support/screens';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const tabs = (page: Page) => content(page).getByRole('tablist', { name: 'What to look at' });
const answer = (page: Page) => content(page).getByRole('region', { name: 'The answer' });

function idOf(text: string): string {
  return (JSON.parse(text) as { id: string }).id;
}

/** The answer and its picture lie within the window as it is opened, and the first tab is not much longer. */
async function expectFirstScreen(page: Page, where: string): Promise<void> {
  await expect(answer(page)).toBeVisible();
  const picture = content(page).getByTestId('story-picture');
  await expect(picture).toBeVisible();
  const height = page.viewportSize()?.height ?? 0;
  await expect
    .poll(async () => Math.max(...(await bottoms(page))), { message: `${where} fits the first screen` })
    .toBeLessThanOrEqual(height);
  const panel = await content(page).getByRole('tabpanel').boundingBox();
  expect(panel?.height, `the first tab of ${where}`).toBeLessThan(1000);
}

async function bottoms(page: Page): Promise<readonly number[]> {
  const boxes = await Promise.all(
    [answer(page), content(page).getByTestId('story-picture')].map((one) => one.boundingBox()),
  );
  return boxes.map((box) => (box ? box.y + box.height : Infinity));
}

/** Synthetic records of today's definitions, which have more conditions than the kept ones. */
const records = recordsOfEveryExperiment(4);

for (const { id } of catalogue) {
  test(`${id}: the answer fits the first screen, on the record's page and in the lesson`, async ({ page, open }) => {
    const record = records.get(id);
    if (!record) throw new Error(`There is no record of ${id}.`);
    const { text } = finishRecord(record);
    await open(`#/notebook/${record.id}`, { records: [text], settings: { lessons: { [id]: lessonWith(record.id) } } });
    await expectFirstScreen(page, `the record of ${id}`);
    await pictures(page, `result-${id}`);
    await page.evaluate((experiment) => {
      location.hash = `#/experiments/${experiment}`;
    }, id);
    await goToStep(page, 'explain');
    await expectFirstScreen(page, `the lesson of ${id}`);
    await pictures(page, `explain-${id}`);
  });
}

/** For people to look at, if they were asked for. */
async function pictures(page: Page, name: string): Promise<void> {
  for (const { name: size, width, height } of wantsPictures ? sizes : []) {
    await page.setViewportSize({ width, height });
    for (const theme of themes) {
      await setTheme(page, theme);
      await page.screenshot({ path: join(screensFolder, `${name}-${size}-${theme}.png`) });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('tabs are reached and chosen by keyboard, and stay chosen', async ({ page, open }) => {
  const text = keptText('eggs-and-toast.quick');
  await open(`#/notebook/${idOf(text)}`, { records: [text] });
  const tab = (name: string | RegExp) => tabs(page).getByRole('tab', { name });
  await tab('Story').focus();
  await page.keyboard.press('ArrowRight');
  await expect(tab(/^Comparisons/)).toHaveAttribute('aria-selected', 'true');
  await expect(content(page).getByRole('heading', { name: 'Verdicts' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(tab('My answers')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowLeft');
  await expect(tab('Method')).toHaveAttribute('aria-selected', 'true');
  // The panel itself takes the focus next, so that it can be read.
  await page.keyboard.press('Tab');
  await expect(content(page).getByRole('tabpanel', { name: 'Method' })).toBeFocused();
  await page.evaluate(() => {
    location.hash = '#/notebook';
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  await page.goBack();
  await expect(tab('Method')).toHaveAttribute('aria-selected', 'true');
});

test('the notes on quality open by keyboard and close by Escape', async ({ page, open }) => {
  const text = keptText('eggs-and-toast.quick');
  await open(`#/notebook/${idOf(text)}`, { records: [text] });
  const chip = answer(page).getByRole('button', { name: /^Quality: / });
  await chip.focus();
  await page.keyboard.press('Enter');
  const notes = page.getByRole('dialog', { name: /^Quality: / });
  await expect(notes.getByRole('listitem').first()).toBeVisible();
  await expectGoodLooks(page, 'notes on quality');
  await page.keyboard.press('Escape');
  await expect(notes).toBeHidden();
  await expect(chip).toBeFocused();
});

for (const name of [
  'eggs-and-toast.quick',
  'freeze-the-window.quick',
  'workbench.strategies',
  'eggs-and-toast.cancelled',
]) {
  test(`${name}: every tab of its results looks right`, async ({ page, open }) => {
    test.setTimeout(240_000);
    const text = keptText(name);
    await open(`#/notebook/${idOf(text)}`, { records: [text] });
    for (const tab of await tabs(page).getByRole('tab').all()) {
      await tab.click();
      await expect(tab).toHaveAttribute('aria-selected', 'true');
      await expectGoodLooks(page, `${name}, ${await tab.innerText()}`);
      await pictures(page, `tab-${name}-${/\w+/.exec(await tab.innerText())?.[0] ?? ''}`);
    }
  });
}
