import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { catalogue } from '@core/experiments/catalogue';
import { renderWorksheet } from '@core/print/worksheet';
import { expectAccessible } from '../support/accessibility';
import { root } from '../support/electron-program';
import { wantsPictures } from '../support/look';
import { screensFolder } from '../support/screens';
import { lengthen } from './support/long-texts';
import { expect, test } from './support/screen';

const stylesheet = `/assets/${readdirSync(join(root, 'out', 'renderer', 'assets')).find((name) => /^report-.*\.css$/.test(name)) ?? ''}`;
/** A sheet of A4 without its margins, in px. */
const paper = { width: 673, height: 971 };
/** More than these nobody copies for a class. */
const mostPages = 6;

async function pages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Texts that leave the paper at its side or are cut, with what they say. */
async function outside(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.textContent.trim().slice(0, 60)),
  );
}

for (const experiment of catalogue) {
  test(`${experiment.id}: the worksheet stays on the paper, also with texts 40 % longer`, async ({ page, server }) => {
    const address = `${server.origin}/worksheet.html`;
    const body = renderWorksheet(experiment, { stylesheet });
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await expectAccessible(page, `worksheet of ${experiment.id}`);
    expect(await pages(page)).toBeLessThanOrEqual(mostPages);
    if (wantsPictures) {
      await page.pdf({ path: join(screensFolder, `worksheet-${experiment.id}.pdf`), preferCSSPageSize: true });
    }
    expect(await outside(page)).toEqual([]);
    await page.evaluate(lengthen, 'body');
    expect(await outside(page)).toEqual([]);
    expect(await pages(page)).toBeLessThanOrEqual(mostPages + 2);
  });
}
