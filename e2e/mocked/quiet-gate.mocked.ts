import type { OtherLoad } from '@core/monitor/other-load';
import type { Page } from '@playwright/test';
import { LabError } from '@core/ipc/envelope';
import { goToStep } from '../guard/support/kept-screens';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';
import type { FakeMainOptions } from './support/fake-main';

const busy: OtherLoad = { cores: 2, busyCores: 1.4, programs: [{ name: 'firefox', cores: 0.9 }] };
const still: OtherLoad = { cores: 2, busyCores: 0.1, programs: [] };

type Open = (
  hash: string,
  options?: FakeMainOptions,
) => Promise<{ readonly made: readonly { readonly name: string }[] }>;

/** Opens the Run step with a main that gives these looks, one after the other and the last for ever, and presses Run. */
async function pressRun(
  page: Page,
  open: Open,
  looks: readonly (OtherLoad | null)[],
  settings: FakeMainOptions['settings'] = {},
) {
  let at = 0;
  const main = await open('#/experiments/noise-floor', {
    settings,
    handlers: {
      'machine.otherLoad': () => looks[Math.min(at++, looks.length - 1)] ?? null,
      'runs.start': () => {
        throw new LabError('machine-busy', 'The test gives no run.');
      },
    },
  });
  await goToStep(page, 'predict');
  await content(page).getByRole('button', { name: 'Skip' }).click();
  await content(page).getByRole('button', { name: 'Run', exact: true }).last().click();
  return { started: () => main.made.filter(({ name }) => name === 'runs.start').length };
}

const gate = (page: Page) => content(page).getByRole('region', { name: /machine is not quiet|until it is quiet/i });

test('a busy machine is said before the run, with names; "Do not run" leaves everything as it was', async ({
  page,
  open,
}) => {
  const { started } = await pressRun(page, open, [busy]);
  await expect(gate(page)).toContainText('Other programs use 70 % of the cores: firefox 45 %');
  await expect(gate(page).getByText('The machine is not quiet')).toBeFocused();
  await expectGoodLooks(page, 'noise gate');
  await gate(page).getByRole('button', { name: 'Do not run' }).click();
  await expect(gate(page)).toHaveCount(0);
  expect(started()).toBe(0);
});

test('"Run anyway" runs; so does a quiet machine, one that tells nothing, and one that is not to be looked at', async ({
  page,
  open,
}) => {
  const { started } = await pressRun(page, open, [busy, still]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(started).toBe(1);
  await content(page).getByRole('button', { name: 'Run', exact: true }).last().click();
  await expect.poll(started).toBe(2);
  await expect(gate(page)).toHaveCount(0);
});

for (const [name, looks, settings] of [
  ['tells nothing', [null], {}],
  ['is not to be looked at', [busy], { checkLoad: false }],
] as const) {
  test(`a machine that ${name} is not asked about`, async ({ page, open }) => {
    const { started } = await pressRun(page, open, looks, settings);
    await expect.poll(started).toBe(1);
    await expect(gate(page)).toHaveCount(0);
  });
}

test('"Wait until it is quiet" starts by itself after three quiet looks in a row', async ({ page, open }) => {
  const { started } = await pressRun(page, open, [busy, busy, still, busy, still, still, still]);
  await gate(page).getByRole('button', { name: 'Wait until it is quiet' }).click();
  await expect.poll(started).toBe(1);
  await expect(gate(page)).toHaveCount(0);
});

test('waiting can be given up by Escape', async ({ page, open }) => {
  const { started } = await pressRun(page, open, [busy]);
  await gate(page).getByRole('button', { name: 'Wait until it is quiet' }).click();
  await expect(gate(page)).toContainText('The run starts by itself');
  await page.keyboard.press('Escape');
  await expect(gate(page)).toHaveCount(0);
  expect(started()).toBe(0);
});
