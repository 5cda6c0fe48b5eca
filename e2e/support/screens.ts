import { mkdirSync } from 'node:fs';
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

/** Takes a picture of the page in both sizes and both themes, for people to look at. */
export async function pictures(app: ElectronApplication, page: Page, name: string): Promise<void> {
  mkdirSync(screensFolder, { recursive: true });
  for (const { name: size, width, height } of sizes) {
    await resize(app, width, height);
    for (const theme of themes) {
      await setTheme(page, theme);
      await page.screenshot({ path: join(screensFolder, `${name}-${size}-${theme}.png`) });
    }
  }
  await setTheme(page, 'light');
  await resize(app, 1280, 800);
}

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
  // Two frames: charts read their colours anew after the change.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 120)))),
  );
}
