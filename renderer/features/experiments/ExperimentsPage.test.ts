import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { TooltipProvider } from 'reka-ui';
import { afterEach, describe, expect, it } from 'vitest';
import { h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { machineOf } from '@core/claims/claim-source';
import { catalogue } from '@core/experiments/catalogue';
import { defaultSettings } from '@core/ipc/settings';
import { listed } from '@core/ipc/payloads';
import type { RecordSummary } from '@core/ipc/payloads';
import { machineDescription, machinePythons } from '@core/testing/machine-description';
import { i18n } from '../../i18n';
import { useLessonsStore } from '../lesson/lessons-store';
import { useRecordsStore } from '../../stores/records';
import { useToastsStore } from '../../stores/toasts';
import { answer, installFakeLab } from '../../testing/fake-lab';
import { recordSummary } from '../../testing/samples';
import ExperimentsPage from './ExperimentsPage.vue';
import { emptyDraft } from '../lesson/prediction-draft';

let view: VueWrapper | undefined;
const finished = recordSummary({
  id: '20250101T000000Z-00000002',
  experiment: 'noise-floor',
  seconds: 60,
  prediction: 'given',
  score: { right: 9, pairs: 12 },
  answered: ['observation', 'transfer'],
});

async function open(records: readonly RecordSummary[] = []) {
  installFakeLab({
    'records.list': () => answer(listed({ rows: records, reading: null })),
    'machine.describe': () => answer(machineDescription),
    'machine.pythons': () => answer(machinePythons),
    'settings.change': (part) => answer({ ...defaultSettings, ...part } as typeof defaultSettings),
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await useRecordsStore().load();
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  });
  view = mount(() => h(TooltipProvider, () => h(ExperimentsPage)), {
    global: { plugins: [pinia, i18n, router], stubs: { MachineCard: true, ScoreCard: true } },
    attachTo: document.body,
  });
  await flushPromises();
  return { page: view, router };
}

const links = (page: VueWrapper) => page.findAll('[data-experiment-link]').map((link) => link.text());
const rowOf = (page: VueWrapper, title: string) => {
  const row = page.findAll('li.row').find((one) => one.text().includes(title));
  if (!row) throw new Error(`There is no row "${title}".`);
  return row;
};

afterEach(() => view?.unmount());

describe('ExperimentsPage', () => {
  it('lists every experiment once, by track, with the time it needs', async () => {
    const { page } = await open();
    expect(links(page)).toHaveLength(catalogue.length);
    expect(page.findAll('h2').map((one) => one.text())).toContain('Track A: waiting');
    expect(rowOf(page, 'Noise floor').text()).toContain('12 s quick, 21 s standard');
    expect(rowOf(page, 'Noise floor').text()).toContain('Not started');
    expect(page.text()).toContain(`0 of ${catalogue.length} finished, no run yet`);
  });

  it('plans a preset by the last runs of this machine', async () => {
    const here = { preset: 'standard', rounds: 15, usualOn: machineOf(machineDescription.environment) } as const;
    const other = { ...here.usualOn, logicalCores: 64 };
    const { page } = await open([
      { ...finished, ...here, seconds: 33 },
      { ...finished, ...here, id: '20250101T000000Z-00000003', preset: 'quick', rounds: 7, seconds: 3, usualOn: other },
    ]);
    expect(rowOf(page, 'Noise floor').text()).toContain(
      'Time needed, by the last runs here: 12 s quick, 33 s standard',
    );
  });

  it('says what was done, how well it was predicted, and what comes next', async () => {
    const { page } = await open([finished]);
    expect(page.text()).toContain(`1 of ${catalogue.length} finished, one run, 60 s`);
    const row = rowOf(page, 'Noise floor').text();
    expect(row).toContain('Finished');
    expect(row).toContain('9 of 12 predicted right');
    expect(rowOf(page, 'Eggs and toast').text()).toContain('Next');
    expect(row).not.toContain('Next');
    expect(page.text()).toContain('Start “Eggs and toast”');
  });

  it('continues where a lesson was left, and starts it anew with a way back', async () => {
    const { page } = await open([finished]);
    useLessonsStore().change('many-cooks', { step: 'predict', draft: { ...emptyDraft, reason: 'More is more.' } });
    await flushPromises();
    expect(rowOf(page, 'Many cooks').text()).toContain('At step 2 of 6, Predict');
    expect(page.text()).toContain('Continue “Many cooks”');
    expect(links(page)).toContain('Continue: Many cooks');
    await rowOf(page, 'Many cooks').get('button').trigger('click');
    expect(useLessonsStore().stateOf('many-cooks').draft.reason).toBe('');
    useToastsStore().toasts.at(-1)?.actions[0]?.run();
    expect(useLessonsStore().stateOf('many-cooks').draft.reason).toBe('More is more.');
  });

  it('finds experiments by word, and says when there is none', async () => {
    const { page } = await open();
    await page.get('input[type="search"]').setValue('toast eggs');
    expect(links(page)).toEqual(['Start: Eggs and toast']);
    expect(page.get('[role="status"]').text()).toBe(`1 of ${catalogue.length} experiments shown`);
    await page.get('input[type="search"]').setValue('marmalade');
    expect(page.text()).toContain('No experiment has “marmalade”');
    await page.get('.panel button').trigger('click');
    expect(links(page)).toHaveLength(catalogue.length);
  });

  it('moves between experiments by arrow keys, across tracks', async () => {
    const { page } = await open();
    const [one] = page.findAll<HTMLElement>('[data-experiment-link]');
    one?.element.focus();
    await one?.trigger('keydown', { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('Start: Eggs and toast');
    await page.findAll('[data-experiment-link]')[1]?.trigger('keydown', { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('Start: Noise floor');
  });
});
