import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { catalogue } from '@core/experiments/catalogue';
import type { AppCommand } from '@core/ipc/contract';
import type { PaletteAction } from './match-actions';
import { useCommandsStore } from '../stores/commands';
import { useRecordsStore } from '../stores/records';
import { useRunsStore } from '../stores/runs';
import { useSettingsStore } from '../stores/settings';
import { shortcutOf } from './command-key';

const pages = ['experiments', 'workbench', 'monitor', 'notebook', 'claims', 'settings'] as const;
const themes = ['system', 'light', 'dark'] as const;
const shownRecords = 5;

/** Everything the palette offers right now: what is on screen first, then pages, experiments and records. */
export function usePaletteActions(): ComputedRef<readonly PaletteAction[]> {
  const { t } = useI18n();
  const router = useRouter();
  const commands = useCommandsStore();
  const runs = useRunsStore();
  const records = useRecordsStore();
  const settings = useSettingsStore();

  return computed(() => [
    ...commandActions(),
    ...pageActions(),
    ...experimentActions(),
    ...recordActions(),
    ...themeActions(),
  ]);

  function goTo(path: string): () => Promise<void> {
    return async () => {
      await router.push(path);
    };
  }

  function carryOut(command: AppCommand): () => Promise<void> {
    return async () => {
      await commands.run(command);
    };
  }

  function commandActions(): readonly PaletteAction[] {
    const group = t('app.palette.actions');
    const actions: PaletteAction[] = [];
    if (commands.canRun('run')) {
      actions.push({
        id: 'run',
        label: t('app.palette.run'),
        group,
        shortcut: shortcutOf('run'),
        run: carryOut('run'),
      });
    }
    if (runs.isActive)
      actions.push({
        id: 'cancel',
        label: t('app.palette.cancel'),
        group,
        shortcut: shortcutOf('cancel'),
        run: () => runs.cancel(),
      });
    if (commands.canRun('save-pdf')) {
      actions.push({
        id: 'save-pdf',
        label: t('app.palette.savePdf'),
        group,
        shortcut: shortcutOf('save-pdf'),
        run: carryOut('save-pdf'),
      });
    }
    return actions;
  }

  function pageActions(): readonly PaletteAction[] {
    const group = t('app.palette.pages');
    const main = pages.map((page) => ({
      id: page,
      label: t('app.palette.goTo', { page: t(`app.page.${page}`) }),
      group,
      shortcut: shortcutOf(page),
      run: goTo(`/${page}`),
    }));
    return [...main, { id: 'welcome', label: t('app.palette.welcome'), group, run: goTo('/welcome') }];
  }

  function experimentActions(): readonly PaletteAction[] {
    const group = t('app.palette.experiments');
    return catalogue.map(({ id }) => ({
      id: `experiment/${id}`,
      label: t('app.palette.openExperiment', { title: t(`experiments.${id}.title`) }),
      group,
      run: goTo(`/experiments/${id}`),
    }));
  }

  function recordActions(): readonly PaletteAction[] {
    const group = t('app.palette.records');
    return (records.summaries ?? []).slice(0, shownRecords).map(({ id, title }) => ({
      id: `record/${id}`,
      label: t('app.palette.openRecord', { title }),
      group,
      run: goTo(`/notebook/${id}`),
    }));
  }

  function themeActions(): readonly PaletteAction[] {
    const group = t('app.palette.actions');
    return themes
      .filter((theme) => theme !== settings.settings.theme)
      .map((theme) => ({
        id: `theme/${theme}`,
        label: t(`app.palette.${theme}`),
        group,
        run: () => settings.change({ theme }),
      }));
  }
}
