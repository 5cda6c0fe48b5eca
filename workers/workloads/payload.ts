import type { PassingWay, PayloadData } from '@core/protocol/worker';
import { giveBack } from '../runtime/pool/give-back';

export interface PayloadOrder {
  readonly task: string;
  readonly way: PassingWay;
  /** A multiple of 4, at least 4. */
  readonly bytes: number;
  readonly seed: number;
}

/** Shared payloads by their size: memory that two threads see is freed only once both have collected their garbage. */
const sharedBySize = new Map<number, SharedArrayBuffer>();

/**
 * A payload, every word of it written anew, so that no page of its memory is touched for the first time when it is read.
 * Shared memory is used again for the next payload of the same size: only one of a size may be under way.
 */
export function makePayload({ way, bytes, seed }: Pick<PayloadOrder, 'way' | 'bytes' | 'seed'>): PayloadData {
  const data = way === 'shared' ? sharedOf(bytes) : new ArrayBuffer(bytes);
  const words = new Uint32Array(data);
  // The words of a Weyl sequence: no two of 2^32 in a row are alike.
  for (let index = 0; index < words.length; index++) words[index] = seed + Math.imul(index, 0x9e3779b9);
  return data;
}

function sharedOf(bytes: number): SharedArrayBuffer {
  const known = sharedBySize.get(bytes);
  if (known) return known;
  const made = new SharedArrayBuffer(bytes);
  sharedBySize.set(bytes, made);
  return made;
}

/** Reads all of a payload: FNV-1a over its 32-bit words. @returns an unsigned 32-bit checksum */
export function payloadChecksum(data: PayloadData): number {
  const words = new Uint32Array(data);
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Gives a payload's memory back at once instead of at the next garbage collection. Shared memory is kept to be used again. */
export function releasePayload(data: PayloadData): void {
  if (!(data instanceof SharedArrayBuffer)) giveBack(data);
}
