import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LabError } from '@core/ipc/envelope';
import { useToastsStore } from './toasts';

describe('toasts store', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    setActivePinia(createPinia());
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keeps the three newest', () => {
    const store = useToastsStore();
    for (const text of ['a', 'b', 'c', 'd']) store.inform(text);
    expect(store.toasts.map(({ text }) => text)).toEqual(['b', 'c', 'd']);
  });

  it('lets an offer to undo stay longer than plain information', () => {
    const store = useToastsStore();
    store.inform('plain');
    store.inform('removed', { label: 'Undo', run: () => undefined });
    vi.advanceTimersByTime(5_000);
    expect(store.toasts.map(({ text }) => text)).toEqual(['removed']);
    vi.advanceTimersByTime(10_000);
    expect(store.toasts).toEqual([]);
  });

  it('shows the text of a failure', () => {
    const store = useToastsStore();
    store.fail(new LabError('disk-full', 'The disk is full. Free some space.'));
    expect(store.toasts).toMatchObject([{ kind: 'failure', text: 'The disk is full. Free some space.' }]);
  });
});
