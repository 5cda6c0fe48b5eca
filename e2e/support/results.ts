import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The tabs of a result, as they are named on the screen. */
export type TabName = 'Story' | 'Comparisons' | 'Charts' | 'Timeline' | 'Cost' | 'Method' | 'My answers';

/** Opens a tab of the results by keyboard, which needs no pointer to be near. */
export async function openTab(page: Page, name: TabName): Promise<void> {
  const tab = tabOf(page, name);
  await tab.focus();
  await page.keyboard.press('Enter');
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}

function tabOf(page: Page, name: TabName): Locator {
  const tabs = page.getByRole('tablist', { name: 'What to look at' });
  // Some names end with how much there is.
  return tabs.getByRole('tab', { name: new RegExp(`^${name}( \\(\\d+\\))?$`) });
}
