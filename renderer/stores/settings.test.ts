import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { answer, installFakeLab, refusal } from '../testing/fake-lab';
import { useSettingsStore } from './settings';
import { useToastsStore } from './toasts';

describe('settings store', () => {
  let stored: Settings;
  beforeEach(() => {
    setActivePinia(createPinia());
    stored = { ...defaultSettings, theme: 'dark' };
  });

  it('shows what is stored', async () => {
    installFakeLab({ 'settings.read': () => answer(stored) });
    const settings = useSettingsStore();
    await settings.load();
    expect(settings.settings).toEqual(stored);
    expect(settings.theme).toBe('dark');
  });

  it('shows a change at once and sends only what changed', async () => {
    const lab = installFakeLab({ 'settings.change': (part) => answer({ ...stored, ...part } as Settings) });
    const settings = useSettingsStore();
    const changing = settings.change({ theme: 'light' });
    expect(settings.theme).toBe('light');
    await changing;
    expect(settings.theme).toBe('light');
    expect(lab.made).toEqual([{ name: 'settings.change', input: { theme: 'light' } }]);
  });

  it('does not let the answer to one change undo another', async () => {
    installFakeLab({ 'settings.change': (part) => answer({ ...stored, ...part } as Settings) });
    const settings = useSettingsStore();
    const first = settings.change({ lowerPriority: false });
    const second = settings.change({ theme: 'light' });
    await Promise.all([first, second]);
    expect(settings.settings).toMatchObject({ lowerPriority: false, theme: 'light' });
  });

  it('takes back what could not be stored, and says so', async () => {
    installFakeLab({ 'settings.change': () => refusal('not-writable', 'The settings cannot be written.') });
    const settings = useSettingsStore();
    await settings.change({ lowerPriority: false });
    expect(settings.settings.lowerPriority).toBe(true);
    expect(useToastsStore().toasts).toMatchObject([{ kind: 'failure', text: 'The settings cannot be written.' }]);
  });
});
