import { Chart } from 'chart.js';
import type { ActiveElement, ChartConfiguration } from 'chart.js';
import { onBeforeUnmount, onMounted, watch } from 'vue';
import type { ShallowRef } from 'vue';
import { useSettingsStore } from '../stores/settings';
import { applyChartTheme, registerChartParts } from './chart-library';
import { elementsOfRow } from './chart-rows';
import { pictureOf, type PictureWords } from './picture';

/** What may be done with a drawn chart; nothing outside this file holds the Chart.js object. */
export interface ChartHandle {
  /** Draws again after datasets were changed in place; calls within one frame are drawn once. */
  readonly redraw: () => void;
  /** Marks the points of a row of the chart's table and shows their tooltip; undefined takes the mark away. */
  readonly highlight: (row: number | undefined, rows: number) => void;
  /** The chart with its words on the theme's surface, for a PNG; undefined while nothing is drawn. */
  readonly picture: (words: PictureWords) => HTMLCanvasElement | undefined;
}

registerChartParts();

/**
 * Draws a configuration on a canvas and keeps it in step with the configuration and the theme. The Chart.js object stays
 * outside Vue's reactivity and ends with the component.
 */
export function useChart(
  canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>,
  configuration: () => ChartConfiguration,
): ChartHandle {
  const settings = useSettingsStore();
  let chart: Chart | undefined;
  let frame: number | undefined;

  onMounted(() => {
    applyChartTheme();
    draw();
  });
  onBeforeUnmount(() => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    chart?.destroy();
    chart = undefined;
  });
  watch(configuration, draw, { flush: 'post' });
  watch(
    () => settings.theme,
    () => {
      applyChartTheme();
      chart?.update('none');
    },
    { flush: 'post' },
  );

  return { redraw, highlight, picture };

  function draw(): void {
    if (!canvas.value) return;
    chart?.destroy();
    chart = new Chart(canvas.value, configuration());
  }

  function redraw(): void {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      chart?.update('none');
    });
  }

  function highlight(row: number | undefined, rows: number): void {
    if (!chart) return;
    const active: ActiveElement[] = row === undefined ? [] : elementsOfRow(chart, row, rows);
    chart.setActiveElements(active);
    const [first] = active;
    const { x, y } = first?.element ?? { x: 0, y: 0 };
    chart.tooltip?.setActiveElements(active, { x, y });
    chart.update('none');
  }

  function picture(words: PictureWords): HTMLCanvasElement | undefined {
    return chart && pictureOf(chart, words);
  }
}
