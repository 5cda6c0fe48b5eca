import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '@core/ipc/settings';
import type { Options } from './options';
import { sandboxSwitches, temporaryFolder } from './programs';

/** Opens the built app's window with a profile of its own, calls `use`, and closes it. */
export async function withWindow<T>(
  options: Options,
  use: (app: ElectronApplication, page: Page, folder: string) => Promise<T>,
): Promise<T> {
  const folder = temporaryFolder();
  // The page that is open most of the time, not the one that comes once.
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ settings: { ...defaultSettings, welcome: 'seen' } }));
  const app = await openedWindow(options, folder);
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('domcontentloaded');
    await page.waitForTimeout(2_000);
    return await use(app, page, folder);
  } finally {
    await app.close();
  }
}

/** Starts the built app with its window on this data folder. */
export function openedWindow({ runtime, root }: Options, folder: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: runtime,
    args: [...sandboxSwitches, `--user-data-dir=${folder}`, root],
    cwd: root,
    chromiumSandbox: process.getuid?.() !== 0,
  });
}
