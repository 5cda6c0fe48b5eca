import { computed, reactive } from 'vue';
import type { WritableComputedRef } from 'vue';
import type { ResultTab } from '@core/words/result-tabs';

/** Where a person was in the results of each record, for as long as the window is open. */
const opened = reactive(new Map<string, ResultTab>());

/** The tab that is open for a record; the story until another one is chosen. */
export function useResultTab(record: () => string): WritableComputedRef<ResultTab> {
  return computed({
    get: () => opened.get(record()) ?? 'story',
    set: (tab) => opened.set(record(), tab),
  });
}
