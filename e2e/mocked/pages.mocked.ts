import { LabError } from '@core/ipc/envelope';
import { keptText } from '../guard/support/kept-records';
import { emit } from './support/bridge';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';
import type { FakeMainOptions } from './support/fake-main';

const records = ['noise-floor.quick', 'eggs-and-toast.cancelled', 'workbench.failed'].map(keptText);
const refuse = (message: string) => (): never => {
  throw new LabError('internal', message);
};

/** Every page in every state it can be opened in, and what must be read there. */
const screens: readonly (readonly [name: string, hash: string, options: FakeMainOptions, text: string | RegExp])[] = [
  ['experiments, nothing done yet', '#/experiments', {}, 'Noise floor'],
  ['experiments, some done', '#/experiments', { records }, 'Noise floor'],
  ['notebook, empty', '#/notebook', {}, 'No runs yet'],
  ['notebook, with records', '#/notebook', { records }, 'In the list: arrow keys move'],
  [
    'notebook, that cannot be read',
    '#/notebook',
    { handlers: { 'records.list': refuse('The disk is gone.') } },
    'The disk is gone.',
  ],
  [
    'record, that is not there',
    '#/notebook/20250101T000000Z-00000001',
    {},
    'There is no record 20250101T000000Z-00000001',
  ],
  ['claims, no records', '#/claims', {}, /source text|statement/i],
  ['claims, some records', '#/claims', { records }, /source text|statement/i],
  [
    'claims, that cannot be read',
    '#/claims',
    { handlers: { 'claims.read': refuse('The ledger is gone.') } },
    'The ledger is gone.',
  ],
  ['workbench', '#/workbench', {}, 'Run'],
  ['monitor', '#/monitor', {}, /core/i],
  ['settings', '#/settings', {}, 'Runtime and versions'],
  [
    'settings, of a build that names a release page',
    '#/settings',
    {
      settings: { lookForVersions: true },
      handlers: { 'updates.source': () => ({ host: 'lab.example', page: 'https://lab.example/releases' }) },
    },
    'Look now',
  ],
  ['welcome', '#/welcome', {}, /welcome|lab/i],
  ['an address that leads nowhere', '#/nowhere', {}, /not|no/i],
];

for (const [name, hash, options, text] of screens) {
  test(`${name}: says so, and looks right`, async ({ page, open }) => {
    await open(hash, options);
    await expect(content(page).getByText(text).first()).toBeVisible();
    await expectGoodLooks(page, name);
  });
}

test('the command palette, which lies over the page: looks right', async ({ page, open }) => {
  await open('#/experiments');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('option', { name: 'Notebook' }).first()).toBeVisible();
  await expectGoodLooks(page, 'palette');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('a control without a name, and a page that is too wide, are found', async ({ page, open, browser }) => {
  console.log(`browser of the mocked tier: Chromium ${browser.version()}`);
  await open('#/settings');
  await content(page).evaluate((main) => main.append(document.createElement('input')));
  await expect(expectGoodLooks(page, 'settings')).rejects.toThrow('label: ');
  await content(page).evaluate((main) => {
    main.lastElementChild?.remove();
    main.style.width = '2000px';
  });
  await expect(expectGoodLooks(page, 'settings')).rejects.toThrow('cut off on settings');
});

for (const name of ['noise-floor.quick', 'workbench.strategies', 'eggs-and-toast.cancelled']) {
  test(`record page of ${name}: looks right`, async ({ page, open }) => {
    const text = keptText(name);
    await open(`#/notebook/${(JSON.parse(text) as { id: string }).id}`, { records: [text] });
    await expect(content(page).getByRole('heading', { name: 'Facts' })).toBeVisible();
    await expectGoodLooks(page, name);
  });
}

test('a file that was set aside is told, and the notice goes when it is dismissed', async ({ page, open }) => {
  const message = 'a.json could not be read and was set aside.';
  await open('#/notebook', { notices: [{ id: 'n1', kind: 'set-aside', message }] });
  await expect(page.getByText(message)).toBeVisible();
  await emit(page, 'notices.changed', []);
  await expect(page.getByText(message)).toBeHidden();
});

test('what is written into the notes reaches the record', async ({ page, open }) => {
  const text = keptText('noise-floor.quick');
  const { id } = JSON.parse(text) as { id: string };
  const main = await open(`#/notebook/${id}`, { records: [text] });
  await page.getByRole('textbox', { name: 'Notes' }).fill('Seen again.');
  await expect.poll(() => (JSON.parse(main.textOf(id) ?? '{}') as { notes?: string }).notes).toBe('Seen again.');
});

test('a run that main refuses is told beside the button', async ({ page, open }) => {
  const message = 'Another program of this lab is measuring.';
  await open('#/experiments/noise-floor', { handlers: { 'runs.start': refuse(message) } });
  await page.getByRole('button', { name: 'Predict', exact: true }).last().click();
  await page.getByRole('button', { name: 'Skip the prediction' }).click();
  await content(page).getByRole('button', { name: 'Run', exact: true }).last().click();
  await expect(page.getByText(message).first()).toBeVisible();
});
