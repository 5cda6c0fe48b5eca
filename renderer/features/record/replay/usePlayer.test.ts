import { effectScope, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speedFor, usePlayer } from './usePlayer';

const ms = 1_000_000;
let frames: FrameRequestCallback[] = [];

/** Draws one frame at a time of the page. */
function frameAt(nowMs: number): void {
  const due = frames;
  frames = [];
  for (const draw of due) draw(nowMs);
}

function playerOf(totalNs: number, isSparing = false) {
  const cursorNs = shallowRef(0);
  const isPlaying = shallowRef(false);
  const moves: [number, number][] = [];
  const replay = {
    cursorNs,
    isPlaying,
    seek: (timeNs: number) => void (cursorNs.value = timeNs),
    play: () => void (isPlaying.value = true),
    pause: () => void (isPlaying.value = false),
  };
  const scope = effectScope();
  const player = scope.run(() =>
    usePlayer(
      replay,
      () => totalNs,
      () => isSparing,
      (from, to) => moves.push([from, to]),
    ),
  );
  if (!player) throw new Error('a player');
  return { replay, player, moves };
}

describe('usePlayer', () => {
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw));
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('moves the cursor by the time between frames times the speed, and stops at the end', async () => {
    const { replay, player, moves } = playerOf(100 * ms);
    player.speed.value = 0.5;
    player.toggle();
    await nextTick();
    frameAt(1_000);
    expect(replay.cursorNs.value).toBe(0);
    frameAt(1_020);
    expect(replay.cursorNs.value).toBe(10 * ms);
    frameAt(1_200);
    expect(replay.cursorNs.value).toBe(100 * ms);
    await nextTick();
    expect(replay.isPlaying.value).toBe(false);
    expect(frames).toEqual([]);
    expect(moves).toEqual([
      [0, 0],
      [0, 10 * ms],
      [10 * ms, 100 * ms],
    ]);
  });

  it('asks for no frame unless it plays, and begins anew from the end', async () => {
    const { replay, player } = playerOf(100 * ms);
    expect(frames).toEqual([]);
    replay.seek(100 * ms);
    player.toggle();
    await nextTick();
    expect(replay.cursorNs.value).toBe(0);
    expect(frames).toHaveLength(1);
    player.toggle();
    await nextTick();
    expect(frames).toEqual([]);
  });

  it('goes on where it was after a long pause of the page', async () => {
    const { replay, player } = playerOf(10_000 * ms);
    player.speed.value = 1;
    player.toggle();
    await nextTick();
    frameAt(0);
    frameAt(60_000);
    expect(replay.cursorNs.value).toBe(250 * ms);
  });

  it('draws at most four times a second while a run is measured', async () => {
    const { player, moves } = playerOf(10_000 * ms, true);
    player.toggle();
    await nextTick();
    for (let nowMs = 0; nowMs <= 1_000; nowMs += 10) frameAt(nowMs);
    expect(moves).toHaveLength(5);
  });

  it('chooses a speed at which an execution can be followed', () => {
    expect([40_000, 3_000, 300, 0.5].map((totalMs) => speedFor(totalMs * ms))).toEqual([4, 0.5, 0.05, 0.01]);
  });
});
