import { mount } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { LabError } from '@core/ipc/envelope';
import { useToastsStore } from '../stores/toasts';
import { useAutosave } from './useAutosave';

describe('useAutosave', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    setActivePinia(createPinia());
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function start(save: (text: string) => Promise<void>) {
    const holder: { autosave?: ReturnType<typeof useAutosave> } = {};
    const Host = defineComponent({
      setup() {
        holder.autosave = useAutosave(save, 500);
        return () => null;
      },
    });
    const host = mount(Host);
    if (!holder.autosave) throw new Error('setup did not run');
    return { autosave: holder.autosave, host };
  }

  it('saves once after the last change', async () => {
    const save = vi.fn(async () => undefined);
    const { autosave } = start(save);
    autosave.change('a');
    await vi.advanceTimersByTimeAsync(300);
    autosave.change('ab');
    await vi.advanceTimersByTimeAsync(499);
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(autosave.state.value.phase).toBe('saved');
  });

  it('saves what is pending when the page is left', async () => {
    const save = vi.fn(async () => undefined);
    const { autosave, host } = start(save);
    autosave.change('late');
    host.unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(save.mock.calls).toEqual([['late']]);
  });

  it('tells a failure elsewhere once the page is left', async () => {
    const { autosave, host } = start(async () => {
      throw new LabError('disk-full', 'The disk is full.');
    });
    autosave.change('late');
    host.unmount();
    await vi.advanceTimersByTimeAsync(0);
    expect(useToastsStore().toasts).toMatchObject([{ text: 'The disk is full.' }]);
  });

  it('never has two requests on the way, and sends the newest text last', async () => {
    const waiting: (() => void)[] = [];
    const saved: string[] = [];
    const { autosave } = start(
      (text) =>
        new Promise((resolve) => {
          saved.push(text);
          waiting.push(resolve);
        }),
    );
    autosave.change('one');
    void autosave.flush();
    autosave.change('two');
    void autosave.flush();
    autosave.change('three');
    void autosave.flush();
    expect(saved).toEqual(['one']);
    waiting[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['one', 'three']);
  });

  it('tells a failure, and the next change is saved again', async () => {
    let fails = true;
    const { autosave } = start(async () => {
      if (fails) throw new LabError('disk-full', 'The disk is full.');
    });
    autosave.change('a');
    await autosave.flush();
    expect(autosave.state.value).toMatchObject({ phase: 'failed', error: { message: 'The disk is full.' } });
    fails = false;
    autosave.change('b');
    await autosave.flush();
    expect(autosave.state.value.phase).toBe('saved');
  });
});
