import { useEventListener } from '@vueuse/core';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { isAction, keyOf, pageOfCommand } from '@core/app/commands';
import type { AppCommand } from '@core/app/commands';
import { subscribe } from '../lab-client';
import { useCommandsStore } from '../stores/commands';
import { useRunsStore } from '../stores/runs';
import { useToastsStore } from '../stores/toasts';
import { useLookForVersions } from './useLookForVersions';

/**
 * Carries out what the application menu asks for. Ctrl/Cmd+K is handled in the page too: it works without a menu, and
 * taking the key here keeps the menu from toggling a second time.
 */
export function useAppCommands() {
  const isPaletteOpen = shallowRef(false);
  const router = useRouter();
  const commands = useCommandsStore();
  const runs = useRunsStore();
  const toasts = useToastsStore();
  const lookForVersions = useLookForVersions();
  const { t } = useI18n();

  subscribe('app.command', (command) => void carryOut(command));
  useEventListener(window, 'keydown', (event) => {
    if (
      event.key.toUpperCase() !== keyOf('palette') ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    isPaletteOpen.value = !isPaletteOpen.value;
  });

  return { isPaletteOpen };

  async function carryOut(command: AppCommand): Promise<void> {
    if (!isAction(command)) {
      await router.push(pageOfCommand(command)?.path ?? '/');
      return;
    }
    switch (command) {
      case 'palette':
        isPaletteOpen.value = !isPaletteOpen.value;
        break;
      case 'cancel':
        if (runs.isActive) await runs.cancel();
        break;
      case 'look-for-versions':
        await lookForVersions();
        break;
      case 'run':
      case 'save-pdf':
        if (!(await commands.run(command))) toasts.inform(t('app.palette.unavailable'));
        break;
    }
  }
}
