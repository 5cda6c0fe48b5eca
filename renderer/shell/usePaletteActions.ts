import { computed } from 'vue';
import type { ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRouter } from 'vue-router';
import { namePathOf } from '@core/app/commands';
import type { AppCommand } from '@core/app/commands';
import { pages } from '@core/app/pages';
import { catalogue } from '@core/experiments/catalogue';
import type { PaletteAction } from './match-actions';
import { useRecordActions } from '../features/record/useRecordActions';
import { useCommandsStore } from '../stores/commands';
import { nameOf } from '@core/ipc/payloads';
import { recordPath } from '../base/record-path';
import { useRecordsStore } from '../stores/records';
import { useRunsStore } from '../stores/runs';
import { useSettingsStore } from '../stores/settings';
import { shortcutOf } from './command-key';
import { useLookForVersions } from './useLookForVersions';

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
  const { savePdf, saveJson } = useRecordActions();

  const lookForVersions = useLookForVersions();

  return computed(() => [
    ...commandActions(),
    ...pageActions(),
    ...experimentActions(),
    ...recordActions(),
    ...themeActions(),
    {
      id: 'look-for-versions',
      label: t(namePathOf('look-for-versions')),
      group: t('app.palette.actions'),
      shortcut: shortcutOf('look-for-versions'),
      run: lookForVersions,
    },
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
    const possible = (['run', 'cancel', 'save-pdf'] as const).filter((id) =>
      id === 'cancel' ? runs.isActive : commands.canRun(id),
    );
    return possible.map((id) => ({
      id,
      label: t(namePathOf(id)),
      group: t('app.palette.actions'),
      shortcut: shortcutOf(id),
      run: id === 'cancel' ? () => runs.cancel() : carryOut(id),
    }));
  }

  /** Every page that needs no record or experiment to be opened; first those of the sidebar. */
  function pageActions(): readonly PaletteAction[] {
    return pages
      .filter(({ path }) => !path.includes(':'))
      .map((page) => ({
        id: page.id,
        label: t('app.palette.goTo', { page: t(`app.page.${page.id}`) }),
        group: t('app.palette.pages'),
        ...('keywords' in page && { keywords: t(`app.keywords.${page.id}`) }),
        ...('icon' in page && { shortcut: shortcutOf(page.id) }),
        run: goTo(page.path),
      }));
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

  /** The latest records: opening them is offered, saving them is found. */
  function recordActions(): readonly PaletteAction[] {
    const group = t('app.palette.records');
    return (records.summaries ?? []).slice(0, shownRecords).flatMap((record) => {
      const [title, id] = [record.title, nameOf(record)];
      return [
        {
          id: `record/${id}`,
          label: t('app.palette.openRecord', { title }),
          group,
          run: goTo(recordPath(id)),
        },
        {
          id: `record/${id}/pdf`,
          label: t('app.palette.savePdfOf', { title }),
          group,
          isOnlyFound: true,
          run: () => savePdf(id),
        },
        {
          id: `record/${id}/json`,
          label: t('app.palette.saveJsonOf', { title }),
          group,
          isOnlyFound: true,
          run: () => saveJson(id),
        },
      ];
    });
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
