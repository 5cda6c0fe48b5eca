import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { flushPromises } from '@vue/test-utils';
import { standardChoice } from '@core/experiments/workbench/choice';
import type { RunState } from '@core/ipc/payloads';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { analyse } from '@core/analysis/analysis';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import type { FakeAnswers } from '../../testing/fake-lab';
import { runningState } from '../../testing/samples';
import { useSettingsStore } from '../../stores/settings';
import { useWorkbenchStore } from './workbench-store';

const record = syntheticWorkbenchRecord({ rounds: 3, choice: { tasks: 4 } });
const running: RunState = { ...runningState, id: record.id, plan: record.plan };
const ended: RunState = { phase: 'ended', id: record.id, experiment: 'workbench', outcome: { status: 'completed' } };

function open(answers: FakeAnswers = {}, settings: Settings = defaultSettings) {
  const lab = installFakeLab({
    'settings.read': () => answer(settings),
    'settings.change': (change) => answer({ ...settings, ...change } as Settings),
    'runs.start': () => answer({ id: record.id }),
    'runs.cancel': () => answer(undefined),
    'records.open': () => answer({ text: JSON.stringify(record), analysis: analyse(record) }),
    ...answers,
  });
  return { lab, inputs: (name: string) => lab.made.filter((one) => one.name === name).map(({ input }) => input) };
}

describe('workbench store', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('asks for exactly what the form says, with nothing predicted', async () => {
    const { inputs } = open();
    const workbench = useWorkbenchStore();
    workbench.setWorkload('socket');
    workbench.setText('jitterShare', '10');
    workbench.change({ strategies: ['sync', 'async'], inFlight: [8, 2] });
    workbench.setRun({ preset: 'standard', parameters: { rounds: '9' }, seed: '5' });
    await workbench.start();
    expect(inputs('runs.start')).toEqual([
      {
        experiment: 'workbench',
        preset: 'standard',
        parameters: { rounds: 9 },
        seed: 5,
        lowerPriority: true,
        prediction: { status: 'skipped', frozenAt: expect.any(String) as string },
        workbench: {
          ...standardChoice,
          workload: 'socket',
          operation: 'none',
          jitterShare: 0.1,
          strategies: ['sync', 'async'],
          inFlight: [2, 8],
        },
      },
    ]);
    expect(workbench.pending).toBe('starting');
  });

  it('asks for nothing while a field is wrong or the choice is too large, and says why', async () => {
    const { inputs } = open();
    const workbench = useWorkbenchStore();
    workbench.setText('tasks', '');
    expect([workbench.canRun, workbench.planned]).toEqual([false, undefined]);
    await workbench.start();
    workbench.setText('tasks', '4');
    workbench.change({ workers: [64] });
    expect(workbench.planned?.refusal).toMatch(/workers at once/);
    await workbench.start();
    expect(inputs('runs.start')).toEqual([]);
    workbench.change({ workers: [2] });
    expect(workbench.canRun).toBe(true);
  });

  it('follows its run to the record, and does not mind the runs of others', async () => {
    const { lab } = open();
    const workbench = useWorkbenchStore();
    await workbench.start();
    lab.emit('runs.changed', running);
    expect(workbench.active?.id).toBe(record.id);
    expect(workbench.canRun).toBe(false);
    lab.emit('runs.changed', ended);
    await flushPromises();
    expect(workbench.result?.record.id).toBe(record.id);
    lab.emit('runs.changed', { ...runningState, id: '20250101T000000Z-0000000f' });
    await flushPromises();
    expect([workbench.active, workbench.isOtherRunActive, workbench.canRun]).toEqual([undefined, true, false]);
    expect(workbench.result?.record.id).toBe(record.id);
  });

  it('takes up a run that goes on after the window was loaded again, and shows its choice', async () => {
    const { lab } = open();
    const workbench = useWorkbenchStore();
    lab.emit('runs.changed', running);
    await flushPromises();
    expect(workbench.active?.id).toBe(record.id);
    expect(workbench.reading.choice).toEqual(record.plan.workbench);
    expect(workbench.form.run).toMatchObject({
      preset: 'quick',
      parameters: { rounds: '3' },
      seed: String(record.plan.seed),
    });
  });

  it('says why a run did not start, and why its record cannot be shown', async () => {
    const { lab } = open({
      'runs.start': () => refusal('machine-busy', 'Another lab measures.'),
      'records.open': () => refusal('no-such-record', 'It is gone.'),
    });
    const workbench = useWorkbenchStore();
    await workbench.start();
    expect(workbench.startError?.message).toBe('Another lab measures.');
    expect([workbench.runId, workbench.canRun]).toEqual([undefined, true]);
    lab.emit('runs.changed', running);
    lab.emit('runs.changed', ended);
    await flushPromises();
    expect(workbench.resultError?.message).toBe('It is gone.');
    expect([workbench.pending, workbench.canRun]).toEqual([undefined, true]);
  });

  it('remembers a valid choice when nothing was changed for a while, and starts from it', async () => {
    vi.useFakeTimers();
    try {
      const { inputs } = open();
      const workbench = useWorkbenchStore();
      workbench.setText('taskMs', '7');
      await vi.advanceTimersByTimeAsync(300);
      workbench.setText('tasks', '');
      await vi.advanceTimersByTimeAsync(2000);
      expect(inputs('settings.change')).toEqual([]);
      workbench.setText('tasks', '8');
      workbench.setRun({ preset: 'thorough', parameters: { rounds: '12' } });
      await vi.advanceTimersByTimeAsync(2000);
      const choice = { ...standardChoice, taskMs: 7, tasks: 8 };
      expect(inputs('settings.change')).toEqual([{ workbench: { choice, preset: 'thorough', rounds: 12 } }]);

      setActivePinia(createPinia());
      open({}, { ...defaultSettings, workbench: { choice, preset: 'thorough', rounds: 12 } });
      await useSettingsStore().load();
      const again = useWorkbenchStore();
      expect(again.reading.choice).toEqual(choice);
      expect(again.form.run).toMatchObject({ preset: 'thorough', parameters: { rounds: '12' }, seed: '' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('fills the form from a starting point and leaves how thorough the run is', () => {
    open();
    const workbench = useWorkbenchStore();
    workbench.setRun({ preset: 'standard' });
    workbench.take({ ...standardChoice, workload: 'timer', operation: 'none' });
    expect(workbench.form).toMatchObject({ workload: 'timer', operation: 'none', run: { preset: 'standard' } });
  });
});
