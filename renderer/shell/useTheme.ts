import { watch } from 'vue';
import { useSettingsStore } from '../stores/settings';

/** Puts the theme on <html> before anything else reacts to it (charts read the tokens after the change). */
export function useTheme(): void {
  const settings = useSettingsStore();
  watch(
    () => settings.theme,
    (theme) => {
      document.documentElement.dataset['theme'] = theme;
    },
    { immediate: true, flush: 'sync' },
  );
}
