import { useResizeObserver } from '@vueuse/core';
import { onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { useSettingsStore } from '../stores/settings';

export interface CanvasArea {
  readonly context: CanvasRenderingContext2D;
  /** In CSS pixels; the context is scaled to the display. */
  readonly width: number;
  readonly height: number;
}

/** Draws on a canvas of its own when the sources change, the theme changes or the canvas gets another size. */
export function useCanvas(
  canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>,
  sources: () => unknown,
  paint: (area: CanvasArea) => void,
): void {
  const settings = useSettingsStore();
  let frame: number | undefined;

  onMounted(ask);
  useResizeObserver(canvas, ask);
  watch([sources, () => settings.theme], ask, { flush: 'post' });

  /** Several reasons within one frame are one drawing. */
  function ask(): void {
    frame ??= requestAnimationFrame(draw);
  }

  function draw(): void {
    frame = undefined;
    const element = canvas.value;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const { clientWidth: width, clientHeight: height } = element;
    const scale = window.devicePixelRatio;
    const [pixelWidth, pixelHeight] = [Math.round(width * scale), Math.round(height * scale)];
    if (element.width !== pixelWidth || element.height !== pixelHeight) {
      element.width = pixelWidth;
      element.height = pixelHeight;
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paint({ context, width, height });
  }
}

/** The value of a token as it is now. */
export function tokenValue(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
