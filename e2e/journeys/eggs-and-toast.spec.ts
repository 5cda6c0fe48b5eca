import { press, tabTo, type } from '../support/keyboard';
import { answerObservation, answerSituations, goThroughFindings } from '../support/lesson';
import { look } from '../support/look';
import { drawEggsAndToast } from '../support/predict';
import { recordsIn } from '../support/records';
import { resize } from '../support/screens';
import { expect, goTo, launch, test } from '../support/window';

test.use({ trace: 'off' });

test(
  'a newcomer goes from prediction to explanation by keyboard alone, and keeps a record and a PDF',
  { tag: '@short' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(240_000);
    const violations: string[] = [];
    await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
    await page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { reportViolation(text: string): void }).reportViolation(event.violatedDirective);
      });
    });
    const button = (name: string | RegExp): ReturnType<typeof page.getByRole> => page.getByRole('button', { name });

    await expect(page.getByRole('heading', { name: 'Experiments', level: 1 })).toBeVisible();
    await expect(page.getByText('usable by the lab')).toBeVisible();
    await look(app, page, '01-experiments');
    const open = page.getByRole('link', { name: /^Start.*Eggs and toast/ });
    await press(page, open);

    await expect(page.getByRole('heading', { name: /Does a cook who waits/ })).toBeVisible();
    await look(app, page, '02-question');
    await press(page, page.getByRole('main').getByRole('button', { name: 'Predict', exact: true }));

    // The run stays out of reach until the prediction is complete.
    await expect(page.getByRole('heading', { name: 'What do you expect?', exact: true })).toBeVisible();
    const go = button('Go to the run');
    await expect(go).toBeDisabled();
    await drawEggsAndToast(page);
    await expect(go).toBeDisabled();
    await type(page, page.getByRole('textbox', { name: 'Why?' }), 'Waiting can overlap, kneading cannot.');
    await look(app, page, '03-predict');
    await press(page, go);

    await expect(page.getByRole('heading', { name: 'Run it on this machine' })).toBeVisible();
    await look(app, page, '04-run');
    await press(page, page.getByRole('radio', { name: /Quick/ }), 'Space');
    await press(page, page.getByRole('main').getByRole('button', { name: 'Run', exact: true }).last());
    await expect(button('Cancel').first()).toBeVisible();
    await expect(
      page
        .getByRole('main')
        .getByText(/Round [1-9]/)
        .first(),
    ).toBeVisible({ timeout: 60_000 });
    await look(app, page, '05-running');

    await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible({ timeout: 90_000 });
    await look(app, page, '06-observe');
    // What the run had started is gone with it: what stays are the processes of the app itself.
    const names = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ name }) => name ?? ''));
    const helpers = names.filter((name) => name.startsWith('Concurrency Lab '));
    expect(helpers.filter((name) => !/ (analysis|machine|monitor) \d+$/.test(name))).toEqual([]);
    expect(helpers.some((name) => name.startsWith('Concurrency Lab monitor'))).toBe(true);
    await answerObservation(page);
    await type(page, page.getByRole('textbox', { name: 'What I see' }), 'Async was as fast as hired cooks.');
    await press(page, button('Show the explanation'));

    await expect(page.getByRole('heading', { name: 'Why it came out like this' })).toBeVisible();
    await look(app, page, '07-explain');
    await goThroughFindings(page);
    await type(page, page.getByRole('textbox', { name: 'Where it breaks' }), 'Cooks get tired.');
    await press(page, button('Compare with our answer'));
    await expect(page.getByText('Our answer')).toBeVisible();
    await press(page, button('A new situation'));

    await expect(page.getByRole('heading', { name: 'A new situation' })).toBeVisible();
    await answerSituations(page);
    await look(app, page, '08-transfer');
    await press(page, button('Open in the Notebook').or(page.getByRole('link', { name: 'Open in the Notebook' })));

    // The end of the lesson has the same button.
    await expect(page).toHaveURL(/#\/notebook\//);
    await expect(page.getByRole('region', { name: 'Results' })).toBeVisible();
    await look(app, page, '09-record');
    // The dialog of the system cannot be driven: main is told what a person would choose.
    const pdf = info.outputPath('report.pdf');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, pdf);
    await press(page, page.getByRole('button', { name: 'Save PDF' }).first());
    await expect(page.getByText(/Saved to/)).toBeVisible({ timeout: 20_000 });

    const [record, ...others] = recordsIn(dataFolder);
    expect(others).toEqual([]);
    if (!record) throw new Error('There is no record.');
    expect(record.outcome.status).toBe('completed');
    expect(record.prediction).toMatchObject({
      status: 'given',
      reason: 'Waiting can overlap, kneading cannot.',
      rankings: {
        doughs: [
          ['threads', 'processes'],
          ['sync', 'async'],
        ].map((ids) => expect.arrayContaining(ids)),
      },
      forecasts: {
        kitchens: { kind: 'trace', bars: { async: [{ state: 'timer' }, { state: 'timer' }, { state: 'busy' }] } },
      },
    });
    expect(Date.parse(record.prediction.frozenAt)).toBeLessThanOrEqual(Date.parse(record.startedAt));
    expect(record.answers).toMatchObject({
      observation: 'Async was as fast as hired cooks.',
      analogy: 'Cooks get tired.',
    });
    expect(record.answers.observed).toMatchObject({ first: 'eggs', outcome: 'wrong' });
    expect(Object.keys(record.answers.transfers ?? {}).sort()).toEqual(['chat-server', 'photo-service']);
    expect(violations).toEqual([]);
  },
);

test('every other page: monitor, notebook, settings, palette', { tag: '@rest' }, async ({ app, page }) => {
  test.setTimeout(120_000);
  const nav = page.getByRole('navigation', { name: 'Main' });
  await press(page, nav.getByRole('link', { name: 'Live monitor' }));
  await expect(page.getByRole('heading', { name: 'Live monitor', level: 1 })).toBeVisible();
  await expect
    .poll(async () => Number(await page.locator('[data-samples]').getAttribute('data-samples')))
    .toBeGreaterThan(8);
  await look(app, page, '10-monitor');
  await press(page, nav.getByRole('link', { name: 'Notebook' }));
  await expect(page.getByRole('heading', { name: 'Notebook', level: 1 })).toBeVisible();
  await look(app, page, '11-notebook-empty');
  await press(page, nav.getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await look(app, page, '12-settings');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(app, page, '13-palette');
  await page.keyboard.type('notebook');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Notebook', level: 1 })).toBeVisible();
});

test('size, page and theme are remembered', { tag: '@rest' }, async ({ app, page, dataFolder }) => {
  await page.evaluate(() => window.lab['settings.change']({ theme: 'dark' }));
  await resize(app, 1000, 700);
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }));
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect
    .poll(async () => {
      const answer = await page.evaluate(() => window.lab['settings.read'](undefined));
      return answer.ok ? answer.value.lastPage : '';
    })
    .toBe('/settings');
  await app.close();
  const again = await launch(dataFolder);
  const second = await again.firstWindow();
  await expect(second.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark');
  const width = await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentSize()[0]);
  expect(width).toBe(1000);
  await again.close();
});

test('cancel by keyboard during a run says what was kept', { tag: '@short' }, async ({ page, dataFolder }) => {
  test.setTimeout(120_000);
  await goTo(page, '#/experiments/eggs-and-toast');
  await press(page, page.getByRole('main').getByRole('button', { name: 'Predict', exact: true }));
  await press(page, page.getByRole('button', { name: 'Skip the prediction' }));
  await expect(page.getByRole('heading', { name: 'Run it on this machine' })).toBeVisible();
  await press(page, page.getByRole('main').getByRole('button', { name: 'Run', exact: true }).last());
  const cancel = page.getByRole('main').getByRole('button', { name: /Cancel/ });
  await expect(
    page
      .getByRole('main')
      .getByText(/Round [1-9]/)
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await tabTo(page, cancel);
  await page.keyboard.press('Enter');
  await expect(page.getByText('You cancelled the run.')).toBeVisible();
  const kept = /is kept in the Notebook: (\d+) of (\d+) executions, (\d+) of \d+ rounds complete/;
  const said = kept.exec(await page.getByText(kept).innerText()) ?? [];
  const records = recordsIn(dataFolder);
  expect(records.map(({ outcome }) => outcome)).toEqual([{ status: 'cancelled' }]);
  // The sentence says what the record holds.
  expect(said.slice(1, 3).map(Number)).toEqual([records[0]?.cells.length, records[0]?.order.length]);
  expect(Number(said[1])).toBeGreaterThan(0);
  expect(Number(said[1])).toBeLessThan(Number(said[2]));
});
