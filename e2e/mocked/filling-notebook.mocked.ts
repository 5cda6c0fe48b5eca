import { LabError } from '@core/ipc/envelope';
import { listed } from '@core/ipc/payloads';
import type { RecordSummary } from '@core/ipc/payloads';
import { readRecord } from '../../workers/records/read';
import { summarise } from '../../workers/records/summarise';
import { keptText } from '../guard/support/kept-records';
import { emit } from './support/bridge';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const { summary } = summarise(readRecord(keptText('noise-floor.quick')));

/** One record under other ids: what differs is what the list tells apart. */
function row(n: number): RecordSummary {
  const id = `20260102T030405Z-${n.toString(16).padStart(8, '0')}`;
  const startedAt = `2026-01-02T03:${String(n % 60).padStart(2, '0')}:05.000Z`;
  return { ...summary, id, title: `Run ${n}`, startedAt };
}

test('the Notebook fills while its files are read, newest first, and says how far it is', async ({ page, open }) => {
  await open('#/notebook', {
    handlers: { 'records.list': () => listed({ rows: [row(2)], reading: { done: 1, total: 4 } }) },
  });
  const titles = content(page).locator('[data-record-link]');
  await expect(titles).toHaveText(['Run 2']);
  await expect(content(page).getByText('Reading 1 of 4 records …')).toBeVisible();
  await expectGoodLooks(page, 'filling Notebook');

  await emit(page, 'records.found', { rows: [row(3)], gone: [], reading: { done: 2, total: 4 } });
  await expect(titles).toHaveText(['Run 3', 'Run 2']);
  await expect(content(page).getByText('Reading 2 of 4 records …')).toBeVisible();

  // A file that went meanwhile, and the last ones.
  await emit(page, 'records.found', { rows: [row(1)], gone: [row(2).id], reading: null });
  await expect(titles).toHaveText(['Run 3', 'Run 1']);
  await expect(content(page).getByText(/Reading \d/)).toHaveCount(0);
});

test('a Notebook of which nothing is known yet does not say that it is empty', async ({ page, open }) => {
  await open('#/notebook', {
    handlers: { 'records.list': () => listed({ rows: [], reading: { done: 0, total: 3 } }) },
  });
  await expect(content(page).getByText('Reading 0 of 3 records …')).toBeVisible();
  await expect(content(page).getByText('No runs yet')).toHaveCount(0);
  await emit(page, 'records.found', { rows: [], gone: [], reading: null });
  await expect(content(page).getByText('No runs yet')).toBeVisible();
});

test('while a run is measured the list says that the others follow', async ({ page, open }) => {
  const { plan, id } = readRecord(keptText('noise-floor.quick')).record;
  const progress = {
    phase: 'measuring',
    done: 1,
    planned: 10,
    round: 1,
    rounds: 7,
    part: null,
    condition: null,
  } as const;
  await open('#/notebook', {
    run: { phase: 'running', id, plan, progress, elapsedSeconds: 5, remainingSeconds: 20 },
    handlers: { 'records.list': () => listed({ rows: [row(2)], reading: { done: 1, total: 4 } }) },
  });
  await expect(content(page).getByText('1 of 4 records are read; the others follow after the run.')).toBeVisible();
});

test('a record in memory: "Save as…" that finds its folder gone says so, and can be tried again', async ({
  page,
  open,
}) => {
  const text = keptText('noise-floor.quick');
  const run = readRecord(text).record.id;
  const gone = '/gone/r.json cannot be written (ENOENT). Choose another place.';
  let tries = 0;
  const main = await open('#/notebook', {
    records: [text],
    notices: [
      { id: 'n1', kind: 'not-kept', message: 'The record of the last run could not be kept.', run, isInMemory: true },
    ],
    handlers: {
      'records.saveJson': () => {
        if (++tries === 1) throw new LabError('not-writable', gone);
        return { path: '/elsewhere/r.json' };
      },
    },
  });
  const save = page.getByRole('button', { name: 'Save as…' });
  await save.click();
  await expect(page.getByText(gone)).toBeVisible();
  // The notice stays as long as the record is nowhere else.
  await expect(save).toBeVisible();
  await expectGoodLooks(page, 'a record that could not be kept');
  await save.click();
  await expect(page.getByText('/elsewhere/r.json')).toBeVisible();
  expect(main.made.filter(({ name }) => name === 'records.saveJson').map(({ input }) => input)).toEqual([
    { id: run },
    { id: run },
  ]);
});

test('a long list draws more than a window shows, and the others where its end comes into sight', async ({
  page,
  open,
}) => {
  const rows = Array.from({ length: 40 }, (_, n) => row(n));
  await open('#/notebook', { handlers: { 'records.list': () => listed({ rows, reading: null }) } });
  const titles = content(page).locator('[data-record-link]');
  await expect(titles).toHaveCount(25);
  await expectGoodLooks(page, 'long Notebook');
  await content(page).getByRole('button', { name: 'Show more' }).scrollIntoViewIfNeeded();
  await expect(titles).toHaveCount(40);
  await expect(content(page).getByRole('button', { name: 'Show more' })).toHaveCount(0);
});
