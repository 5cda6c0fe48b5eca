import type { Locator, Page } from '@playwright/test';
import { typicalRound } from '@core/analysis/typical-round';
import type { CellRecord } from '@core/record/events';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { press, tabTo } from '../support/keyboard';
import { look } from '../support/look';
import { storeRecord } from '../support/records';
import { openTab } from '../support/results';
import { test } from '../support/shared-window';
import { expect, goTo } from '../support/window';

/** Synthetic: what is tested is that the kitchen shows what a record says, not what a run measures. */
const record = syntheticRecord({ rounds: 7 });
/** The round that is shown until another one is chosen. */
const shownRound = typicalRound(record, record.definition, 'first-course')?.round;

test.use({ trace: 'off' });
test.beforeEach(({ dataFolder }) => {
  storeRecord(dataFolder, record);
});

async function openKitchen(page: Page): Promise<Locator> {
  await goTo(page, `#/notebook/${record.id}`);
  await openTab(page, 'Timeline');
  const card = page.getByRole('region', { name: 'The kitchen, replayed' });
  await expect(card).toBeVisible({ timeout: 30_000 });
  return card;
}

/** What the table says at the cursor: the state of every cook, in the order of the record. */
async function statesIn(card: Locator): Promise<string[]> {
  return card
    .getByRole('table', { name: 'Who does what at the cursor' })
    .locator('tbody tr td:nth-child(2)')
    .allTextContents();
}

function recordedStates(cell: CellRecord, timeNs: number): string[] {
  return cell.workers.map(
    ({ spans }) =>
      spans.find((span) => span.startNs - cell.startNs <= timeNs && timeNs < span.endNs - cell.startNs)?.state ?? '',
  );
}

async function momentOf(slider: Locator): Promise<number> {
  return Math.round(Number(await slider.inputValue()));
}

test(
  'the kitchen replays a record by keyboard, and shows at each moment what the record says',
  { tag: '@rest' },
  async ({ app, page }) => {
    test.setTimeout(240_000);
    const card = await openKitchen(page);
    const slider = card.getByRole('slider', { name: 'Moment of the execution' });
    const conditions = card.getByRole('combobox', { name: 'Condition' });
    await press(page, card.getByText('Who does what at the cursor'), 'Enter');

    for (const condition of ['async', 'processes']) {
      const cell = record.cells.find(
        (one) =>
          one.part === 'first-course' &&
          one.round === shownRound &&
          one.condition === condition &&
          one.repetition === 0,
      );
      if (!cell) throw new Error(`no cell of ${condition}`);
      await conditions.selectOption(condition);
      await tabTo(page, slider);
      await page.keyboard.press('Home');
      expect(await momentOf(slider)).toBe(0);

      // Every step is a recorded moment, and shows the states that were recorded for it.
      const starts = new Set(cell.workers.flatMap(({ spans }) => spans.map(({ startNs }) => startNs - cell.startNs)));
      const seen: number[] = [];
      for (let at = -1; seen.length < 200;) {
        const timeNs = await momentOf(slider);
        if (timeNs === at) break;
        at = timeNs;
        seen.push(timeNs);
        if (timeNs < cell.endNs - cell.startNs) expect(await statesIn(card)).toEqual(recordedStates(cell, timeNs));
        await page.keyboard.press('PageDown');
      }
      for (const start of starts) expect(seen).toContain(start);
      expect(seen.at(-1)).toBe(cell.endNs - cell.startNs);
      await page.keyboard.press('Home');
      for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowRight');
      expect(await statesIn(card)).toEqual(recordedStates(cell, await momentOf(slider)));
      await look(app, page, { name: `30-kitchen-${condition}`, kind: 'kitchen', target: card });
    }

    // Playing moves the clock to the end by itself, and Space stops it.
    await tabTo(page, slider);
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect(card.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect.poll(() => momentOf(slider)).toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await expect(card.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    const stopped = await momentOf(slider);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
    );
    expect(await momentOf(slider)).toBe(stopped);
    await card.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await press(page, card.getByRole('button', { name: 'Play', exact: true }), 'Enter');
    await expect(card.getByRole('button', { name: 'Next recorded change' })).toBeDisabled();

    // The cursor is that of the timeline, in both directions.
    const timeline = page.getByRole('region', { name: 'Recorded timeline' });
    const end = await momentOf(slider);
    await timeline.locator('rect.stop').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await momentOf(slider)).toBeLessThan(end);
    await expect(timeline.locator('.pill-text')).toHaveText(
      await slider.getAttribute('aria-valuetext').then((text) => text?.split(' of ')[0] ?? ''),
    );
    await look(app, page, { name: '31-timeline-cursor', target: timeline });
  },
);

test(
  'under reduced motion nothing plays: steps and the slider show frames on request',
  { tag: '@rest' },
  async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const card = await openKitchen(page);
    await expect(card.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0);
    const slider = card.getByRole('slider', { name: 'Moment of the execution' });
    await press(page, card.getByRole('button', { name: 'Next recorded change' }), 'Enter');
    const first = await momentOf(slider);
    expect(first).toBeGreaterThan(0);
    await tabTo(page, slider);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    expect(await momentOf(slider)).toBeGreaterThan(first);
    await expect(card.getByRole('status')).toContainText('On the board');
  },
);
