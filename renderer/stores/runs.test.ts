import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunState } from '@core/ipc/payloads';
import type { Envelope } from '@core/ipc/envelope';
import { answer, installFakeLab, refusal } from '../testing/fake-lab';
import { runningState } from '../testing/samples';
import { useRunsStore } from './runs';

const request = {
  experiment: 'eggs-and-toast',
  preset: 'quick',
  prediction: { status: 'skipped', frozenAt: '2025-01-01T00:00:00Z' },
} as const;

describe('runs store', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('starts from what main tells and follows its events', async () => {
    const lab = installFakeLab({ 'runs.current': () => answer(runningState) });
    const runs = useRunsStore();
    await runs.load();
    expect(runs.isActive).toBe(true);
    expect(runs.isMeasured).toBe(true);
    lab.emit('runs.changed', { ...runningState, phase: 'stopping' });
    expect([runs.isActive, runs.isMeasured]).toEqual([true, false]);
    lab.emit('runs.changed', { phase: 'idle' });
    expect(runs.isActive).toBe(false);
  });

  it('keeps the execution that was finished last while the run goes on', () => {
    const lab = installFakeLab({});
    const runs = useRunsStore();
    const finished = { part: 'p', condition: 'sync', round: 2, totalNs: 5, lanes: [], left: 0 };
    lab.emit('runs.changed', { ...runningState, finished });
    lab.emit('runs.changed', runningState);
    expect(runs.finished).toEqual(finished);
    lab.emit('runs.changed', { phase: 'idle' });
    expect(runs.finished).toBeUndefined();
  });

  it('does not let an old answer overwrite a newer event', async () => {
    let deliver: (state: Envelope<RunState>) => void = () => undefined;
    const lab = installFakeLab({ 'runs.current': () => new Promise((resolve) => (deliver = resolve)) });
    const runs = useRunsStore();
    const loading = runs.load();
    lab.emit('runs.changed', runningState);
    deliver(answer({ phase: 'idle' }));
    await loading;
    expect(runs.state.phase).toBe('running');
  });

  it('gives back the id of a started run', async () => {
    installFakeLab({ 'runs.start': () => answer({ id: runningState.id }) });
    const runs = useRunsStore();
    await expect(runs.start(request)).resolves.toBe(runningState.id);
    expect(runs.error).toBeUndefined();
    expect(runs.isRequesting).toBe(false);
  });

  it('keeps why a start was refused, until the next request', async () => {
    let isHeld = true;
    installFakeLab({
      'runs.start': () => (isHeld ? refusal('machine-busy', 'Another lab measures.') : answer({ id: runningState.id })),
    });
    const runs = useRunsStore();
    await expect(runs.start(request)).resolves.toBeUndefined();
    expect(runs.error).toMatchObject({ code: 'machine-busy', message: 'Another lab measures.' });
    isHeld = false;
    await runs.start(request);
    expect(runs.error).toBeUndefined();
  });

  it('cancels the run that is going on, and nothing else', async () => {
    const lab = installFakeLab({ 'runs.cancel': () => answer(undefined) });
    const runs = useRunsStore();
    await runs.cancel();
    expect(lab.made).toEqual([]);
    lab.emit('runs.changed', runningState);
    await runs.cancel();
    expect(lab.made).toEqual([{ name: 'runs.cancel', input: { id: runningState.id } }]);
  });
});
