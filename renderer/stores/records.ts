import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { InputOf, SavedFile } from '@core/ipc/contract';
import type { LabError } from '@core/ipc/envelope';
import { listingOf, nameOf } from '@core/ipc/payloads';
import type { FoundRecords, Reading, RecordSummary } from '@core/ipc/payloads';
import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { asLabError, call, subscribe } from '../lab-client';

/** A record with its analysis. */
export interface OpenedRecord {
  readonly record: RunRecord;
  readonly analysis: Analysis;
}

export const useRecordsStore = defineStore('records', () => {
  /** Newest first; undefined until main has answered once. While `reading` is not null others follow. */
  const summaries = shallowRef<readonly RecordSummary[]>();
  /** How far main has read the files; null when all rows are there. */
  const reading = shallowRef<Reading | null>(null);
  /** Why the list could not be read. */
  const error = shallowRef<LabError>();
  const count = computed(() => summaries.value?.length ?? 0);
  let latestRequest = 0;
  /** What was found since the latest question: its answer may be older. */
  let foundSince: FoundRecords[] = [];

  subscribe('records.changed', () => void load());
  subscribe('records.found', (found) => {
    foundSince.push(found);
    if (!summaries.value) return;
    summaries.value = withFound(summaries.value, [found]);
    reading.value = found.reading;
  });

  return { summaries, reading, error, count, load, find, lastOf, open, annotate, remove, restore, savePdf, saveJson };

  async function load(): Promise<void> {
    const request = ++latestRequest;
    foundSince = [];
    try {
      const list = listingOf(await call('records.list'));
      // Two changes in a row may be answered out of order: only the latest question counts.
      if (request !== latestRequest) return;
      summaries.value = withFound(list.rows, foundSince);
      reading.value = foundSince.length > 0 ? (foundSince.at(-1)?.reading ?? null) : list.reading;
      error.value = undefined;
    } catch (failure) {
      if (request === latestRequest) error.value = asLabError(failure);
    }
  }

  /** The row of a record that is called by this name (`nameOf`), or by its id where its file is called otherwise. */
  function find(name: string): RecordSummary | undefined {
    return summaries.value?.find((one) => nameOf(one) === name) ?? summaries.value?.find(({ id }) => id === name);
  }

  /** The newest record of an experiment. */
  function lastOf(experiment: string): RecordSummary | undefined {
    return summaries.value?.find((summary) => summary.experiment === experiment);
  }

  /** A record with its analysis; `id` is its id or its name (`nameOf`). @throws LabError if it is gone or unreadable */
  async function open(id: string): Promise<OpenedRecord> {
    const { text, analysis } = await call('records.open', { id });
    // Checked against schema and hash by the analysis process before main passed it on.
    return { record: JSON.parse(text) as RunRecord, analysis };
  }

  /** Stores title, notes or answers, and puts the answer into the list. @throws LabError if it cannot be stored */
  async function annotate(change: InputOf<'records.annotate'>): Promise<void> {
    const changed = await call('records.annotate', change);
    summaries.value = summaries.value?.map((one) => (nameOf(one) === nameOf(changed) ? changed : one));
  }

  /** Takes a record out of the list; `restore` brings it back. @throws LabError, and then the list is as before */
  async function remove(id: string): Promise<void> {
    await call('records.remove', { id });
    summaries.value = summaries.value?.filter((summary) => nameOf(summary) !== id);
  }

  async function restore(id: string): Promise<void> {
    await call('records.restore', { id });
    await load();
  }

  /** Main asks where to save; the answer has no path if the person closed the dialog. */
  async function savePdf(id: string): Promise<SavedFile> {
    return await call('records.savePdf', { id });
  }

  async function saveJson(id: string): Promise<SavedFile> {
    return await call('records.saveJson', { id });
  }
});

/** The rows, newest first, after what was found is put in and what is gone is taken out. */
function withFound(
  rows: readonly RecordSummary[],
  found: readonly Pick<FoundRecords, 'rows' | 'gone'>[],
): readonly RecordSummary[] {
  const byName = new Map(rows.map((row) => [nameOf(row), row]));
  for (const { rows: more, gone } of found) {
    for (const name of gone) byName.delete(name);
    for (const row of more) byName.set(nameOf(row), row);
  }
  return [...byName.values()].toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
}
