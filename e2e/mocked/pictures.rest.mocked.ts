import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { goToStep } from '../guard/support/kept-screens';
import { drawEggsAndToast } from '../support/predict';
import { setTheme } from '../support/screens';
import type { FakeMain, FakeMainOptions } from './support/fake-main';
import { expectPicture, picturesFolder, pictureSize } from './support/readme-picture';
import { content, expect, test } from './support/screen';

// The pictures of the README: what the page shows of the samples that every package brings. `node scripts/pictures.mjs --write`
// takes them anew; otherwise each is compared with what the page says now.

type Open = (hash: string, options?: FakeMainOptions) => Promise<FakeMain>;

/** Every picture by the name of its file, and how a person comes to see it. */
const pictures: Readonly<Record<string, (page: Page, open: Open) => Promise<void>>> = {
  async prediction(page, open) {
    await open('#/experiments/eggs-and-toast', { settings: { checkLoad: false } });
    await goToStep(page, 'predict');
    await drawEggsAndToast(page);
    await content(page).evaluate((main) => main.scrollTo({ top: 0 }));
  },
  async race(page, open) {
    await open('#/experiments/eggs-and-toast/preview?step=observe');
    await expectSample(page);
    const race = page.getByTestId('race');
    await race.getByRole('slider').press('End');
    await expect(race.locator('.stamp')).toHaveCount(2);
    await content(page).evaluate((main) => main.scrollTo({ top: 0 }));
  },
  async result(page, open) {
    await open('#/experiments/eggs-and-toast/preview?step=explain');
    await expectSample(page);
    await expect(content(page).getByRole('tab', { name: 'Story' })).toBeVisible();
  },
  async 'many-cooks-dark'(page, open) {
    await open('#/experiments/many-cooks/preview?step=explain');
    await expectSample(page);
    await content(page).locator('.instrument canvas').first().waitFor();
    await setTheme(page, 'dark');
  },
};

/** Whoever sees a result in a picture must see that a sample made it. */
async function expectSample(page: Page): Promise<void> {
  await expect(page.getByRole('note').getByText('Sample, another machine', { exact: true })).toBeInViewport();
}

test.use({ viewport: pictureSize, contextOptions: { reducedMotion: 'reduce' } });

for (const [name, show] of Object.entries(pictures)) {
  test(`the picture ${name} shows what the page says`, async ({ page, open }) => {
    await show(page, open);
    await expectPicture(page, name);
  });
}

test('every picture that is kept is one of these', () => {
  const kept = readdirSync(picturesFolder).map((file) => file.replace(/\.(?:png|txt)$/, ''));
  expect([...new Set(kept)].sort()).toEqual(Object.keys(pictures).sort());
});
