import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { FigureLine } from '@core/print/curve-figure';
import { decadesBetween } from '@core/print/scale';
import { surfaceColor, textColor } from './theme-colors';

export interface CurveAxes {
  readonly x: string;
  readonly y: string;
  /** Numbers as the ticks and tooltips show them. */
  readonly xInWords: (value: number) => string;
  readonly yInWords: (value: number) => string;
  /** Where the x axis has its ticks; powers of ten where it is absent. */
  readonly xTicks?: readonly number[];
  /** A horizontal line that divides the plot, with its word. */
  readonly divide?: { readonly at: number; readonly name: string };
}

const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3]];
const capWidth = 4;
/** Alpha appended to a colour for its band. */
const pale = '26';

/** Curves on two logarithmic axes (all values positive), each point with its interval as a whisker, named by a legend above the plot. */
export function logCurves(curves: readonly FigureLine[], axes: CurveAxes): ChartConfiguration {
  const xs = curves.flatMap(({ points }) => points.map(({ x }) => x));
  const ys = curves.flatMap(({ points }) => points.flatMap(({ estimate, low, high }) => [estimate, low, high]));
  const divide = axes.divide ? [axes.divide.at] : [];
  return {
    type: 'scatter',
    data: { datasets: curves.map(datasetOf) },
    options: {
      parsing: false,
      layout: { padding: { top: 4, right: 12 } },
      scales: {
        x: logAxis(axes.x, xs, axes.xInWords, axes.xTicks),
        y: logAxis(axes.y, [...ys, ...divide], axes.yInWords),
      },
      plugins: {
        // Lines as they are drawn: the pattern tells two of one colour apart.
        legend: {
          display: true,
          position: 'top',
          align: 'start',
          labels: { padding: 16, pointStyle: 'line', pointStyleWidth: 36 },
        },
        tooltip: {
          callbacks: {
            title: ([item]) => axes.xInWords(item?.parsed.x ?? 0),
            label: (item) => {
              const curve = curves[item.datasetIndex];
              const point = curve?.points[item.dataIndex];
              if (!curve || !point) return '';
              const [value, low, high] = [point.estimate, point.low, point.high].map(axes.yInWords);
              // The point of one round has no interval, and none is claimed.
              const bounds = point.low === point.high ? '' : ` [${low ?? ''}, ${high ?? ''}]`;
              return `${curve.name}: ${value ?? ''}${bounds}`;
            },
          },
        },
      },
    },
    plugins: [curveMarks(curves, axes)],
  };
}

function datasetOf({ name, colour, shape, pattern, points }: FigureLine) {
  return {
    label: name,
    data: points.map(({ x, estimate }) => ({ x, y: estimate })),
    showLine: true,
    borderColor: colour,
    borderWidth: 2,
    borderDash: [...dashOf(pattern)],
    pointStyle: shape,
    pointBorderColor: colour,
    // Hollow: the same colour, another curve.
    pointBackgroundColor: pattern > 0 ? surfaceColor : colour,
    backgroundColor: pattern > 0 ? surfaceColor : colour,
    pointBorderWidth: 2,
    pointRadius: 5,
    pointHoverRadius: 7,
  };
}

function dashOf(pattern: number): readonly number[] {
  return dashes[pattern % dashes.length] ?? [];
}

/** Ticks at the given values or at powers of ten; where there are few, at 2 and 5 between them as well. */
function logAxis(
  title: string,
  values: readonly number[],
  inWords: (value: number) => string,
  ticks?: readonly number[],
) {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const [least, most] = known.length === 0 ? [1, 10] : [Math.min(...known), Math.max(...known)];
  const [min, max] = [least / 1.35, most * 1.35];
  const named = (ticks ?? decadesBetween(min, max)).filter((value) => value >= min && value <= max);
  return {
    type: 'logarithmic' as const,
    min,
    max,
    title: { display: true, text: title },
    border: { display: false },
    ticks: { maxRotation: 0, autoSkip: true, callback: (value: number | string) => inWords(Number(value)) },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = named.map((value) => ({ value }));
    },
  };
}

/** What Chart.js has no elements for: bands, whiskers and the dividing line. It draws what it is given. */
function curveMarks(curves: readonly FigureLine[], axes: CurveAxes): Plugin {
  return {
    id: 'curveMarks',
    beforeDatasetsDraw: (chart) => {
      drawOn(chart, (context, x, y) => {
        const { left, right, top, bottom } = chart.chartArea;
        for (const { place, colour, pattern } of curves) {
          if (!place) continue;
          const [low, at, high] = [place.low, place.x, place.high].map((value) => clamp(x(value), left, right));
          context.fillStyle = colour + pale;
          context.fillRect(low ?? 0, top, Math.max(1, (high ?? 0) - (low ?? 0)), bottom - top);
          context.strokeStyle = colour;
          context.lineWidth = 1.5;
          context.setLineDash(pattern > 0 ? [2, 3] : [5, 3]);
          line(context, at ?? 0, top, at ?? 0, bottom);
        }
        if (!axes.divide) return;
        context.setLineDash([]);
        context.strokeStyle = textColor();
        context.lineWidth = 1;
        const at = y(axes.divide.at);
        line(context, left, at, right, at);
        context.fillStyle = textColor();
        context.font = '11px "Inter Variable", system-ui, sans-serif';
        context.textAlign = 'right';
        context.fillText(axes.divide.name, right - 4, at - 5);
      });
    },
    afterDatasetsDraw: (chart) => {
      drawOn(chart, (context, x, y) => {
        for (const { points } of curves) {
          for (const point of points) {
            context.strokeStyle = textColor();
            context.lineWidth = 1.25;
            const [at, low, high] = [x(point.x), y(point.low), y(point.high)];
            line(context, at, low, at, high);
            for (const end of [low, high]) line(context, at - capWidth, end, at + capWidth, end);
          }
        }
      });
    },
  };
}

type Position = (value: number) => number;

function drawOn(chart: Chart, draw: (context: CanvasRenderingContext2D, x: Position, y: Position) => void): void {
  const { x, y } = chart.scales;
  if (!x || !y) return;
  chart.ctx.save();
  draw(
    chart.ctx,
    (value) => x.getPixelForValue(value),
    (value) => y.getPixelForValue(value),
  );
  chart.ctx.restore();
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function line(context: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
