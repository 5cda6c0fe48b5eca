import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { root } from './electron-program';

export const screensFolder = join(root, 'test-results', 'screens');

export const sizes = [
  { name: '1280x800', width: 1280, height: 800 },
  { name: '960x640', width: 960, height: 640 },
] as const;
export const themes = ['light', 'dark'] as const;

/** Gives the page's content this size. */
export async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows().filter((one) => one.isVisible());
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

/** Makes the page believe that the desktop prefers this theme; with the setting "Desktop" the window follows. */
export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  // Two frames, in which charts read their colours anew, and the end of every transition that the change has begun. It is
  // asked frame by frame: Chromium 156 may let the promise of a transition that has finished wait for ever.
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const isUnderWay = (one: Animation): boolean =>
      one.playState === 'running' && Number.isFinite(one.effect?.getComputedTiming().endTime);
    await frame();
    do await frame();
    while (document.getAnimations().some(isUnderWay));
  });
}
