import type { Page } from '@playwright/test';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

/** One key or several: the debugger that types may hold later ones back. The first falls late into the block: half a second and more. */
const waited = /(of your (\d+ )?keys waited, up to|Your key waited) ([5-9]\d\d ms|[123]\.\d+ s)/;

/** Presses a button of "Feel it" and types from then on, as a person would; the page is asked nothing while it may be blocked. */
async function feel(page: Page, name: string): Promise<string> {
  const card = content(page).getByRole('region', { name: 'Feel it' });
  const result = page.getByTestId('felt');
  await card.getByRole('button', { name }).click();
  await expect(card.getByRole('textbox')).toBeFocused();
  const typed: Promise<void>[] = [];
  for (const letter of 'abcdefghijabcdefghijabcdefghij') {
    // A page that is blocked answers no key before it is free again.
    typed.push(page.keyboard.press(letter));
    await new Promise((done) => setTimeout(done, 100));
  }
  await Promise.all(typed);
  await expect(result).toContainText('The ball', { timeout: 15_000 });
  return result.innerText();
}

test('what blocks the page is felt: in the page and as async keys wait and nothing is drawn', async ({
  page,
  open,
}) => {
  await open('#/experiments/freeze-the-window');
  const inPage = await feel(page, 'In this page');
  expect(inPage).toMatch(waited);
  expect(inPage).toContain('The ball stood still for');
  const inWorker = await feel(page, 'In a worker');
  expect(inWorker).toContain('The ball moved on');
  expect(inWorker).toContain('The page was free to draw');
  const asAsync = await feel(page, 'As async');
  expect(asAsync).toMatch(waited);
  expect(asAsync).toContain('It froze too. The word async moves no work to another thread.');
  const table = content(page).getByRole('table', { name: 'Your last try of each' });
  await expect(table.getByRole('row')).toHaveCount(4);
  await expectGoodLooks(page, 'feel it, three tries');
});

test('nobody is blocked on purpose while a run is measured, and a refusal is told', async ({ page, open }) => {
  const { LabError } = await import('@core/ipc/envelope');
  await open('#/experiments/freeze-the-window', {
    handlers: {
      'stress.allow': () => {
        throw new LabError('machine-busy', 'Another program of this lab is measuring.');
      },
    },
  });
  const card = content(page).getByRole('region', { name: 'Feel it' });
  await card.getByRole('button', { name: 'In this page' }).click();
  await expect(page.getByTestId('felt')).toContainText('Another program of this lab is measuring.');
});

test('under reduced motion frames are counted, and nothing moves', async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open('#/experiments/freeze-the-window');
  const stage = content(page).getByRole('group', { name: 'This page moves the ball with every frame' });
  await expect(stage).toContainText(/\d+ frames/);
  await expect(stage.locator('.ball')).toHaveCount(0);
  const before = await stage.innerText();
  await expect.poll(() => stage.innerText()).not.toBe(before);
});

test('the pulse has a red ring after a block, says how long it was, and keeps that for 5 s', async ({ page, open }) => {
  await open('#/experiments');
  const pulse = page.getByTestId('pulse');
  await expect(pulse).toContainText(/\d ms/);
  // Looked at by the page itself: a busy machine may not get to ask in time.
  const seen = await pulse.evaluate(async (shown) => {
    const end = performance.now() + 1_200;
    while (performance.now() < end);
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    const words = (): string => shown.textContent;
    const seconds = (): number => Number(/frozen ([\d.]+) s/.exec(words())?.[1] ?? 0);
    // A stall of the start may still be told of.
    while (seconds() < 1.2) await frame();
    const [figure, fromMs] = [words(), performance.now()];
    const rings = shown.querySelectorAll('.stalled').length;
    while (words() === figure) await frame();
    return { rings, keptMs: performance.now() - fromMs };
  });
  expect(seen.rings).toBe(1);
  expect(seen.keptMs).toBeGreaterThan(4_900);
  await expect(pulse).toContainText(/\d ms/, { timeout: 30_000 });
  await expect(pulse.locator('.stalled')).toHaveCount(0);
});
