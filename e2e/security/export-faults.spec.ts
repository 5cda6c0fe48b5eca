import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, shortRequest, test } from '../support/window';

/** Every question for a place to save is answered with the next of these paths. */
async function answerDialogs(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, all) => {
    const left = [...all];
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: left.shift() ?? '' });
  }, paths);
}

async function shortRun(page: Page): Promise<string> {
  const request = { ...shortRequest, parameters: { ...shortRequest.parameters, rounds: 1 } };
  const started = await page.evaluate((input) => window.lab['runs.start'](input), request);
  if (!started.ok) throw new Error(started.error.message);
  await expect
    .poll(() => page.evaluate(async () => JSON.stringify(await window.lab['runs.current'](undefined))), {
      timeout: 60_000,
    })
    .toMatch(/"phase":"ended".*"status":"completed"/);
  return started.value.id;
}

function isWholePdf(path: string): boolean {
  const bytes = readFileSync(path);
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-1024).includes('%%EOF');
}

test('a report that cannot be saved is said so, leaves no part of a file, and the next one works', async ({
  app,
  page,
}, info) => {
  const folder = info.outputPath('reports');
  mkdirSync(join(folder, 'taken.pdf'), { recursive: true });
  const id = await shortRun(page);
  const save = (): Promise<{ ok: boolean; error?: { code: string } }> =>
    page.evaluate((one) => window.lab['records.savePdf']({ id: one }), id);

  await answerDialogs(app, ['/proc/report.pdf', join(folder, 'no', 'such', 'report.pdf'), join(folder, 'taken.pdf')]);
  for (let i = 0; i < 3; i++) expect(await save()).toMatchObject({ ok: false, error: { code: 'not-writable' } });
  expect(readdirSync(folder)).toEqual(['taken.pdf']);

  // Two at once: one waits for the other, both come out whole.
  await answerDialogs(app, [join(folder, 'a.pdf'), join(folder, 'b.pdf')]);
  expect(await Promise.all([save(), save()])).toMatchObject([{ ok: true }, { ok: true }]);
  for (const name of ['a.pdf', 'b.pdf']) expect(isWholePdf(join(folder, name)), name).toBe(true);

  // The page that asked dies meanwhile: main goes on, and the page comes back.
  await answerDialogs(app, [join(folder, 'c.pdf'), join(folder, 'd.pdf')]);
  const asked = save().catch(() => undefined);
  await page.waitForTimeout(50);
  await app.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().includes('index.html'));
    shown?.webContents.forcefullyCrashRenderer();
  });
  await Promise.race([asked, page.waitForTimeout(1_000).catch(() => undefined)]);
  const again = app.windows().find((one) => one.url().includes('index.html')) ?? page;
  await expect
    .poll(() => again.evaluate(() => typeof window.lab).catch(() => 'none'), { timeout: 20_000 })
    .toBe('object');
  await expect
    .poll(() => again.evaluate((one) => window.lab['records.savePdf']({ id: one }), id).catch(() => undefined), {
      timeout: 30_000,
    })
    .toMatchObject({ ok: true });
  for (const name of readdirSync(folder).filter((one) => one !== 'taken.pdf'))
    expect(isWholePdf(join(folder, name)), name).toBe(true);
  expect(existsSync(join(folder, 'd.pdf'))).toBe(true);
});
