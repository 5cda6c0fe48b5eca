import { onScopeDispose, shallowRef, watch } from 'vue';
import type { Names } from '@core/words/names';
import type { Kitchen } from './kitchen-run';
import type { KitchenScene } from './kitchen-scene';
import { sceneInWords } from './kitchen-words';

/** A live region that changes at every frame is noise: at most every 5 s while it plays, soon after a step. */
const playingMs = 5_000;
const stillMs = 400;

/** The scene in words for a live region, throttled. Empty until the cursor moves for the first time. */
export function useSpokenScene(
  kitchen: () => Kitchen | undefined,
  scene: () => KitchenScene | undefined,
  isPlaying: () => boolean,
  texts: () => Names,
) {
  const spoken = shallowRef('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    () => [scene()?.timeNs, isPlaying()] as const,
    (_, [, wasPlaying]) => {
      // A step restarts the short wait, so that only where it ends is spoken; playing lets a wait run to its end.
      if (timer !== undefined && isPlaying() && wasPlaying) return;
      clearTimeout(timer);
      timer = setTimeout(speak, isPlaying() ? playingMs : stillMs);
    },
  );
  onScopeDispose(() => clearTimeout(timer));

  return spoken;

  function speak(): void {
    timer = undefined;
    const [now, seen] = [kitchen(), scene()];
    if (now && seen) spoken.value = sceneInWords(now, seen, texts());
  }
}
