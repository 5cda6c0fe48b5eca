import { watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { workbenchId } from '@core/experiments/workbench/definition';
import { useRunsStore } from '../stores/runs';
import { useToastsStore } from '../stores/toasts';
import { calibrationId } from '../features/welcome/useCalibration';

/** Tells that a run has ended to a person who is on another page; the run's own page shows it itself. */
export function useRunEndings(): void {
  const runs = useRunsStore();
  const toasts = useToastsStore();
  const route = useRoute();
  const router = useRouter();
  const { t } = useI18n();

  watch(
    () => runs.state,
    (state, before) => {
      const wasActive = before.phase === 'running' || before.phase === 'stopping';
      if (state.phase !== 'ended' || !wasActive) return;
      if (route.name === 'experiment' && route.params['id'] === state.experiment) return;
      if (route.name === 'workbench' && state.experiment === workbenchId) return;
      if (route.name === 'welcome' && state.experiment === calibrationId) return;
      const title = t(`experiments.${state.experiment}.title`);
      const open = { label: t('app.openRecord'), run: () => void router.push(`/notebook/${state.id}`) };
      switch (state.outcome.status) {
        case 'completed':
          toasts.inform(t('app.run.finished', { title }), open);
          break;
        case 'cancelled':
          toasts.inform(t('app.run.cancelled', { title }), open);
          break;
        case 'failed':
        case 'interrupted':
          toasts.inform(t('app.run.failed', { title, message: state.outcome.message }), open);
          break;
      }
    },
  );
}
