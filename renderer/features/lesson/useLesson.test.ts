import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope } from 'vue';
import { eggsAndToast as asked } from '@core/experiments/eggs-and-toast/definition';
import type { InputOf } from '@core/ipc/contract';
import { defaultSettings } from '@core/ipc/settings';
import type { RememberedLesson } from '@core/ipc/remembered-lesson';
import { listed } from '@core/ipc/payloads';
import type { RunState } from '@core/ipc/payloads';
import { analyse } from '@core/analysis/analysis';
import type { RunRecord } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { askedAsNumbers } from '@core/testing/asked-as-numbers';
import { predictedConditions } from '@core/experiments/predicted-conditions';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';
import { answer, installFakeLab, refusal } from '../../testing/fake-lab';
import type { FakeAnswers } from '../../testing/fake-lab';
import { recordSummary } from '../../testing/samples';
import { useLesson } from './useLesson';
import type { Lesson } from './useLesson';

/** Asked for a time of each condition: the kinds of forecasts have tests of their own. */
const eggsAndToast = askedAsNumbers(asked);

const record = syntheticRecord({ rounds: 7 });
const running: RunState = {
  phase: 'running',
  id: record.id,
  plan: record.plan,
  progress: { phase: 'measuring', done: 3, planned: 80, round: 1, rounds: 7, part: 'doughs', condition: 'sync' },
  elapsedSeconds: 4,
  remainingSeconds: 20,
};
const ended = (outcome: RunRecord['outcome']): RunState => {
  return { phase: 'ended', id: record.id, experiment: 'eggs-and-toast', outcome };
};
const opened = (changes: Partial<RunRecord> = {}) => {
  const one = { ...record, ...changes };
  return answer({ text: JSON.stringify(one), analysis: analyse(one) });
};

async function open(answers: FakeAnswers = {}) {
  const lab = installFakeLab({
    'runs.start': () => answer({ id: record.id }),
    'runs.cancel': () => answer(undefined),
    'records.open': () => opened(),
    'records.annotate': () => answer(recordSummary({ id: record.id })),
    ...answers,
  });
  const scope = effectScope();
  const lesson = scope.run(() => useLesson(eggsAndToast))!;
  await flushPromises();
  return { lab, lesson, scope };
}

function predict(lesson: Lesson): void {
  for (const part of eggsAndToast.parts) {
    for (const id of predictedConditions(eggsAndToast, part)) lesson.setTotal(part.id, id, 250);
  }
  lesson.setReason('Waiting overlaps.');
}

describe('useLesson', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('cannot run before the prediction is complete', async () => {
    const { lab, lesson } = await open();
    lesson.go('run');
    expect(lesson.state.step).toBe('question');
    expect(lesson.canRun).toBe(false);
    await lesson.start();
    lesson.setReason('Only a reason.');
    await lesson.start();
    expect(lab.made.map(({ name }) => name)).not.toContain('runs.start');
  });

  it('freezes the prediction when Run is pressed and sends it', async () => {
    const { lab, lesson } = await open();
    predict(lesson);
    lesson.go('run');
    expect(lesson.state.step).toBe('run');
    await lesson.start();
    const request = lab.made.find(({ name }) => name === 'runs.start')?.input as InputOf<'runs.start'>;
    expect(request).toMatchObject({
      experiment: 'eggs-and-toast',
      preset: 'quick',
      parameters: {},
      prediction: { status: 'given', reason: 'Waiting overlaps.', totalsMs: { doughs: { threads: 250 } } },
    });
    expect(request).not.toHaveProperty('seed');
    lesson.setTotal('doughs', 'sync', 1);
    lesson.setReason('Changed my mind.');
    expect(lesson.state.draft).toMatchObject({ reason: 'Waiting overlaps.', totalsMs: { doughs: { sync: 250 } } });
  });

  it('records a skipped prediction as skipped', async () => {
    const { lab, lesson } = await open();
    lesson.skip();
    expect(lesson.state.step).toBe('run');
    await lesson.start();
    expect(lab.made.find(({ name }) => name === 'runs.start')?.input).toMatchObject({
      prediction: { status: 'skipped' },
    });
  });

  it('can be changed again when main refuses the run, and says why', async () => {
    const { lesson } = await open({ 'runs.start': () => refusal('machine-busy', 'Another lab measures.') });
    predict(lesson);
    await lesson.start();
    expect(lesson.startError?.message).toBe('Another lab measures.');
    expect(lesson.isLocked).toBe(false);
    expect(lesson.canRun).toBe(true);
    lesson.setReason('Another reason.');
    expect(lesson.state.draft.reason).toBe('Another reason.');
  });

  it('does not start with an invalid parameter, and sends a valid one with the seed', async () => {
    const { lab, lesson } = await open();
    lesson.skip();
    lesson.setForm({ parameters: { eggsMs: '99999' } });
    expect(lesson.canRun).toBe(false);
    lesson.setForm({ parameters: { eggsMs: '400' }, seed: '7', preset: 'standard' });
    await lesson.start();
    expect(lab.made.find(({ name }) => name === 'runs.start')?.input).toMatchObject({
      preset: 'standard',
      seed: 7,
      parameters: { eggsMs: 400 },
    });
  });

  it('cannot start twice while the run is on its way', async () => {
    const { lab, lesson } = await open();
    lesson.skip();
    await lesson.start();
    expect(lesson.pending).toBe('starting');
    expect(lesson.canRun).toBe(false);
    await lesson.start();
    expect(lab.made.filter(({ name }) => name === 'runs.start')).toHaveLength(1);
  });

  it('goes from the run to the observation when the run completes, and no further', async () => {
    const { lab, lesson } = await open();
    predict(lesson);
    await lesson.start();
    lab.emit('runs.changed', running);
    expect(lesson.active?.progress.done).toBe(3);
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    expect(lesson.state.step).toBe('observe');
    expect([...lesson.openSteps]).toEqual(['question', 'predict', 'run', 'observe']);
    lesson.go('explain');
    expect(lesson.state.step).toBe('observe');
  });

  it('opens the explanation with a written observation and stores it', async () => {
    const { lab, lesson } = await open();
    useRunsStore();
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    void lesson.answer({ observation: 'Async is as fast as three cooks.' });
    lesson.go('explain');
    expect(lesson.state.step).toBe('explain');
    await flushPromises();
    expect(lesson.saving).toBe('saved');
    void lesson.answer({ transfer: 'workers' });
    expect(lab.made.filter(({ name }) => name === 'records.annotate').at(-1)?.input).toEqual({
      id: record.id,
      answers: { observation: 'Async is as fast as three cooks.', transfer: 'workers' },
    });
    lesson.go('transfer');
    expect(lesson.state.step).toBe('transfer');
  });

  it('opens the explanation without an observation on request, and stores none', async () => {
    const { lab, lesson } = await open();
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    lesson.passObservation();
    expect(lesson.state.step).toBe('explain');
    expect(lab.made.map(({ name }) => name)).not.toContain('records.annotate');
  });

  it('goes on when an answer cannot be stored, and says so', async () => {
    const { lab, lesson } = await open({ 'records.annotate': () => refusal('disk-full', 'The disk is full.') });
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    await lesson.answer({ observation: 'Seen.' });
    expect(lesson.saving).toMatchObject({ code: 'disk-full' });
    expect(lesson.openSteps.has('explain')).toBe(true);
    expect(lesson.state.answers.observation).toBe('Seen.');
  });

  it('takes up a run that is going on after the window was loaded again', async () => {
    const { lab, lesson } = await open();
    lab.emit('runs.changed', running);
    await flushPromises();
    expect(lesson.state.step).toBe('run');
    expect(lesson.isLocked).toBe(true);
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    expect(lesson.state.draft.reason).toBe(record.prediction.status === 'given' ? record.prediction.reason : '');
    expect(lesson.state.step).toBe('observe');
  });

  it('finds the answers that the record holds already', async () => {
    const { lab, lesson } = await open({
      'records.open': () => opened({ answers: { observation: 'Seen.', analogy: 'Hands.' } }),
    });
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    expect(lesson.openSteps.has('transfer')).toBe(true);
    expect(lesson.state.isAnalogyRevealed).toBe(true);
  });

  it('stays at the run when it was cancelled, and can look at what was kept', async () => {
    const outcome = { status: 'cancelled' } as const;
    const { lab, lesson } = await open({ 'records.open': () => opened({ outcome }) });
    predict(lesson);
    await lesson.start();
    lab.emit('runs.changed', running);
    lab.emit('runs.changed', ended(outcome));
    await flushPromises();
    expect(lesson.state.step).toBe('run');
    expect(lesson.openSteps.has('observe')).toBe(true);
    expect(lesson.canRun).toBe(true);
  });

  it('does not open the observation when nothing was measured', async () => {
    const outcome = { status: 'failed', reason: 'launch-failed', message: 'No process.' } as const;
    const { lab, lesson } = await open({ 'records.open': () => opened({ outcome, cells: [] }) });
    lab.emit('runs.changed', ended(outcome));
    await flushPromises();
    expect(lesson.openSteps.has('observe')).toBe(false);
  });

  it('says when the record cannot be opened, and lets the person run again', async () => {
    const { lab, lesson } = await open({ 'records.open': () => refusal('unreadable-record', 'It was set aside.') });
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    expect(lesson.resultError?.message).toBe('It was set aside.');
    expect(lesson.pending).toBeUndefined();
  });

  it('starts again with an empty prediction and does not fall back into the old run', async () => {
    const { lab, lesson } = await open();
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    lesson.restart();
    expect(lesson.state).toMatchObject({ step: 'predict', runId: undefined, frozen: undefined, result: undefined });
    lab.emit('runs.changed', ended({ status: 'completed' }));
    await flushPromises();
    expect(lesson.state.runId).toBeUndefined();
    expect(lesson.openSteps.has('run')).toBe(false);
  });

  it('keeps its place while another page is on screen', async () => {
    const { lesson, scope } = await open();
    predict(lesson);
    lesson.go('run');
    scope.stop();
    const again = effectScope().run(() => useLesson(eggsAndToast))!;
    expect(again.state.step).toBe('run');
    expect(again.state.draft.reason).toBe('Waiting overlaps.');
  });

  it('does not mistake the run of another experiment for its own', async () => {
    const { lab, lesson } = await open();
    lesson.skip();
    lab.emit('runs.changed', { ...running, plan: { ...record.plan, experiment: 'noise-floor' } });
    expect(lesson.active).toBeUndefined();
    expect(lesson.isOtherRunActive).toBe(true);
    expect(lesson.canRun).toBe(false);
  });

  describe('after a restart of the program', () => {
    const kept: RememberedLesson = {
      step: 'transfer',
      totalsMs: { doughs: { threads: 250 } },
      speedups: {},
      places: {},
      reason: 'Waiting overlaps.',
      isSkipped: false,
      form: { preset: 'standard', parameters: {}, seed: '7' },
      runId: record.id,
      isObserved: true,
      hasSeenExplanation: true,
      isAnalogyRevealed: false,
      changedAt: '2026-01-01T10:00:00.000Z',
    };

    async function restarted(lesson: RememberedLesson, ids: readonly string[], answers: FakeAnswers = {}) {
      const settings = { ...defaultSettings, lessons: { 'eggs-and-toast': lesson } };
      const summaries = ids.map((id) => recordSummary({ id }));
      const all: FakeAnswers = {
        'settings.read': () => answer(settings),
        'settings.change': () => answer(settings),
        'runs.current': () => answer({ phase: 'idle' }),
        'records.list': () => answer(listed({ rows: summaries, reading: null })),
        ...answers,
      };
      installFakeLab(all);
      await useSettingsStore().load();
      const { lab, lesson: taken } = await open(all);
      await Promise.all([useRunsStore().load(), useRecordsStore().load()]);
      await flushPromises();
      return { lab, lesson: taken };
    }

    it('goes back to the step, with the frozen prediction that the record holds', async () => {
      const { lesson } = await restarted(kept, [record.id]);
      expect(lesson.state.step).toBe('transfer');
      expect(lesson.state.frozen).toEqual(record.prediction);
      expect(lesson.state.draft.reason).not.toBe('Waiting overlaps.');
      expect(lesson.state.form).toMatchObject({ preset: 'standard', seed: '7' });
      expect(lesson.isLocked).toBe(true);
    });

    it('keeps a prediction in the making', async () => {
      const { runId, ...draft } = kept;
      expect(runId).toBe(record.id);
      const { lab, lesson } = await restarted({ ...draft, step: 'predict' }, []);
      expect(lesson.state).toMatchObject({ step: 'predict', draft: { reason: 'Waiting overlaps.' } });
      expect(lesson.isLocked).toBe(false);
      expect(lab.made.map(({ name }) => name)).not.toContain('records.open');
    });

    it('lets a person predict again where the record of the run is gone', async () => {
      const { lesson } = await restarted(kept, []);
      expect(lesson.state).toMatchObject({ step: 'predict', runId: undefined, frozen: undefined });
      expect(lesson.state.draft.reason).toBe('Waiting overlaps.');
      expect(lesson.isLocked).toBe(false);
    });

    it('says why a record cannot be opened', async () => {
      const { lesson } = await restarted(kept, [record.id], {
        'records.open': () => refusal('unreadable-record', 'It was set aside.'),
      });
      expect(lesson.state.step).toBe('run');
      expect(lesson.resultError?.message).toBe('It was set aside.');
    });

    it('follows a run that goes on instead', async () => {
      const { lab, lesson } = await restarted({ ...kept, step: 'run' }, [], {
        'runs.current': () => answer(running),
      });
      expect(lesson.active?.id).toBe(record.id);
      lab.emit('runs.changed', ended({ status: 'completed' }));
      await flushPromises();
      expect(lesson.state.step).toBe('observe');
    });
  });
});
