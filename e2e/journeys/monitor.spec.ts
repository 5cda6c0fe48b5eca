import type { Locator, Page } from '@playwright/test';
import { press } from '../support/keyboard';
import { look, pictures } from '../support/look';
import { test } from '../support/shared-window';
import { expect, shortRequest } from '../support/window';

test.use({ trace: 'off' });

async function openMonitor(page: Page): Promise<void> {
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Live monitor' }));
  await expect(page.getByRole('heading', { name: 'Live monitor', level: 1 })).toBeVisible();
}

function tree(page: Page): Locator {
  return page.getByTestId('process-tree');
}

/** CPU seconds of the process with this role, as the page shows them. */
async function cpuSeconds(page: Page, role: string): Promise<number> {
  return Number(await tree(page).locator(`[data-role="${role}"] td`).nth(1).innerText());
}

/** The rows of a chart's table. */
async function rowsOf(page: Page, title: string): Promise<readonly string[][]> {
  const toolbar = page.getByRole('group', { name: `Actions for the chart “${title}”` });
  await toolbar.getByRole('button', { name: 'Show as table' }).click();
  const rows = page.getByRole('table', { name: title }).getByRole('row');
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
  );
  await toolbar.getByRole('button', { name: 'Show as chart' }).click();
  return cells.slice(1);
}

/** What the Live monitor says about a block, once it is over. */
async function blocked(page: Page, name: string, says: RegExp): Promise<string> {
  await press(page, page.getByRole('button', { name }));
  const result = page.getByTestId('stress-result');
  await expect(result).toContainText(says, { timeout: 20_000 });
  return result.innerText();
}

function number(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`"${text}" does not match ${String(pattern)}`);
  return Number(found);
}

test('the tree names the processes of the app, and their CPU seconds grow', { tag: '@rest' }, async ({ app, page }) => {
  test.setTimeout(180_000);
  await openMonitor(page);
  for (const role of ['main', 'page', 'monitor'])
    await expect(tree(page).locator(`[data-role="${role}"]`)).toHaveCount(1);
  const shownPid = await tree(page).locator('[data-role="main"] td').first().innerText();
  expect(Number(shownPid)).toBe(await app.evaluate(() => process.pid));
  for (const role of ['main', 'page', 'monitor']) {
    const before = await cpuSeconds(page, role);
    await expect.poll(() => cpuSeconds(page, role), { timeout: 30_000 }).toBeGreaterThan(before);
  }
  await expect(tree(page).getByText('/proc/<pid>/stat')).toBeVisible();
  await expect(tree(page).getByText('No run is going on')).toBeVisible();
  await look(app, page, '30-monitor');
  await tree(page).evaluate((element) => {
    element.scrollIntoView({ block: 'start' });
  });
  await pictures(app, page, '31-monitor-tree');
});

test('blocking the window: frames stop, no sample of the CPU is lost', { tag: '@rest' }, async ({ app, page }) => {
  test.setTimeout(180_000);
  await openMonitor(page);
  await expect(page.getByRole('heading', { name: 'Who answers promptly?' })).toBeVisible();
  const text = await blocked(page, 'Block this window for 2 s', /frames were missed/);
  const longestS = number(text, /drew nothing for ([\d.]+) s/);
  expect(longestS).toBeGreaterThanOrEqual(1);
  expect(longestS).toBeLessThan(6);
  expect(number(text, /about (\d+) frames/)).toBeGreaterThan(10);
  expect(number(text, /took (\d+) samples/)).toBeGreaterThanOrEqual(Math.floor(4 * longestS) - 1);
  expect(text).toContain('missing: 0.');
  // The frames' line has a gap, and then the interval itself.
  let frames: readonly string[] = [];
  const longestRow = async (): Promise<number> => {
    // Rows of the other lines have nothing in this column.
    const column = (await rowsOf(page, 'Who answers promptly?')).map((row) => row[3] ?? '');
    frames = column.filter((value) => value !== '');
    return frames.findLastIndex((value) => Number(value) >= 1_000);
  };
  await expect.poll(longestRow, { timeout: 10_000 }).toBeGreaterThan(0);
  // What was drawn just before the block and just after it may be reported in between.
  const long = frames.findLastIndex((value) => Number(value) >= 1_000);
  expect(frames.slice(Math.max(0, long - 3), long)).toContain('no sample');
  await page.getByTestId('stress-result').scrollIntoViewIfNeeded();
  await look(app, page, '32-monitor-blocked-window');
});

test('blocking main: its loop is late, the window goes on drawing', { tag: '@rest' }, async ({ app, page }) => {
  test.setTimeout(180_000);
  await openMonitor(page);
  await expect(page.getByRole('heading', { name: 'Who answers promptly?' })).toBeVisible();
  const text = await blocked(page, 'Block main for 2 s', /event loop was up to/);
  expect(number(text, /up to ([\d.]+) s late/)).toBeGreaterThanOrEqual(1);
  expect(number(text, /drew (\d+) frames/)).toBeGreaterThan(10);
  expect(text).not.toMatch(/at most [\d.]+ s apart/);
  // The chart takes a report in with its next turn, a moment after the sentence.
  const longestDelay = async (): Promise<number> => {
    const delays = (await rowsOf(page, 'Who answers promptly?')).map((row) => Number(row[1]));
    return Math.max(0, ...delays.filter((ms) => !Number.isNaN(ms)));
  };
  await expect.poll(longestDelay).toBeGreaterThanOrEqual(1_000);
  await page.getByTestId('stress-result').scrollIntoViewIfNeeded();
  await look(app, page, '33-monitor-blocked-main');
});

test(
  'a run shows its lab process, task processes and workers; nothing may be blocked meanwhile',
  { tag: '@rest' },
  async ({ app, page }) => {
    test.setTimeout(180_000);
    await openMonitor(page);
    const started = await page.evaluate((request) => window.lab['runs.start'](request), shortRequest);
    expect(started.ok).toBe(true);
    await expect(page.getByRole('button', { name: 'Block main for 2 s' })).toBeDisabled();
    const refused = await page.evaluate(async () => {
      const answers = await Promise.all([window.lab['stress.main'](undefined), window.lab['stress.allow'](undefined)]);
      return answers.map((answer) => (answer.ok ? 'allowed' : answer.error.code));
    });
    expect(refused).toEqual(['run-active', 'run-active']);
    await expect(tree(page).locator('[data-role="lab"]')).toHaveCount(1, { timeout: 20_000 });
    await expect(tree(page).locator('[data-thread="dispatcher"]')).toHaveCount(1);
    await expect(tree(page).locator('[data-thread="worker"]').first()).toBeVisible({ timeout: 60_000 });
    await expect(tree(page).locator('[data-role="task"]').first()).toBeVisible({ timeout: 60_000 });
    await tree(page).evaluate((element) => {
      element.scrollIntoView({ block: 'start' });
    });
    await pictures(app, page, '34-monitor-run');
    // The processes leave the tree with the run, which comes to its end beside the monitor.
    await expect(tree(page).locator('[data-role="lab"]')).toHaveCount(0, { timeout: 120_000 });
    for (const gone of ['[data-role="task"]', '[data-thread="worker"]'])
      await expect(tree(page).locator(gone)).toHaveCount(0);
    const state = (): Promise<unknown> => page.evaluate(() => window.lab['runs.current'](undefined));
    const ended = { ok: true, value: { phase: 'ended', outcome: { status: 'completed' } } };
    await expect.poll(state, { timeout: 60_000 }).toMatchObject(ended);
    await expect(page.getByRole('button', { name: 'Block main for 2 s' })).toBeEnabled({ timeout: 30_000 });
  },
);

test('pause holds every chart still, and the time shown is remembered', { tag: '@rest' }, async ({ page }) => {
  test.setTimeout(60_000);
  await openMonitor(page);
  await expect(page.getByRole('radio', { name: '2 min' })).toBeChecked();
  await expect(tree(page).locator('[data-role="main"]')).toHaveCount(1);
  await press(page, page.getByRole('button', { name: 'Pause', exact: true }));
  const before = await rowsOf(page, 'How busy are the cores?');
  const samples = (): Promise<string | null> => page.locator('[data-samples]').getAttribute('data-samples');
  const then = Number(await samples());
  await expect.poll(async () => Number(await samples()), { timeout: 10_000 }).toBeGreaterThan(then + 8);
  expect(await rowsOf(page, 'How busy are the cores?')).toEqual(before);
  await press(page, page.getByRole('button', { name: 'Continue' }));
  await expect.poll(() => rowsOf(page, 'How busy are the cores?')).not.toEqual(before);
  await page.getByRole('radio', { name: '2 min' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '10 min' })).toBeChecked();
  await expect
    .poll(async () => {
      const answer = await page.evaluate(() => window.lab['settings.read'](undefined));
      return answer.ok ? answer.value.monitorSeconds : undefined;
    })
    .toBe(600);
});
