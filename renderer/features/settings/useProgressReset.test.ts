import { flushPromises, mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { defineComponent } from 'vue';
import { listed } from '@core/ipc/payloads';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { i18n } from '../../i18n';
import { useLessonsStore } from '../lesson/lessons-store';
import { useRecordsStore } from '../../stores/records';
import { useSettingsStore } from '../../stores/settings';
import { useToastsStore } from '../../stores/toasts';
import { answer, installFakeLab } from '../../testing/fake-lab';
import type { FakeLab } from '../../testing/fake-lab';
import { recordSummary, runningState } from '../../testing/samples';
import { useCatalogue } from '../experiments/useCatalogue';
import { useProgressReset } from './useProgressReset';

/** What a component that uses it sees. */
async function open() {
  const pinia = createPinia();
  setActivePinia(pinia);
  await useRecordsStore().load();
  const seen: { reset?: ReturnType<typeof useProgressReset>; catalogue?: ReturnType<typeof useCatalogue> } = {};
  const page = defineComponent({
    setup() {
      seen.reset = useProgressReset();
      seen.catalogue = useCatalogue();
      return () => null;
    },
  });
  mount(page, { global: { plugins: [pinia, i18n] } });
  return { reset: seen.reset!, catalogue: seen.catalogue! };
}

describe('useProgressReset', () => {
  let lab: FakeLab;
  beforeEach(() => {
    lab = installFakeLab({
      'records.list': () => answer(listed({ rows: [recordSummary({ answered: ['transfer'] })], reading: null })),
      'settings.change': (part) => answer({ ...defaultSettings, ...part } as Settings),
    });
  });

  it('begins every lesson anew, counts older runs no longer, and deletes no record', async () => {
    const { reset, catalogue } = await open();
    useLessonsStore().change('many-cooks', { step: 'predict' });
    expect(catalogue.finished.value).toBe(1);
    await reset.reset();
    expect(catalogue.finished.value).toBe(0);
    expect(catalogue.counted.value).toEqual([]);
    expect(useLessonsStore().stateOf('many-cooks').step).toBe('question');
    expect(useRecordsStore().count).toBe(1);
    expect(lab.made.map(({ name }) => name)).not.toContain('records.remove');
    expect(reset.canReset.value).toBe(false);
  });

  it('can be undone', async () => {
    const { reset, catalogue } = await open();
    useLessonsStore().change('many-cooks', { step: 'predict' });
    await reset.reset();
    useToastsStore().toasts.at(-1)?.actions[0]?.run();
    await flushPromises();
    expect(catalogue.finished.value).toBe(1);
    expect(useLessonsStore().stateOf('many-cooks').step).toBe('predict');
    expect(useSettingsStore().settings.progressSince).toBeNull();
  });

  it('waits for the end of a run, and has nothing to do without progress', async () => {
    const { reset } = await open();
    lab.emit('runs.changed', runningState);
    expect(reset.canReset.value).toBe(false);
    expect(reset.isBusy.value).toBe(true);
    installFakeLab({ 'records.list': () => answer(listed({ rows: [], reading: null })) });
    expect((await open()).reset.canReset.value).toBe(false);
  });
});
