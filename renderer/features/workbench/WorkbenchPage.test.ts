import { flushPromises, mount } from '@vue/test-utils';
import type { VueWrapper } from '@vue/test-utils';
import { TooltipProvider } from 'reka-ui';
import { createPinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { analyse } from '@core/analysis/analysis';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { i18n } from '../../i18n';
import { answer, installFakeLab } from '../../testing/fake-lab';
import { machineDescription } from '@core/testing/machine-description';
import { runningState } from '../../testing/samples';
import WorkbenchPage from './WorkbenchPage.vue';

const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 4 } });
let page: VueWrapper | undefined;

async function open(pinning: string | null = 'taskset') {
  const lab = installFakeLab({
    'machine.describe': () => answer({ ...machineDescription, pinning }),
    'runs.start': () => answer({ id: record.id }),
    'runs.cancel': () => answer(undefined),
    'records.open': () => answer({ text: JSON.stringify(record), analysis: analyse(record) }),
    'settings.change': () => answer({ theme: 'system', lowerPriority: true, lastPage: '/workbench' }),
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { template: '<p />' } }],
  });
  const shell = defineComponent({ render: () => h(TooltipProvider, () => h(WorkbenchPage)) });
  page = mount(shell, {
    // Charts need a canvas; they are tested as configurations and looked at in the real app.
    global: {
      plugins: [createPinia(), i18n, router],
      stubs: { CpuChart: true, ChartFigure: true, RecordReplay: true },
    },
    attachTo: document.body,
  });
  await flushPromises();
  return { lab, page };
}

/** The control that a label names. */
function field(on: VueWrapper, label: string) {
  const id = on
    .findAll('label')
    .find((one) => one.text() === label)
    ?.attributes('for');
  return on.get(`[id="${id ?? label}"]`);
}

function button(on: VueWrapper, name: string) {
  const found = on.findAll('button').find((one) => one.text() === name);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

function legends(on: VueWrapper): string[] {
  return on.findAll('legend').map((one) => one.text());
}

afterEach(() => page?.unmount());

describe('WorkbenchPage', () => {
  it('shows only the fields that matter for the chosen workload and strategies', async () => {
    const { page: view } = await open();
    expect(legends(view)).toEqual(expect.arrayContaining(['Operation', 'Number of workers', 'Tasks in flight']));
    const labels = () => view.findAll('label').map((one) => one.text());
    expect(labels()).not.toContain('Jitter of the latency (%)');
    await view.get('input[name="workload"]:not(:checked)').trigger('change');
    expect(labels()).toContain('Jitter of the latency (%)');
    expect(legends(view)).not.toContain('Operation');
    for (const box of view.findAll('input[name="strategies"]').slice(1)) {
      if ((box.element as HTMLInputElement).checked) await box.setValue(false);
    }
    expect(legends(view)).not.toContain('Number of workers');
    expect(legends(view)).not.toContain('Tasks in flight');
    expect(view.text()).toContain('1 condition, 2 workers in all');
  });

  it('says at the field what is wrong, and why Run waits', async () => {
    const { page: view } = await open();
    await field(view, 'Tasks').setValue('0');
    expect(view.get('[role="alert"]').text()).toMatch(/^A whole number from 1 to/);
    expect(field(view, 'Tasks').attributes('aria-invalid')).toBe('true');
    expect(button(view, 'Run').attributes('disabled')).toBeDefined();
    expect(view.text()).toContain('Tasks: A whole number from 1 to');
    await field(view, 'Tasks').setValue('4');
    expect(view.find('[role="alert"]').exists()).toBe(false);
    expect(button(view, 'Run').attributes('disabled')).toBeUndefined();
    expect(view.text()).toContain('4 conditions, 7 workers in all, 4 tasks each, 7 rounds');
  });

  it('says that this machine cannot pin, and leaves out what needs it', async () => {
    const { page: view } = await open(null);
    expect(view.text()).toContain('This machine has no means to pin');
    expect(field(view, 'Cores to run on').attributes('disabled')).toBeDefined();
    expect(button(view, 'One core: what is left of threads?').attributes('disabled')).toBeDefined();
  });

  it('offers one to all cores where it can pin', async () => {
    const { page: view } = await open();
    const options = field(view, 'Cores to run on').findAll('option');
    expect(options.map((option) => option.text())).toEqual(['Not pinned', '1 core', '2 cores', '3 cores']);
  });

  it('runs, shows progress with the form out of reach, then the results with the keyboard on them', async () => {
    const { lab, page: view } = await open();
    await button(view, 'Run').trigger('click');
    await flushPromises();
    expect(lab.made.find(({ name }) => name === 'runs.start')?.input).toMatchObject({
      experiment: 'workbench',
      prediction: { status: 'skipped' },
    });
    lab.emit('runs.changed', { ...runningState, id: record.id, plan: record.plan });
    await flushPromises();
    expect(view.text()).toContain('Cancel the run');
    expect(view.get('fieldset.form').attributes('disabled')).toBeDefined();
    lab.emit('runs.changed', {
      phase: 'ended',
      id: record.id,
      experiment: 'workbench',
      outcome: { status: 'completed' },
    });
    await flushPromises();
    expect(document.activeElement?.textContent).toBe('Results of this run');
    expect(view.text()).toContain('show no difference in this run');
    // The form makes room for the answer until it is asked for.
    expect(view.get('.controls').isVisible()).toBe(false);
    await button(view, 'Change or run again').trigger('click');
    expect(view.get('.controls').isVisible()).toBe(true);
    expect(view.get('fieldset.form').attributes('disabled')).toBeUndefined();
    expect(button(view, 'Run again').attributes('disabled')).toBeUndefined();
  });
});
