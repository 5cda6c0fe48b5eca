import type { Locator, Page } from '@playwright/test';
import { content } from '../../mocked/support/screen';

// Names on the screen are written out here: a text that moves or changes its place in the catalogue must not move the guard.

/**
 * Everything that the page says beside its navigation, tab by tab where results have tabs: first what is read with every fold open and every table in place of
 * its chart, then roles, names and values of all that can be reached, with the charts in place.
 * @param main a part of the page, if not all of it
 */
export async function screenText(page: Page, main: Locator = content(page)): Promise<string> {
  const tabs = main.getByRole('tablist', { name: 'What to look at' }).getByRole('tab');
  await settled(main);
  const names = await tabs.allInnerTexts();
  if (names.length === 0) return await shownText(main);
  const texts: string[] = [];
  for (const [index, name] of names.entries()) {
    await tabs.nth(index).click();
    await settled(main);
    // The first is read with all that is around the tabs, the others alone.
    const shown = await shownText(index === 0 ? main : main.getByRole('tabpanel', { name, exact: true }));
    texts.push(`===== tab: ${name} =====\n${shown}`);
  }
  await tabs.first().click();
  return texts.join('\n\n');
}

/** What is read of a part of the page as it stands; what counts this page's own frames is another number at every look. */
async function shownText(main: Locator): Promise<string> {
  await main.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
    for (const live of element.querySelectorAll<HTMLElement>('[data-frames] .figure')) live.style.display = 'none';
  });
  await settled(main);
  const names = await main.ariaSnapshot();
  await showTables(main);
  await settled(main);
  return `${await main.innerText()}\n\n===== roles, names, values =====\n${names}`;
}

/** Charts and timeline call the button alike. */
async function showTables(main: Locator): Promise<void> {
  const buttons = main.getByRole('button', { name: 'Show as table', exact: true });
  for (let left = await buttons.count(); left > 0; left--) await buttons.first().click();
}

/** Waits until the page, which appears piece by piece, one a frame, has stopped to grow. */
async function settled(main: Locator): Promise<void> {
  await main.evaluate(async (element) => {
    let before = -1;
    for (let same = 0; same < 8;) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      const now = element.textContent.length;
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
}
