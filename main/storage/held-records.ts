import type { ClaimSource } from '@core/claims/claim-types';
import type { RecordSummary } from '@core/ipc/payloads';
import type { SealedRecord } from '@core/protocol/analysis';

/** Records of finished runs that could not be saved: they are in memory until they can be, or the app ends. */
export interface HeldRecords {
  add(sealed: SealedRecord): void;
  get(id: string): SealedRecord | undefined;
  summaries(): readonly RecordSummary[];
  sources(): readonly ClaimSource[];
  /** Saves what can be saved now. Never rejects. */
  trySaving(): Promise<void>;
  /** Takes one out; `takeBack` undoes that. @returns false if it is not there */
  drop(id: string): boolean;
  takeBack(id: string): boolean;
}

/** @param onSaved called with the id of each that was saved at last */
export function createHeldRecords(
  save: (sealed: SealedRecord) => Promise<unknown>,
  onSaved: (id: string) => void,
): HeldRecords {
  const held = new Map<string, SealedRecord>();
  const dropped = new Map<string, SealedRecord>();

  function move(id: string, from: Map<string, SealedRecord>, to: Map<string, SealedRecord>): boolean {
    const sealed = from.get(id);
    if (!sealed) return false;
    from.delete(id);
    to.set(id, sealed);
    return true;
  }

  return {
    add: (sealed) => void held.set(sealed.record.id, sealed),
    get: (id) => held.get(id),
    summaries: () => [...held.values()].map(({ summarised }) => summarised.summary),
    sources: () => [...held.values()].map(({ summarised }) => summarised.source),
    async trySaving() {
      for (const [id, sealed] of held) {
        try {
          await save(sealed);
        } catch {
          continue; // it stays in memory, and the person was told when it came there
        }
        held.delete(id);
        onSaved(id);
      }
    },
    drop: (id) => move(id, held, dropped),
    takeBack: (id) => move(id, dropped, held),
  };
}
