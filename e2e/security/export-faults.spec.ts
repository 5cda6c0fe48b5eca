import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
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

test(
  'a report that cannot be saved is said so, leaves no part of a file, and the next one works',
  { tag: '@rest' },
  async ({ app, page }, info) => {
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

    // The page that asked dies meanwhile: main goes on, and the page comes back and can save again.
    await answerDialogs(app, [join(folder, 'c.pdf'), join(folder, 'd.pdf')]);
    const outcome = await app.evaluate(async ({ BrowserWindow, dialog }, one) => {
      const shown = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('index.html'),
      );
      if (!shown) return 'no window';
      const { webContents } = shown;
      const code = `window.lab['records.savePdf']({ id: ${JSON.stringify(one)} })`;
      const asked = new Promise<void>((resolve) => {
        const ask = dialog.showSaveDialog;
        dialog.showSaveDialog = (...all: Parameters<typeof ask>) => {
          resolve();
          return ask(...all);
        };
      });
      void webContents.executeJavaScript(code); // never settles: its page dies
      await asked;
      const back = new Promise((resolve) => webContents.once('did-finish-load', () => resolve('back')));
      webContents.forcefullyCrashRenderer();
      await back;
      return (await webContents.executeJavaScript(code)) as unknown;
    }, id);
    expect(outcome).toMatchObject({ ok: true, value: { path: join(folder, 'd.pdf') } });
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'taken.pdf']);
    for (const name of ['c.pdf', 'd.pdf']) expect(isWholePdf(join(folder, name)), name).toBe(true);
  },
);
