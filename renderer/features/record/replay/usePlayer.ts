import { onScopeDispose, shallowRef, watch } from 'vue';
import type { Replay } from './useReplay';

/** Speeds against the clock of the run. The slow ones are there because an execution may take a tenth of a second. */
export const speeds = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2, 4] as const;
export type Speed = (typeof speeds)[number];

/** A longer pause (a hidden window, a blocked page) counts as this long, in ms: the replay goes on where it was. */
const longestFrameMs = 250;
/** While a run is measured the window draws sparingly: at most 4 times a second. */
const sparingMs = 250;

/** The fastest speed at which an execution takes so long on the screen at least; the slowest of all if there is none. */
export function speedFor(totalNs: number, leastMs = 6_000): Speed {
  return speeds.toReversed().find((speed) => totalNs / 1e6 / speed >= leastMs) ?? speeds[0];
}

/**
 * Moves the replay's cursor with the frames of the page while it plays, and only then.
 * @param totalNs where it stops
 * @param isSparing whether a run is measured right now
 * @param moved told of every frame, with the times before and after it in nanoseconds
 */
export function usePlayer(
  replay: Pick<Replay, 'cursorNs' | 'isPlaying' | 'seek' | 'play' | 'pause'>,
  totalNs: () => number,
  isSparing: () => boolean,
  moved: (fromNs: number, toNs: number) => void,
) {
  const speed = shallowRef<Speed>(speedFor(totalNs()));
  let frame: number | undefined;
  let lastMs: number | undefined;

  watch(replay.isPlaying, (isPlaying) => (isPlaying ? start() : stop()));
  onScopeDispose(() => {
    stop();
    replay.pause();
  });

  return { speed, toggle };

  /** Plays or pauses; from the end it begins anew. */
  function toggle(): void {
    if (replay.isPlaying.value) {
      replay.pause();
      return;
    }
    if (replay.cursorNs.value >= totalNs()) replay.seek(0);
    replay.play();
  }

  function start(): void {
    lastMs = undefined;
    frame ??= requestAnimationFrame(draw);
  }

  function stop(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  }

  function draw(nowMs: number): void {
    frame = requestAnimationFrame(draw);
    const sinceMs = lastMs === undefined ? 0 : nowMs - lastMs;
    if (lastMs !== undefined && isSparing() && sinceMs < sparingMs) return;
    lastMs = nowMs;
    const fromNs = replay.cursorNs.value;
    const toNs = Math.min(totalNs(), fromNs + Math.min(sinceMs, longestFrameMs) * 1e6 * speed.value);
    replay.seek(toNs);
    moved(fromNs, toNs);
    if (toNs >= totalNs()) replay.pause();
  }
}
