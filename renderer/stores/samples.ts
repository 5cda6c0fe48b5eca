import { defineStore } from 'pinia';
import type { SavedFile } from '@core/ipc/contract';
import type { RunRecord } from '@core/record/record';
import { asSample } from '@core/words/sample';
import { call } from '../lab-client';
import type { OpenedRecord } from './records';

/** The records that the program brings along: read for a preview, and known to no list. */
export const useSamplesStore = defineStore('samples', () => {
  return { open, savePdf };

  /** Undefined where the experiment has none. @throws LabError if it cannot be read */
  async function open(experiment: string): Promise<OpenedRecord | undefined> {
    const found = await call('samples.open', { experiment });
    if (!found) return undefined;
    // Checked by the analysis process before main passed it on, as every record is.
    return { record: asSample(JSON.parse(found.text) as RunRecord), analysis: found.analysis };
  }

  async function savePdf(experiment: string): Promise<SavedFile> {
    return await call('samples.savePdf', { experiment });
  }
});
