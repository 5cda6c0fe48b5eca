import { computed } from 'vue';
import { catalogue } from '@core/experiments/catalogue';
import { countedRecords, nextOf, suggestedOrder } from './catalogue-order';
import type { CatalogueEntry } from './catalogue-order';
import { progressOf } from './experiment-progress';
import { useLessonsStore } from '../lesson/lessons-store';
import { useRecordsStore } from '../../stores/records';
import { useSettingsStore } from '../../stores/settings';

const ordered = suggestedOrder(catalogue);

/** Every guided experiment in the suggested order with how far the person has come, and what to go on with. */
export function useCatalogue() {
  const lessons = useLessonsStore();
  const records = useRecordsStore();
  const settings = useSettingsStore();

  /** Records since the last reset, newest first. */
  const counted = computed(() => countedRecords(records.summaries ?? [], ordered, settings.settings.progressSince));
  const entries = computed(() =>
    ordered.map((experiment, index): CatalogueEntry => {
      const progress = progressOf(experiment, counted.value, lessons.stateOf(experiment.id));
      return { experiment, number: index + 1, progress };
    }),
  );
  const next = computed(() => nextOf(entries.value));
  const finished = computed(() => entries.value.filter(({ progress }) => progress.phase === 'finished').length);
  /** Time of all counted runs, in seconds. */
  const seconds = computed(() => counted.value.reduce((sum, record) => sum + record.seconds, 0));

  return { counted, entries, next, finished, seconds };
}
