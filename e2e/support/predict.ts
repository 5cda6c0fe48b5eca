import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { press, tabTo, type } from './keyboard';

/** The sliders of a question that are not set yet: lines, marks, and bars of a drawing. */
function unset(page: Page): Locator {
  return page
    .getByRole('main')
    .locator('[role="slider"][aria-valuetext="not set"], input[type="range"][aria-valuetext="not set"]');
}

/**
 * Predicts whatever the lesson asks for, by keyboard alone: numbers, points of a curve, places in an order (each one other),
 * answers to pick, and everything that is set on a line, a plane or a lane.
 */
export async function predictByKeyboard(page: Page, reason: string): Promise<void> {
  const main = page.getByRole('main');
  const numbers = main.getByRole('spinbutton');
  for (let i = 0; i < (await numbers.count()); i++) {
    // The first point of a curve is 1 by definition.
    if (await numbers.nth(i).isEnabled()) await type(page, numbers.nth(i), String(20 + 10 * i));
  }
  const choices = main.getByRole('radiogroup');
  for (let i = 0; i < (await choices.count()); i++) {
    await press(page, choices.nth(i).getByRole('radio').first(), 'Space');
    for (let step = 0; step < i % 3; step++) await page.keyboard.press('ArrowRight');
  }
  while ((await unset(page).count()) > 0) await press(page, unset(page).first(), 'ArrowRight');
  await type(page, main.getByRole('textbox', { name: 'Why?' }), reason);
}

/** A bar of the drawing in Eggs and toast. */
function bar(page: Page, kitchen: string, dish: string): Locator {
  return page.getByRole('main').getByRole('slider', { name: new RegExp(`^${kitchen}: ${dish}, `) });
}

/** Sets a bar with its first key, then moves it by further keys. */
async function place(page: Page, target: Locator, ...keys: readonly string[]): Promise<void> {
  await press(page, target, 'Enter');
  for (const key of keys) await page.keyboard.press(key);
}

/** Draws the first course as it comes out in theory, and puts the second in order, by keyboard alone. */
export async function drawEggsAndToast(page: Page): Promise<void> {
  const later = (times: number): string[] => Array.from({ length: times }, () => 'PageUp');
  await place(page, bar(page, 'One cook, sync', 'Eggs'));
  await place(page, bar(page, 'One cook, sync', 'Toast'), ...later(3));
  await place(page, bar(page, 'One cook, sync', 'Cleaning'), ...later(5));
  for (const dish of ['Eggs', 'Toast', 'Cleaning']) await place(page, bar(page, 'One cook, async', dish));
  await place(page, bar(page, 'Hired cooks, threads', 'Eggs'), 'ArrowDown');
  await place(page, bar(page, 'Hired cooks, threads', 'Toast'), 'ArrowDown', 'ArrowDown');
  await place(page, bar(page, 'Hired cooks, threads', 'Cleaning'));
  const order = page.getByRole('main').getByRole('radiogroup');
  await expect(order).toHaveCount(4);
  // The hired cooks first, both together; then the one cook, either way.
  for (const [i, place] of [1, 1, 0, 0].entries()) {
    await press(page, order.nth(i).getByRole('radio').first(), 'Space');
    for (let step = 0; step < place; step++) await page.keyboard.press('ArrowRight');
  }
}

/** Reaches an element of a question and presses keys on it, one after the other. */
export async function pressOn(page: Page, target: Locator, ...keys: readonly string[]): Promise<void> {
  await tabTo(page, target);
  for (const key of keys) await page.keyboard.press(key);
}
