import { iterationsFor, kneadBounded, stress } from '@core/kernels/bounded-block';
import type { BoundedBlock } from '@core/kernels/bounded-block';

/** `iterations` null: find out how many take about as long as a block on purpose. */
export interface KneadRequest {
  readonly type: 'knead';
  readonly iterations: number | null;
}

/** The answer to a request: the iterations that were found, or the block that was executed. */
export type KneadAnswer =
  { readonly type: 'found'; readonly iterations: number } | { readonly type: 'done'; readonly block: BoundedBlock };

export function isKneadRequest(data: unknown): data is KneadRequest {
  if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'knead') return false;
  return 'iterations' in data && (data.iterations === null || Number.isSafeInteger(data.iterations));
}

/** What the Web Worker does with a request, on its own thread. */
export function kneadAnswer({ iterations }: KneadRequest): KneadAnswer {
  const clock = (): number => performance.now();
  if (iterations === null) return { type: 'found', iterations: iterationsFor(stress.wantedMs, clock) };
  return { type: 'done', block: kneadBounded(iterations, stress.pieces, 1, clock, stress.limitMs) };
}
