import type { BoundedBlock } from '@core/kernels/bounded-block';
import type { FrameCount } from '../../../base/frame-count';

/** Where the computation is executed that a person feels. */
export const feelPlaces = ['page', 'worker', 'async'] as const;
export type FeelPlace = (typeof feelPlaces)[number];

/** A key that was pressed, on the page's clock in ms: by the time that the event carries, and by that of its handler. */
export interface KeyPress {
  readonly pressedMs: number;
  readonly handledMs: number;
}

/** What a person calls at once; a key that was handled later has waited. In ms. */
export const atOnceMs = 100;

/** One try: what was done, what the page drew and which keys it answered meanwhile. */
export interface Felt {
  readonly place: FeelPlace;
  readonly block: BoundedBlock;
  readonly frames: FrameCount;
  /** Keys that were pressed while it ran, and how many of them waited for longer than `atOnceMs`. */
  readonly keys: number;
  readonly waited: number;
  /** From the press to its handling, in ms; 0 without a key. */
  readonly longestWaitMs: number;
  /** The page drew nothing for at least half the time that the computation took. */
  readonly isFrozen: boolean;
}

/** @param fromMs when the computation began, on the page's clock; `untilMs`: when it was over */
export function feltOf(
  place: FeelPlace,
  block: BoundedBlock,
  frames: FrameCount,
  presses: readonly KeyPress[],
  fromMs: number,
  untilMs: number,
): Felt {
  const waits = presses
    .filter(({ pressedMs }) => pressedMs >= fromMs && pressedMs <= untilMs)
    .map(({ pressedMs, handledMs }) => handledMs - pressedMs);
  return {
    place,
    block,
    frames,
    keys: waits.length,
    waited: waits.filter((wait) => wait > atOnceMs).length,
    longestWaitMs: Math.max(0, ...waits),
    isFrozen: frames.longestMs >= block.blockedMs / 2,
  };
}
