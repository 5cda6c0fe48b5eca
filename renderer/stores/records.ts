import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { InputOf, SavedFile } from '@core/ipc/contract';
import type { LabError } from '@core/ipc/envelope';
import type { RecordSummary } from '@core/ipc/payloads';
import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import type { RunId } from '@core/record/schema-parts';
import { asLabError, call, subscribe } from '../lab-client';

/** A record with its analysis. */
export interface OpenedRecord {
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

export const useRecordsStore = defineStore('records', () => {
  /** Newest first; undefined until main has answered once. */
  const summaries = shallowRef<readonly RecordSummary[]>();
  /** Why the list could not be read. */
  const error = shallowRef<LabError>();
  const count = computed(() => summaries.value?.length ?? 0);
  let latestRequest = 0;

  subscribe('records.changed', () => void load());

  return { summaries, error, count, load, lastOf, open, annotate, remove, restore, savePdf, saveJson };

  async function load(): Promise<void> {
    const request = ++latestRequest;
    try {
      const list = await call('records.list');
      // Two changes in a row may be answered out of order: only the latest question counts.
      if (request !== latestRequest) return;
      summaries.value = list.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
      error.value = undefined;
    } catch (failure) {
      if (request === latestRequest) error.value = asLabError(failure);
    }
  }

  /** The newest record of an experiment. */
  function lastOf(experiment: string): RecordSummary | undefined {
    return summaries.value?.find((summary) => summary.experiment === experiment);
  }

  /** A record with its analysis. @throws LabError if it is gone or unreadable */
  async function open(id: RunId): Promise<OpenedRecord> {
    const { text, analysis } = await call('records.open', { id });
    // Checked against schema and hash by the analysis process before main passed it on.
    return { record: JSON.parse(text) as RunRecord, analysis };
  }

  /** Stores title, notes or answers, and puts the answer into the list. @throws LabError if it cannot be stored */
  async function annotate(change: InputOf<'records.annotate'>): Promise<void> {
    const changed = await call('records.annotate', change);
    summaries.value = summaries.value?.map((summary) => (summary.id === changed.id ? changed : summary));
  }

  /** Takes a record out of the list; `restore` brings it back. @throws LabError, and then the list is as before */
  async function remove(id: RunId): Promise<void> {
    await call('records.remove', { id });
    summaries.value = summaries.value?.filter((summary) => summary.id !== id);
  }

  async function restore(id: RunId): Promise<void> {
    await call('records.restore', { id });
    await load();
  }

  /** Main asks where to save; the answer has no path if the person closed the dialog. */
  async function savePdf(id: RunId): Promise<SavedFile> {
    return await call('records.savePdf', { id });
  }

  async function saveJson(id: RunId): Promise<SavedFile> {
    return await call('records.saveJson', { id });
  }
});
