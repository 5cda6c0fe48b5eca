import { onBeforeUnmount, onMounted, shallowRef } from 'vue';

/**
 * Lets a long page appear from its top, one piece per frame, so that mounting many charts never blocks the window at a
 * stretch. Piece `n` may be shown once `stage` is at least `n`; piece 0 is there at once.
 */
export function useStages(count: () => number) {
  const stage = shallowRef(0);
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  onMounted(advance);
  onBeforeUnmount(() => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  });

  return { stage };

  function advance(): void {
    if (stage.value >= count()) return;
    // The time-out lets the frame be painted and input be handled before the next piece.
    frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        stage.value += 1;
        advance();
      });
    });
  }
}
