import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { SavedFile } from '@core/ipc/contract';
import type { LabError } from '@core/ipc/envelope';
import type { ClaimsLedger } from '@core/claims/claim-types';
import { asLabError, call, subscribe } from '../../lab-client';

export const useClaimsStore = defineStore('claims', () => {
  /** The ledger as main judged it last; undefined until it was asked for. */
  const ledger = shallowRef<ClaimsLedger>();
  /** Why it could not be read. */
  const error = shallowRef<LabError>();
  let latestRequest = 0;

  subscribe('records.changed', () => {
    // Nobody has looked at it yet: the page asks when it opens.
    if (latestRequest > 0) void load();
  });

  return { ledger, error, load, savePdf };

  async function load(): Promise<void> {
    const request = ++latestRequest;
    try {
      const judged = await call('claims.read');
      // Two changes in a row may be answered out of order: only the latest question counts.
      if (request !== latestRequest) return;
      ledger.value = judged;
      error.value = undefined;
    } catch (failure) {
      if (request === latestRequest) error.value = asLabError(failure);
    }
  }

  /** Main asks where to save; the answer has no path if the person closed the dialog. */
  async function savePdf(): Promise<SavedFile> {
    return await call('claims.savePdf');
  }
});
