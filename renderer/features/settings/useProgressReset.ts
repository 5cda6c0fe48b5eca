import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { isTouched } from '../lesson/lesson-state';
import { useLessonsStore } from '../lesson/lessons-store';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';
import { useToastsStore } from '../../stores/toasts';
import { useCatalogue } from '../experiments/useCatalogue';

/**
 * Takes the person's progress in all experiments back to the beginning. Records are not touched: those made until then
 * count no longer. The message that tells so offers to undo it.
 */
export function useProgressReset() {
  const { t } = useI18n();
  const lessons = useLessonsStore();
  const runs = useRunsStore();
  const settings = useSettingsStore();
  const toasts = useToastsStore();
  const { counted } = useCatalogue();
  const hasProgress = computed(() => counted.value.length > 0 || [...lessons.lessons.values()].some(isTouched));
  const canReset = computed(() => hasProgress.value && !runs.isActive);

  return { hasProgress, canReset, isBusy: computed(() => runs.isActive), reset };

  async function reset(): Promise<void> {
    if (!canReset.value) return;
    const since = settings.settings.progressSince ?? null;
    const last = runs.state;
    const before = lessons.replace(new Map(), last.phase === 'ended' ? last : undefined);
    await settings.change({ progressSince: new Date().toISOString() });
    const undo = (): void => {
      lessons.replace(before);
      void settings.change({ progressSince: since });
    };
    toasts.inform(t('app.settings.resetDone'), { label: t('app.undo'), run: undo });
  }
}
