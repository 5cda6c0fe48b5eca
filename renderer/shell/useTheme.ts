import { watch } from 'vue';
import { paintMeanings } from '../paint-meanings';
import { useSettingsStore } from '../stores/settings';

/** Puts the theme on <html> before anything else reacts to it (charts read the tokens after the change). */
export function useTheme(): void {
  const settings = useSettingsStore();
  watch(
    () => settings.theme,
    (theme) => {
      paintMeanings(theme);
      document.documentElement.dataset['theme'] = theme;
    },
    { immediate: true, flush: 'sync' },
  );
}
