import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { resize, screensFolder, setTheme, sizes, themes } from './screens';

/**
 * Whether pictures were asked for, with `PICTURES=1`: then every screen is looked at in both sizes and both themes. Without,
 * axe sees each kind of screen once; all themes and sizes of every screen are the mocked tier's (e2e/mocked).
 */
export const wantsPictures = process.env['PICTURES'] === '1';

/** Kinds of screens that axe has seen in this process. */
const seen = new Set<string>();

/** What to look at. */
export interface Look {
  /** Name of the pictures. */
  readonly name: string;
  /** Kind of the screen, the same for screens that differ in their data alone; the name unless given. */
  readonly kind?: string;
  /** Scrolled to the top before each picture. */
  readonly target?: Locator;
}

/** Looks at a screen as another person would: axe finds nothing, and pictures for people if they were asked for. */
export async function look(app: ElectronApplication, page: Page, what: string | Look): Promise<void> {
  const { name, kind = name, target } = typeof what === 'string' ? ({ name: what } as Look) : what;
  if (wantsPictures) {
    await pictures(app, page, name, target);
    for (const theme of themes) {
      await setTheme(page, theme);
      await expectAccessible(page, `${name}, ${theme}`);
    }
    await setTheme(page, 'light');
  } else if (!seen.has(kind)) {
    await expectAccessible(page, name);
  }
  seen.add(kind);
}

/** Takes a picture of the page in both sizes and both themes, for people to look at, if they were asked for. */
export async function pictures(app: ElectronApplication, page: Page, name: string, target?: Locator): Promise<void> {
  if (!wantsPictures) return;
  mkdirSync(screensFolder, { recursive: true });
  for (const { name: size, width, height } of sizes) {
    await resize(app, width, height);
    for (const theme of themes) {
      await setTheme(page, theme);
      await target?.evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
      await page.screenshot({ path: join(screensFolder, `${name}-${size}-${theme}.png`) });
    }
  }
  await setTheme(page, 'light');
  await resize(app, 1280, 800);
}
