import type { ElectronApplication, Page } from '@playwright/test';
import { look } from '../support/look';
import { test } from '../support/shared-window';
import { expect, goTo } from '../support/window';

test.use({ trace: 'off' });

interface Tried {
  readonly headline: string;
  readonly gapMs: number;
  readonly frames: number;
  readonly waited: number;
  readonly keys: number;
}

function milliseconds(text: string): number {
  const [, value = '', unit = ''] = /([\d.]+) (s|ms|µs)/.exec(text) ?? [];
  return Number(value) * ({ s: 1_000, ms: 1, µs: 0.001 }[unit] ?? Number.NaN);
}

/** Presses a button and has main send a key press every 100 ms from then on, as a keyboard would; the page is asked nothing meanwhile. */
async function tried(app: ElectronApplication, page: Page, name: string, row: number): Promise<Tried> {
  const felt = page.getByTestId('felt');
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Type here while it runs' })).toBeFocused();
  await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
    for (let press = 0; press < 35; press++) {
      for (const type of ['keyDown', 'char', 'keyUp'] as const)
        window?.webContents.sendInputEvent({ type, keyCode: 'a' });
      await new Promise((done) => setTimeout(done, 100));
    }
  });
  await expect(felt).toContainText('The ball', { timeout: 20_000 });
  const table = page.getByRole('table', { name: 'Your last try of each' });
  const cells = await table.getByRole('row').nth(row).locator('th, td').allInnerTexts();
  const [, waited = 0, keys = 0] = /(\d+) of (\d+)/.exec(cells[3] ?? '')?.map(Number) ?? [];
  const headline = await felt.locator('.headline').innerText();
  return { headline, gapMs: milliseconds(cells[1] ?? ''), frames: Number(cells[2]), waited, keys };
}

test(
  'feel it: frames stop and keys wait in this page and as async, and go on in a worker',
  { tag: '@rest' },
  async ({ app, page }) => {
    test.setTimeout(120_000);
    await goTo(page, '#/experiments/freeze-the-window');
    await expect(page.getByRole('region', { name: 'Feel it' })).toBeVisible();
    const inPage = await tried(app, page, 'In this page', 1);
    const inWorker = await tried(app, page, 'In a worker', 2);
    const asAsync = await tried(app, page, 'As async', 3);
    console.log('felt', { inPage, inWorker, asAsync });
    for (const { gapMs, frames, waited, keys, headline } of [inPage, asAsync]) {
      expect(gapMs).toBeGreaterThan(1_000);
      expect(frames).toBeLessThan(10);
      expect(keys).toBeGreaterThanOrEqual(8);
      expect(waited).toBeGreaterThanOrEqual(keys - 2);
      expect(headline).toMatch(/keys waited/);
    }
    expect(inWorker.frames).toBeGreaterThan(30);
    expect(inWorker.gapMs).toBeLessThan(inPage.gapMs / 2);
    expect(inWorker.keys).toBeGreaterThanOrEqual(8);
    expect(inWorker.waited).toBeLessThan(inWorker.keys);
    await look(app, page, '21-feel-it');
  },
);
