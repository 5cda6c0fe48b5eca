import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { analyse } from '../../core/analysis/analysis';
import { renderReport } from '../../core/print/report';
import type { RunRecord } from '../../core/record/record';
import { recordsOfEveryExperiment } from '../../core/testing/every-experiment';
import { root } from '../support/electron-program';
import { lengthen } from './support/long-texts';
import { expect, test } from './support/screen';

const stylesheet = `/assets/${readdirSync(join(root, 'out', 'renderer', 'assets')).find((name) => /^report-.*\.css$/.test(name)) ?? ''}`;
const records = recordsOfEveryExperiment(2);

/** Lays a report out as paper. @returns how many pages of A4 it takes */
async function pagesOf(page: Page, origin: string, record: RunRecord, appendix: boolean, prepare?: () => void) {
  const address = `${origin}/printed.html`;
  const body = renderReport(record, analyse(record), { stylesheet, appendix });
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(address);
  if (prepare) await page.evaluate(prepare);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** How much of a sheet's texts lies beyond its foot, in px, and how high its lowest figure still is. */
async function sheetsOf(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 971 });
  return page.evaluate(() =>
    [...document.querySelectorAll('.sheet')].map((sheet) => ({
      over: Math.max(0, sheet.scrollHeight - sheet.clientHeight),
      beside: Math.max(0, sheet.scrollWidth - sheet.clientWidth),
      lowestFigure: Math.min(...[...sheet.querySelectorAll('svg')].map((svg) => svg.getBoundingClientRect().height)),
    })),
  );
}

for (const [id, record] of records) {
  test(`${id}: the report is two pages, also with texts 40 % longer`, async ({ page, server }) => {
    for (const prepare of [undefined, lengthen]) {
      expect(await pagesOf(page, server.origin, record, false, prepare), 'pages').toBe(2);
      const sheets = await sheetsOf(page);
      expect(sheets).toHaveLength(2);
      for (const { over, beside, lowestFigure } of sheets) {
        expect(over).toBe(0);
        expect(beside).toBe(0);
        expect(lowestFigure).toBeGreaterThan(prepare ? 20 : 50);
      }
      await page.unrouteAll();
    }
  });
}

test('what a student wrote at length is shortened on the two pages and follows in full', async ({ page, server }) => {
  const base = records.get('eggs-and-toast');
  if (!base) throw new Error('eggs-and-toast is gone');
  const long = 'I saw that the eggs were served long before the toast was. '.repeat(40);
  const record = { ...base, answers: { ...base.answers, observation: long, analogy: long } };
  expect(await pagesOf(page, server.origin, record, false)).toBeGreaterThan(2);
  expect((await sheetsOf(page)).map(({ over }) => over)).toEqual([0, 0]);
  expect(await page.locator('.in-full').innerText()).toContain(long.trim());
});

test('a report with the appendix begins with the same two pages', async ({ page, server }) => {
  const [record] = [...records.values()];
  if (!record) throw new Error('there is no record');
  expect(await pagesOf(page, server.origin, record, true)).toBeGreaterThan(4);
  await expect(page.locator('.sheet')).toHaveCount(2);
});
