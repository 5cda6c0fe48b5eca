import { useResizeObserver } from '@vueuse/core';
import { onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { useSettingsStore } from '../stores/settings';

type CanvasRef = Readonly<ShallowRef<HTMLCanvasElement | null>>;

export interface CanvasArea {
  readonly context: CanvasRenderingContext2D;
  /** In CSS pixels; the context is scaled to the display. */
  readonly width: number;
  readonly height: number;
}

/** Draws on a canvas of its own when the sources change, the theme changes or the canvas gets another size. */
export function useCanvas(canvas: CanvasRef, sources: () => unknown, paint: (area: CanvasArea) => void): void {
  useRawCanvas(canvas, sources, (context, { clientWidth: width, clientHeight: height }) => {
    const scale = window.devicePixelRatio;
    sizeCanvas(context.canvas, Math.round(width * scale), Math.round(height * scale));
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paint({ context, width, height });
  });
}

/** As `useCanvas`, for a drawing that chooses its number of pixels itself and is stretched to the element's size. */
export function useRawCanvas(
  canvas: CanvasRef,
  sources: () => unknown,
  paint: (context: CanvasRenderingContext2D, element: HTMLCanvasElement) => void,
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
    const context = canvas.value?.getContext('2d');
    if (canvas.value && context) paint(context, canvas.value);
  }
}

/** Gives a canvas this many pixels; that alone would clear it, so only if it has another number. */
export function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}

/** The value of a token as it is now. */
export function tokenValue(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
