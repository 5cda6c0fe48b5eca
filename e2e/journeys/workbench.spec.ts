import { statSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { press, tabTo, type } from '../support/keyboard';
import { look, pictures } from '../support/look';
import { recordsIn } from '../support/records';
import { openTab } from '../support/results';
import { expect, launch, test } from '../support/window';

test.use({ trace: 'off' });

async function openWorkbench(page: Page): Promise<void> {
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Workbench' }));
  await expect(page.getByRole('heading', { name: 'Workbench', level: 1 })).toBeVisible();
}

/** Reaches a field by Tab and replaces what it holds. */
async function fill(page: Page, name: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name, exact: true });
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
}

function runButton(page: Page): Locator {
  return page.getByRole('main').getByRole('button', { name: /^Run( again)?$/ });
}

test(
  'from a choice to results by keyboard alone; the record opens in the Notebook and as a PDF',
  { tag: '@short' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(240_000);
    await openWorkbench(page);
    await expect(page.getByText(/^4 conditions, 7 workers in all/)).toBeVisible();
    await look(app, page, '20-workbench');

    // Only fields that matter are there: threads have no tasks in flight, cpu no jitter.
    await press(page, page.getByRole('checkbox', { name: 'processes', exact: true }), 'Space');
    await expect(page.getByRole('group', { name: 'Number of workers' })).toBeVisible();
    await expect(page.getByRole('textbox', { name: /Jitter/ })).toHaveCount(0);
    await expect(page.getByRole('textbox', { name: 'Chunk (ms)' })).toHaveCount(0);
    await fill(page, 'Size of a task (ms)', '2');

    // A value out of range says what is allowed, and Run says why it waits.
    await fill(page, 'Tasks', '0');
    await expect(page.getByText('A whole number from 1 to 1000.', { exact: true })).toBeVisible();
    await expect(runButton(page)).toBeDisabled();
    await expect(page.getByText('Tasks: A whole number from 1 to 1000.')).toBeVisible();
    await look(app, page, '21-workbench-invalid');
    await fill(page, 'Tasks', '24');
    await expect(page.getByText(/^3 conditions, 5 workers in all, 24 tasks each, 7 rounds/)).toBeVisible();

    await press(page, runButton(page));
    await expect(page.getByRole('button', { name: 'Cancel the run' })).toBeVisible();
    await expect(page.getByText('Measuring', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await look(app, page, '22-workbench-running');

    const results = page.getByRole('region', { name: 'Results of this run' });
    await expect(results).toBeVisible({ timeout: 90_000 });
    await expect(results.getByRole('heading', { name: 'Results of this run' })).toBeFocused();
    await look(app, page, '23-workbench-results');
    await openTab(page, 'Charts');
    const figures = results.getByRole('table', { name: 'Totals, throughput and latency of each condition' });
    await expect(figures.getByRole('row')).toHaveCount(1 + 4);
    await expect(figures.getByRole('rowheader', { name: '2 threads' })).toBeVisible();
    for (const [name, tab, heading] of [
      ['24-workbench-states', 'Charts', /what did the workers do/],
      ['25-workbench-threads', 'Cost', 'What the workers cost the machine'],
      ['26-workbench-timeline', 'Timeline', 'Recorded timeline'],
      ['27-workbench-set-up', 'Method', 'How it was set up'],
    ] as const) {
      await openTab(page, tab);
      await results.getByRole('heading', { name: heading }).evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
      });
      await pictures(app, page, name);
      for (const word of [/cook/i, /dish/i, /kitchen/i, /ticket/i, /theory/i])
        await expect(results).not.toContainText(word);
    }

    const [record, ...others] = recordsIn(dataFolder);
    expect(others).toEqual([]);
    expect(record?.outcome).toEqual({ status: 'completed' });
    expect(record?.plan.workbench).toMatchObject({
      workload: 'cpu',
      taskMs: 2,
      tasks: 24,
      strategies: ['sync', 'async', 'threads'],
      workers: [2],
    });
    expect(record?.verdicts.map(({ expect: expected }) => expected)).toEqual(['open', 'open']);
    expect(record?.cells.every(({ tasks }) => tasks.length === 24)).toBe(true);

    await press(page, page.getByRole('link', { name: 'Open in the Notebook' }));
    await openTab(page, 'Charts');
    await expect(page.getByRole('table', { name: 'Totals, throughput and latency of each condition' })).toBeVisible();
    const pdf = info.outputPath('workbench.pdf');
    await app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
    }, pdf);
    await press(page, page.getByRole('button', { name: 'Save PDF' }).first());
    await expect(page.getByText(/Saved to/)).toBeVisible({ timeout: 30_000 });
    expect(statSync(pdf).size).toBeGreaterThan(20_000);
  },
);

test(
  'a starting point fills the form; the last choice is remembered after a restart',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(60_000);
    await openWorkbench(page);
    await press(page, page.getByRole('button', { name: 'Sockets: how many in flight?' }));
    await expect(page.getByRole('radio', { name: /^Network requests/ })).toBeChecked();
    await expect(page.getByRole('textbox', { name: 'Jitter of the latency (%)' })).toHaveValue('20');
    await expect(page.getByRole('group', { name: 'Number of workers' })).toHaveCount(0);
    await look(app, page, '28-workbench-sockets');
    await type(page, page.getByRole('textbox', { name: 'Rounds' }), '9');
    await expect
      .poll(async () => {
        const answer = await page.evaluate(() => window.lab['settings.read'](undefined));
        return answer.ok ? answer.value.workbench?.rounds : undefined;
      })
      .toBe(9);
    await app.close();
    const again = await launch(dataFolder);
    const second = await again.firstWindow();
    await expect(second.getByRole('heading', { name: 'Workbench', level: 1 })).toBeVisible();
    await expect(second.getByRole('radio', { name: /^Network requests/ })).toBeChecked();
    await expect(second.getByRole('textbox', { name: 'Rounds' })).toHaveValue('9');
    await again.close();
  },
);

test(
  'a cancelled run says what was kept, and the next one can be started',
  { tag: '@rest' },
  async ({ page, dataFolder }) => {
    test.setTimeout(90_000);
    await openWorkbench(page);
    await press(page, runButton(page));
    const cancel = page.getByRole('button', { name: 'Cancel the run' });
    await expect(page.getByText('Measuring', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await press(page, cancel);
    await expect(page.getByText('You cancelled the run.')).toBeVisible();
    await expect(page.getByText(/is kept in the Notebook/)).toBeVisible();
    expect(recordsIn(dataFolder).map(({ outcome }) => outcome.status)).toEqual(['cancelled']);
    await expect(runButton(page)).toBeEnabled();
  },
);
