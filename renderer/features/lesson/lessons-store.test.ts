import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { initialLesson } from './lesson-state';
import { answer, installFakeLab } from '../../testing/fake-lab';
import { useLessonsStore } from './lessons-store';
import { useSettingsStore } from '../../stores/settings';

describe('lessons store', () => {
  let stored: Settings = defaultSettings;
  beforeEach(() => {
    vi.useFakeTimers();
    setActivePinia(createPinia());
    stored = defaultSettings;
    installFakeLab({
      'settings.read': () => answer(stored),
      'settings.change': (part) => answer((stored = { ...stored, ...part } as Settings)),
    });
  });
  afterEach(() => vi.useRealTimers());

  const settle = async (): Promise<void> => {
    await vi.advanceTimersByTimeAsync(1000);
    await flushPromises();
  };

  it('remembers a lesson beyond the window, without what cannot be stored', async () => {
    const lessons = useLessonsStore();
    lessons.change('eggs-and-toast', {
      step: 'predict',
      draft: {
        totalsMs: { doughs: { threads: 250, sync: undefined, async: 0 } },
        speedups: { computing: { 'threads-2': 1.9, 'threads-4': undefined } },
        places: {},
        forecasts: {},
        reason: 'Because.',
      },
    });
    await settle();
    expect(stored.lessons?.['eggs-and-toast']).toMatchObject({
      step: 'predict',
      totalsMs: { doughs: { threads: 250 } },
      speedups: { computing: { 'threads-2': 1.9 } },
      reason: 'Because.',
    });

    setActivePinia(createPinia());
    await useSettingsStore().load();
    const next = useLessonsStore().stateOf('eggs-and-toast');
    expect(next).toMatchObject({ step: 'predict', resume: undefined, draft: { reason: 'Because.' } });
    expect(next.draft.totalsMs).toEqual({ doughs: { threads: 250 } });
  });

  it('waits at the run for the record of a run, and knows where to go then', async () => {
    const lessons = useLessonsStore();
    lessons.change('eggs-and-toast', { step: 'explain', runId: '20250101T000000Z-00000001', isObserved: true });
    await settle();
    setActivePinia(createPinia());
    await useSettingsStore().load();
    expect(useLessonsStore().stateOf('eggs-and-toast')).toMatchObject({ step: 'run', resume: 'explain' });
  });

  it('does not remember a lesson that was only looked at', async () => {
    useLessonsStore().change('eggs-and-toast', { step: 'question' });
    await settle();
    expect(stored.lessons ?? {}).toEqual({});
  });

  it('starts one lesson anew and takes that back', () => {
    const lessons = useLessonsStore();
    lessons.change('eggs-and-toast', { step: 'observe', runId: '20250101T000000Z-00000001' });
    const before = lessons.stateOf('eggs-and-toast');
    const undo = lessons.restart('eggs-and-toast');
    expect(lessons.stateOf('eggs-and-toast')).toMatchObject({
      step: 'predict',
      runId: undefined,
      leftRun: '20250101T000000Z-00000001',
    });
    undo();
    expect(lessons.stateOf('eggs-and-toast')).toEqual(before);
  });

  it('puts all lessons away and back', () => {
    const lessons = useLessonsStore();
    lessons.change('many-cooks', { step: 'predict' });
    const before = lessons.replace(new Map(), { experiment: 'noise-floor', id: '20250101T000000Z-00000001' });
    expect(lessons.stateOf('many-cooks')).toEqual(initialLesson);
    expect(lessons.stateOf('noise-floor').leftRun).toBe('20250101T000000Z-00000001');
    lessons.replace(before);
    expect(lessons.stateOf('many-cooks').step).toBe('predict');
    expect(lessons.stateOf('noise-floor')).toEqual(initialLesson);
  });
});
