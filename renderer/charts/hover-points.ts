import type { ChartDataset, PointStyle } from 'chart.js';
import type { Look } from '@core/figures/figure';
import { surfaceColor } from './theme-colors';

/** A place of a chart that can be pointed at and stepped to; values in the units of the axes. */
export interface HoverPoint {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly words: readonly string[];
  readonly look: Look;
  /** Radius in px; 0 for a place that something else is drawn at. */
  readonly radius: number;
  readonly edge?: () => string;
}

/** How far a mark may reach beyond the plot, in px: one at zero is drawn whole. */
const markRoom = 10;

/** Points in their colours and shapes, hollow where their look says so; scriptable, so that they follow the theme. */
export function pointsDataset(points: readonly HoverPoint[]): ChartDataset<'scatter'> {
  const at =
    <Value>(value: (point: HoverPoint) => Value, other: Value) =>
    ({ dataIndex }: { dataIndex: number }): Value => {
      const point = points[dataIndex];
      return point ? value(point) : other;
    };
  return {
    data: points.map(({ x, y }) => ({ x, y })),
    pointStyle: at(({ look }) => look.shape as PointStyle, 'circle'),
    pointBorderColor: at(({ look, edge }) => edge?.() ?? look.colour, 'transparent'),
    pointBackgroundColor: at(({ look }) => (look.hollow ? surfaceColor() : look.colour), 'transparent'),
    pointBorderWidth: at(({ look }) => (look.hollow || isOfLines(look) ? 2 : 1), 1),
    pointRadius: at(({ radius }) => radius, 0),
    pointHoverRadius: at(({ radius }) => Math.max(4, radius + 1), 4),
    clip: markRoom,
  };
}

/** Star and cross are lines only: their strokes carry the colour alone. */
function isOfLines({ shape }: Look): boolean {
  return shape === 'star' || shape === 'crossRot';
}

interface Hovered {
  readonly datasetIndex: number;
  readonly dataIndex: number;
}

/**
 * What is said about the points that the pointer is closest to, wherever in the plot it is.
 * @param axis `y` where each row is one thing, `xy` where a row or a plot has many
 */
export function hoverOptions(datasets: readonly (readonly HoverPoint[])[], axis: 'y' | 'xy') {
  const pointOf = (item: Hovered | undefined): HoverPoint | undefined =>
    item && datasets[item.datasetIndex]?.[item.dataIndex];
  return {
    interaction: { mode: 'nearest' as const, axis, intersect: false },
    tooltip: {
      callbacks: {
        title: ([item]: Hovered[]) => pointOf(item)?.title ?? '',
        label: (item: Hovered) => [...(pointOf(item)?.words ?? [])],
      },
    },
  };
}
