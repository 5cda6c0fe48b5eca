import { usePreferredDark } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { defaultSettings } from '@core/ipc/settings';
import type { Settings } from '@core/ipc/settings';
import { call } from '../lab-client';
import { useToastsStore } from './toasts';

export const useSettingsStore = defineStore('settings', () => {
  /** What main has stored; the defaults until it has answered. */
  const settings = shallowRef<Settings>(defaultSettings);
  const prefersDark = usePreferredDark();
  /** The theme on screen: the person's choice, or the desktop's. */
  const theme = computed<'light' | 'dark'>(() => {
    if (settings.value.theme !== 'system') return settings.value.theme;
    return prefersDark.value ? 'dark' : 'light';
  });

  return { settings, theme, load, change };

  async function load(): Promise<void> {
    settings.value = await call('settings.read');
  }

  /** Shows the change at once and stores it; if it cannot be stored, the old value comes back with a message. */
  async function change(part: Partial<Settings>): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...part };
    try {
      const stored = await call('settings.change', part);
      // A later change may be on its way already: only the fields of this one are taken over.
      settings.value = { ...settings.value, ...pick(stored, part) };
    } catch (error) {
      settings.value = { ...settings.value, ...pick(before, part) };
      useToastsStore().fail(error);
    }
  }
});

function pick(from: Settings, like: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => key in like));
}
