import { MessageChannel } from 'node:worker_threads';
import type { PassingWay, PayloadData } from '@core/protocol/worker';

export interface PayloadOrder {
  readonly task: string;
  readonly way: PassingWay;
  /** A multiple of 4, at least 4. */
  readonly bytes: number;
  readonly seed: number;
}

/** A new payload, every word of it written, so that no page of its memory is touched for the first time when it is read. */
export function makePayload({ way, bytes, seed }: Pick<PayloadOrder, 'way' | 'bytes' | 'seed'>): PayloadData {
  const data = way === 'shared' ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  const words = new Uint32Array(data);
  // The words of a Weyl sequence: no two of 2^32 in a row are alike.
  for (let index = 0; index < words.length; index++) words[index] = seed + Math.imul(index, 0x9e3779b9);
  return data;
}

/** Reads all of a payload: FNV-1a over its 32-bit words. @returns an unsigned 32-bit checksum */
export function payloadChecksum(data: PayloadData): number {
  const words = new Uint32Array(data);
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Gives a payload's memory back at once instead of at the next garbage collection. Shared memory has no single owner. */
export function releasePayload(data: PayloadData): void {
  if (data instanceof SharedArrayBuffer || data.byteLength === 0) return;
  // A buffer that is moved into a closed channel belongs to nobody.
  const { port1 } = new MessageChannel();
  port1.postMessage(null, [data]);
  port1.close();
}
