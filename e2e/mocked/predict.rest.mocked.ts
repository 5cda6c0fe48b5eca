import type { Page } from '@playwright/test';
import { goToStep } from '../guard/support/kept-screens';
import { drawEggsAndToast, predictByKeyboard, pressOn } from '../support/predict';
import { catalogue } from '@core/experiments/catalogue';
import { LabError } from '@core/ipc/envelope';
import type { Prediction } from '@core/record/plan';
import type { FakeMain, FakeMainOptions } from './support/fake-main';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

type Open = (hash: string, options?: FakeMainOptions) => Promise<FakeMain>;

/** Opens a lesson at its prediction, with a main that gives no run. */
async function predict(page: Page, open: Open, id: string): Promise<FakeMain> {
  const main = await open(`#/experiments/${id}`, {
    settings: { checkLoad: false },
    handlers: {
      'runs.start': () => {
        throw new LabError('machine-busy', 'The test gives no run.');
      },
    },
  });
  await goToStep(page, 'predict');
  return main;
}

/** Presses Run and gives back what would have been frozen. */
async function frozen(page: Page, main: FakeMain): Promise<Extract<Prediction, { status: 'given' }>> {
  await content(page).getByRole('button', { name: 'Go to the run' }).click();
  await content(page).getByRole('button', { name: 'Run', exact: true }).last().click();
  await expect.poll(() => main.made.some(({ name }) => name === 'runs.start')).toBe(true);
  const { prediction } = main.made.find(({ name }) => name === 'runs.start')?.input as { prediction: Prediction };
  if (prediction.status !== 'given') throw new Error('Something was predicted.');
  return prediction;
}

for (const { id } of catalogue) {
  test(`${id}: everything is predicted by keyboard alone, and looks right before and after`, async ({ page, open }) => {
    test.setTimeout(240_000);
    const main = await predict(page, open, id);
    await expect(content(page).getByRole('button', { name: 'Go to the run' })).toBeDisabled();
    await expectGoodLooks(page, `${id}, nothing predicted`);
    await predictByKeyboard(page, 'Because somebody has to compute.');
    await expect(content(page).getByText('Complete. It is frozen when you press Run.')).toBeVisible();
    await expectGoodLooks(page, `${id}, all predicted`);
    expect((await frozen(page, main)).reason).toBe('Because somebody has to compute.');
  });
}

test('a drawing: bars move by keyboard along time and lanes, and are taken back', async ({ page, open }) => {
  const main = await predict(page, open, 'eggs-and-toast');
  const eggs = content(page).getByRole('slider', { name: 'Hired cooks, threads: Eggs, 300 ms' });
  await pressOn(page, eggs, 'ArrowRight', 'ArrowRight', 'PageUp', 'ArrowDown');
  await expect(eggs).toHaveAttribute('aria-valuetext', 'Cook 1, from 110 to 410 ms');
  await page.keyboard.press('Delete');
  await expect(eggs).toHaveAttribute('aria-valuetext', 'not set');
  await drawEggsAndToast(page);
  await content(page).getByRole('textbox', { name: 'Why?' }).fill('Waiting overlaps.');
  const kitchens = content(page).getByRole('region', { name: 'One cook, async' });
  await expect(kitchens.getByRole('status')).toHaveText('All placed. Everything is served after 300 ms.');
  const { forecasts, rankings } = await frozen(page, main);
  expect(rankings).toEqual({
    doughs: [
      ['threads', 'processes'],
      ['sync', 'async'],
    ].map((group) => expect.arrayContaining(group)),
  });
  expect(forecasts?.['kitchens']).toMatchObject({
    kind: 'trace',
    bars: {
      sync: [
        { task: 'eggs', lane: 'you', state: 'blocked', startMs: 0, endMs: 300 },
        { task: 'toast', lane: 'you', state: 'blocked', startMs: 300, endMs: 500 },
        { task: 'cleaning', lane: 'you', state: 'busy', startMs: 500, endMs: 580 },
      ],
      async: [
        { state: 'timer', startMs: 0 },
        { state: 'timer', startMs: 0 },
        { state: 'busy', startMs: 0 },
      ],
      threads: [{ lane: 'cook-1' }, { lane: 'cook-2' }, { lane: 'you' }],
    },
  });
});

test('a drawing: the first press places a bar, and dragging moves it to another lane', async ({ page, open }) => {
  await predict(page, open, 'eggs-and-toast');
  const toast = content(page).getByRole('slider', { name: 'Hired cooks, threads: Toast, 200 ms' });
  await toast.scrollIntoViewIfNeeded();
  const box = await toast.boundingBox();
  if (!box) throw new Error('The bar is drawn.');
  expect(box.height).toBeGreaterThanOrEqual(44);
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await expect(toast).toHaveAttribute('aria-valuetext', 'You, from 0 to 200 ms');
  const lanes = await content(page)
    .getByRole('region', { name: 'Hired cooks, threads' })
    .locator('.lane')
    .nth(2)
    .boundingBox();
  if (!lanes) throw new Error('The lane is drawn.');
  // To the middle of the third lane: half of 700 ms, less half of the bar.
  await page.mouse.move(lanes.x + lanes.width / 2, lanes.y + lanes.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(toast).toHaveAttribute('aria-valuetext', 'Cook 2, from 250 to 450 ms');
});

test('a line: the first press sets it wherever it is, also near its beginning and where it stands unset', async ({
  page,
  open,
}) => {
  await predict(page, open, 'threads-or-processes');
  const line = content(page).getByRole('slider').first();
  await expect(line).toHaveAttribute('aria-valuetext', 'not set');
  const box = await line.boundingBox();
  if (!box) throw new Error('The line is drawn.');
  expect(box.height).toBeGreaterThanOrEqual(44);
  await page.mouse.click(box.x + box.width / 2, box.y + 22);
  // Five decades from 0.1 ms to 10 s: the middle is about 30 ms.
  await expect(line).toHaveAttribute('aria-valuetext', /^(25|32|40) ms$/);
  await page.mouse.click(box.x + 11, box.y + 22);
  await expect(line).toHaveAttribute('aria-valuetext', '100 µs');
  await line.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', '130 µs');
});

test('marks: a press on the plane places the next one, keys move it', async ({ page, open }) => {
  const main = await predict(page, open, 'blocked-is-not-busy');
  const marks = content(page).getByRole('slider');
  await expect(marks).toHaveCount(3);
  const ground = await content(page).locator('.ground').boundingBox();
  if (!ground) throw new Error('The plane is drawn.');
  await page.mouse.click(ground.x + 2, ground.y + 2);
  await expect(marks.nth(0)).toHaveAttribute('aria-valuetext', /^(99|100) % of the loop, [01] % of a core$/);
  await pressOn(page, marks.nth(1), 'ArrowRight', 'End', 'End', 'PageUp', 'PageUp');
  await expect(marks.nth(1)).toHaveAttribute('aria-valuetext', '100 % of the loop, 100 % of a core');
  await pressOn(page, marks.nth(2), 'Enter', 'Home', 'Home', 'PageDown', 'ArrowDown');
  await expect(marks.nth(2)).toHaveAttribute('aria-valuetext', '20 % of the loop, 0 % of a core');
  await content(page).getByRole('textbox', { name: 'Why?' }).fill('One of them computes.');
  expect((await frozen(page, main)).forecasts?.['plane']).toMatchObject({
    kind: 'marks',
    marks: { 'cpu-loop': { x: 1, y: 1 }, 'async-wait': { x: 0, y: 0.2 } },
  });
});

test('what was set is remembered when the page is loaded again', async ({ page, open }) => {
  const main = await predict(page, open, 'eggs-and-toast');
  await drawEggsAndToast(page);
  await expect
    .poll(() => JSON.stringify(main.made.findLast(({ name }) => name === 'settings.change')?.input))
    .toContain('"kitchens"');
});

test('every question fits at 200 % zoom', async ({ page, open }) => {
  await predict(page, open, 'eggs-and-toast');
  // 200 % of 1280x800 is a page of 640x400.
  await page.setViewportSize({ width: 640, height: 400 });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth))
    .toBe(true);
  await drawEggsAndToast(page);
});
