import type { Page } from '@playwright/test';
import { expectAccessible } from '../../support/accessibility';
import { setTheme, sizes, themes } from '../../support/screens';
import { expect } from './screen';

/** Expects a page that axe has nothing against in either theme, and that fits both sizes of the window. */
export async function expectGoodLooks(page: Page, where: string): Promise<void> {
  for (const { name, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    // Charts follow the size of the window a moment later.
    await expect.poll(() => cutOff(page), { message: `cut off on ${where} at ${name}`, timeout: 5000 }).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  // Tables learn in the frame after whether they scroll, and can be reached by keyboard then.
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
  for (const theme of themes) {
    await setTheme(page, theme);
    await expectAccessible(page, `${where}, ${theme}`, theme === 'light' ? 'everything' : 'colours');
  }
}

/** What cannot be seen whole: a page wider than the window, and words wider than the box that hides the rest of them. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isWider = (element: Element): boolean => element.scrollWidth > element.clientWidth + 1;
    const found = [document.documentElement, ...document.querySelectorAll('main')]
      .filter(isWider)
      .map(() => 'the page');
    for (const element of document.querySelectorAll('main *')) {
      const { overflowX, textOverflow, display, clipPath } = getComputedStyle(element);
      const hides = overflowX === 'hidden' || overflowX === 'clip';
      const isMeant = textOverflow === 'ellipsis' || clipPath !== 'none' || element.clientWidth <= 1;
      if (hides && !isMeant && display !== 'inline' && isWider(element)) {
        found.push(`${element.tagName} ${element.textContent.trim().slice(0, 60)}`);
      }
    }
    return found;
  });
}
