import type { Page } from '@playwright/test';
import { catalogue } from '@core/experiments/catalogue';
import { lessonSteps } from '@core/experiments/lesson-steps';
import { namesOf } from '@core/words/names';
import { sampleText } from './support/fake-main';
import { lengthen } from './support/long-texts';
import { cutOff } from './support/looks';
import { content, expect, test } from './support/screen';

/** 200 % of 1280x800 is a page of 640x400. */
const zoomed = { width: 640, height: 400 };
const usual = { width: 1280, height: 800 };

/** Nothing is cut off at 200 % zoom, nor with texts 40 % longer at the usual size. */
async function expectToFit(page: Page, where: string): Promise<void> {
  await page.setViewportSize(zoomed);
  await expect.poll(() => cutOff(page), { message: `${where} at 200 %`, timeout: 5000 }).toEqual([]);
  await page.setViewportSize(usual);
  await page.evaluate(lengthen, 'main');
  await expect.poll(() => cutOff(page), { message: `${where} with longer texts`, timeout: 5000 }).toEqual([]);
}

async function goTo(page: Page, hash: string): Promise<void> {
  // Anew, so that no lengthened text is left.
  await page.goto('about:blank');
  await page.goto(hash);
}

/** One with kitchens, one with levels, a matrix and a curve: the others are made of the same pieces. `FITS=all` takes all. */
const looked = ['eggs-and-toast', 'freeze-the-window', 'four-scenarios', 'break-even'];
const lessons = catalogue.filter(({ id }) => process.env['FITS'] === 'all' || looked.includes(id));

for (const { id } of lessons.filter((one) => sampleText(one.id) !== undefined)) {
  test(`${id}: every step and every tab of its result fits at 200 % zoom and with longer texts`, async ({
    page,
    open,
  }) => {
    test.setTimeout(240_000);
    await open(`#/experiments/${id}/preview`);
    const address = page.url();
    for (const step of lessonSteps) {
      await goTo(page, `${address}?step=${step}`);
      await expect(content(page).getByRole('heading', { level: 1, name: namesOf(id).title })).toBeVisible();
      await expectToFit(page, `${step} of ${id}`);
    }
    const tabs = content(page).getByRole('tablist', { name: 'What to look at' }).getByRole('tab');
    await goTo(page, `${address}?step=explain`);
    await expect(tabs.first()).toBeVisible();
    const count = await tabs.count();
    for (let index = 1; index < count; index += 1) {
      await goTo(page, `${address}?step=explain`);
      await tabs.nth(index).click();
      await expectToFit(page, `tab ${index + 1} of ${id}`);
    }
  });
}

test('a text that is cut off, and a page that is too wide, are found', async ({ page, open }) => {
  await open('#/experiments');
  await content(page).evaluate((main) => {
    const box = document.createElement('div');
    box.style.cssText = 'width: 40px; overflow: hidden; white-space: nowrap';
    box.textContent = 'a long text that is cut off';
    main.append(box);
  });
  await page.setViewportSize(zoomed);
  expect(await cutOff(page)).toContainEqual(expect.stringContaining('a long text that is cut off'));
});

for (const [name, hash] of [
  ['the list of experiments', '#/experiments'],
  ['the teachers part of the Guide', '#/guide?tab=teachers'],
  ['the empty Notebook', '#/notebook'],
  ['the Claims', '#/claims'],
] as const) {
  test(`${name} fits at 200 % zoom and with longer texts`, async ({ page, open }) => {
    await open(hash);
    await expectToFit(page, name);
  });
}
