import { syntheticAnswerRecord } from '@core/testing/synthetic-answer';
import { finishRecord } from '../../workers/records/seal';
import { emit } from './support/bridge';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const { hash, ...draft } = syntheticAnswerRecord();
const sealed = finishRecord(draft);
const { id } = sealed.record;

test('the question is asked by keyboard, the run is of a search, and its answer stands at the top', async ({
  page,
  open,
}) => {
  expect(hash).toHaveLength(64);
  const main = await open('#/workbench', { records: [sealed.text], handlers: { 'runs.start': () => ({ id }) } });
  await page.setViewportSize({ width: 1280, height: 800 });
  // Radio buttons: arrows choose.
  await content(page).getByRole('radio', { name: 'Compare what I choose' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(content(page).getByRole('radio', { name: 'Find the number for me' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'CPU (ms)' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('0');
  await expect(page.getByText('CPU (ms): Both together are at least 0.01 ms.')).toBeVisible();
  await expectGoodLooks(page, 'workbench, a task without time');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('8');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await expect(
    page.getByText(/^Searches \d+ set-ups in 3 rounds\. Then confirms at most 8 of them in 12\./),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect
    .poll(() => main.made.find(({ name }) => name === 'runs.start')?.input)
    .toMatchObject({
      experiment: 'workbench',
      workbench: { workload: 'mixed', taskMs: 10, answer: { cpuMs: 2, waitingMs: 8 } },
    });
  await emit(page, 'runs.changed', { phase: 'ended', id, experiment: 'workbench', outcome: { status: 'completed' } });

  await expect(page.getByRole('heading', { name: 'Results of this run' })).toBeFocused();
  const answer = content(page)
    .getByText(/^Smallest set-up as good as the best: 2 threads, 16 in flight each\./)
    .first();
  await expect(answer).toBeInViewport();
  // The form has made room, and comes back when it is asked for.
  await expect(page.getByRole('textbox', { name: 'CPU (ms)' })).toBeHidden();
  await expectGoodLooks(page, 'workbench, the answer');
  await page.getByRole('button', { name: 'Change or run again' }).press('Enter');
  await expect(page.getByRole('radio', { name: 'Find the number for me' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'CPU (ms)' })).toHaveValue('2');
});

test('the map is a table: every set-up has its threads, tasks in flight and time, also for who cannot see shades', async ({
  page,
  open,
}) => {
  await open(`#/notebook/${id}`, { records: [sealed.text] });
  await expect(content(page).getByRole('heading', { name: 'How much longer than the best?' })).toBeVisible();
  await expect(content(page).getByRole('heading', { name: /^Where is it fast/ })).toHaveCount(1);
  const map = content(page).getByRole('table').filter({ hasText: '16 in flight' }).first();
  await expect(map.getByRole('rowheader')).toHaveText([
    '1 thread',
    '2 threads',
    '4 threads',
    '8 threads',
    '16 threads',
  ]);
  const row = map.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '2 threads', exact: true }) });
  await expect(row.getByRole('cell').last()).toContainText('the answer');
  await expect(row.getByRole('cell').last()).toContainText(/\d ms \[/);
});
