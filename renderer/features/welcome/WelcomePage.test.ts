import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { noiseFloor } from '@core/experiments/noise-floor/definition';
import { defaultSettings } from '@core/ipc/settings';
import { listed } from '@core/ipc/payloads';
import type { RecordSummary, RunState } from '@core/ipc/payloads';
import { analyse } from '@core/analysis/analysis';
import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { syntheticTasksRecord } from '@core/testing/synthetic-tasks';
import { i18n } from '../../i18n';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import type { FakeAnswers } from '../../testing/fake-lab';
import { machineDescription, machinePythons } from '@core/testing/machine-description';
import { recordSummary, runningState } from '../../testing/samples';
import WelcomePage from './WelcomePage.vue';

const record = syntheticTasksRecord(noiseFloor, { totalMs: () => 120 });
const { id } = record;
/** Made once: it is the slow part. */
const analysis = analyse(record);
const running: RunState = { ...runningState, id, plan: { ...runningState.plan, experiment: 'noise-floor' } };
const ended: RunState = { phase: 'ended', id, experiment: 'noise-floor', outcome: { status: 'completed' } };
let view: VueWrapper | undefined;

async function open(
  given: { record?: RunRecord; analysis?: Analysis; records?: readonly RecordSummary[]; state?: RunState } = {},
  answers: FakeAnswers = {},
) {
  const opened = { text: JSON.stringify(given.record ?? record), analysis: given.analysis ?? analysis };
  const lab = installFakeLab({
    'machine.describe': () => answer(machineDescription),
    'machine.pythons': () => answer(machinePythons),
    'runs.current': () => answer(given.state ?? { phase: 'idle' }),
    'runs.start': () => answer({ id }),
    'runs.cancel': () => answer(undefined),
    'records.list': () => answer(listed({ rows: given.records ?? [], reading: null })),
    'records.open': () => answer(opened),
    'settings.change': (part) => answer({ ...defaultSettings, ...part } as typeof defaultSettings),
    ...answers,
  });
  const pinia = createPinia();
  setActivePinia(pinia);
  await Promise.all([useRunsStore().load(), useRecordsStore().load()]);
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { template: '<p />' } },
      { path: '/:rest(.*)*', component: { template: '<p />' } },
    ],
  });
  view = mount(WelcomePage, { global: { plugins: [pinia, i18n, router] }, attachTo: document.body });
  await flushPromises();
  return { lab, page: view, router };
}

function button(page: VueWrapper, name: string | RegExp) {
  const found = page.findAll('button').find((one) => one.text().match(name));
  if (!found) throw new Error(`There is no button ${String(name)} in: ${page.text()}`);
  return found;
}
const starts = (lab: { made: readonly { name: string; input: unknown }[] }) =>
  lab.made.filter(({ name }) => name === 'runs.start').map(({ input }) => input);

afterEach(() => view?.unmount());

describe('WelcomePage', () => {
  it('says what the lab is and on which machine it runs', async () => {
    const { page } = await open();
    expect(page.get('h1').text()).toBe('Welcome to Concurrency Lab');
    expect(page.text()).toContain('3 usable by the lab');
    expect(page.text()).toContain('taskset');
    expect(page.text()).toContain('3.14.0t');
  });

  it('really runs the quick noise floor, recorded without a prediction, and leads on', async () => {
    const { lab, page, router } = await open();
    await button(page, /^Calibrate \(about \d+ s\)$/).trigger('click');
    await flushPromises();
    expect(starts(lab)).toMatchObject([
      { experiment: 'noise-floor', preset: 'quick', parameters: {}, prediction: { status: 'skipped' } },
    ]);
    lab.emit('runs.changed', running);
    await flushPromises();
    expect(page.text()).toContain('3 of 70 executions done');
    expect(document.activeElement?.textContent).toBe('Calibrating');
    lab.emit('runs.changed', ended);
    await flushPromises();
    expect(document.activeElement?.textContent).toBe('The smallest difference this machine can show today');
    const floor = analysis.parts[0]?.noise;
    expect(page.text()).toContain(`n = ${floor?.n ?? 0} rounds`);
    expect(page.text()).toContain('more than 1.00 %');
    expect(page.text()).toContain('Differences up to 1.00 % are never called');
    expect(page.text()).toContain('Of 4 comparisons of equal things, 4 came out as no difference');
    expect(page.text()).not.toContain('false alarm');
    await button(page, 'Start with Eggs and toast').trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.path).toBe('/experiments/eggs-and-toast');
  });

  it('calls a false alarm what it is, and shows no floor that was not measured', async () => {
    const loud = syntheticTasksRecord(noiseFloor, {
      totalMs: (_part, condition) => ({ second: 130, third: 150 })[condition] ?? 120,
    });
    const { page } = await open({ record: loud, analysis: analyse(loud), state: ended });
    expect(page.text()).toContain('0 as undecided and 4 as different');
    expect(page.text()).toContain('false alarm');
    view?.unmount();
    const none = { ...loud, cells: loud.cells.filter(({ condition }) => condition !== 'first-again') };
    const { page: other } = await open({ record: none, analysis: analyse(none), state: ended });
    expect(other.text()).toContain('no noise floor');
    expect(other.text()).not.toContain('more than');
  });

  it('can be cancelled, says what was kept, and offers the calibration again', async () => {
    const outcome = { status: 'cancelled' } as const;
    const { lab, page } = await open({ record: { ...record, outcome }, state: running });
    await button(page, 'Cancel the run').trigger('click');
    expect(lab.made.filter(({ name }) => name === 'runs.cancel')).toMatchObject([{ input: { id } }]);
    lab.emit('runs.changed', { phase: 'ended', id, experiment: 'noise-floor', outcome });
    await flushPromises();
    expect(page.text()).toContain('You cancelled the run.');
    expect(page.text()).not.toContain('more than');
    expect(button(page, 'Calibrate').attributes('disabled')).toBeUndefined();
  });

  it('says that another run is going on, and that the machine is measured by another lab', async () => {
    const { page } = await open({ state: runningState });
    expect(page.text()).toContain('“Eggs and toast” is being measured');
    expect(button(page, 'Calibrate').attributes('disabled')).toBeDefined();
    view?.unmount();
    const busy = 'Another lab measures since 10:00.';
    const { page: other } = await open({}, { 'runs.start': () => refusal('machine-busy', busy) });
    await button(other, 'Calibrate').trigger('click');
    await flushPromises();
    expect(other.get('[role="alert"]').text()).toContain(busy);
    expect(button(other, 'Calibrate').attributes('disabled')).toBeUndefined();
  });

  it('shows the calibration that was made before', async () => {
    const { page } = await open({ records: [recordSummary({ id, experiment: 'noise-floor' })] });
    expect(page.text()).toContain('more than');
    expect(page.text()).toContain('Calibrate again');
  });

  it('can be skipped, which is remembered', async () => {
    const { lab, page, router } = await open();
    await button(page, 'Skip').trigger('click');
    await flushPromises();
    expect(router.currentRoute.value.path).toBe('/experiments');
    expect(starts(lab)).toEqual([]);
    view?.unmount();
    expect(useSettingsStore().settings.welcome).toBe('skipped');
  });

  it('remembers a calibration beyond a later visit', async () => {
    await open({ state: ended });
    view?.unmount();
    expect(useSettingsStore().settings.welcome).toBe('calibrated');
  });
});
