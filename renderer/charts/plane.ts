import type { ChartConfiguration } from 'chart.js';
import type { PlaneFigure, PlanePlace } from '@core/figures/figure';
import { scaleFor } from './axes';
import { hoverOptions, pointsDataset, type HoverPoint } from './hover-points';
import { drawn, font, whisker, type Pen } from './pen';
import { surfaceColor, textColor } from './theme-colors';

export const planeHeight = 400;
const nameDistance = 22;
const lineHeight = 17;

/** Places on two measured axes with whiskers on both, every round, names beside them, and rings of theory. */
export function planeChart({ x, y, places, rings = [] }: PlaneFigure): ChartConfiguration<'scatter'> {
  const medians = places.map((place): HoverPoint => {
    const [across, up] = [place.x.estimate, place.y.estimate];
    return { ...pointOf(place, across, up), radius: 7, edge: textColor };
  });
  const rounds = places.flatMap((place) =>
    place.singles.map((one): HoverPoint => {
      const look = { ...place.look, colour: `${place.look.colour}88` };
      return { ...pointOf(place, one.x, one.y), look, radius: 3, edge: () => 'transparent' };
    }),
  );
  const { tooltip, interaction } = hoverOptions([medians, rounds], 'xy');
  return {
    type: 'scatter',
    data: { datasets: [pointsDataset(medians), pointsDataset(rounds)] },
    options: {
      parsing: false,
      interaction,
      layout: { padding: { right: 24 } },
      scales: { x: scaleFor(x), y: scaleFor(y, 'height') },
      plugins: { tooltip },
    },
    plugins: [
      drawn('figurePlane', {
        below: (pen) => {
          drawRings(pen, rings);
          for (const place of places) drawWhiskers(pen, place);
        },
        above: (pen) => drawNames(pen, places),
      }),
    ],
  };
}

function pointOf({ name, look, inWords }: PlanePlace, x: number, y: number) {
  return { x, y, title: name, words: [inWords(x, y)], look };
}

function drawRings({ context, x, y }: Pen, rings: NonNullable<PlaneFigure['rings']>): void {
  context.strokeStyle = textColor();
  context.globalAlpha = 0.45;
  context.lineWidth = 1.5;
  context.setLineDash([3, 3]);
  for (const ring of rings) {
    context.beginPath();
    context.arc(x(ring.x), y(ring.y), 19, 0, 2 * Math.PI);
    context.stroke();
  }
  context.globalAlpha = 1;
}

function drawWhiskers(pen: Pen, { x: across, y: up }: PlanePlace): void {
  const [x, y] = [pen.x(across.estimate), pen.y(up.estimate)];
  if (across.low < across.high) whisker(pen, [pen.x(across.low), y], [pen.x(across.high), y]);
  if (up.low < up.high) whisker(pen, [x, pen.y(up.low)], [x, pen.y(up.high)]);
}

/** Names beside their places, moved down where two on one side would overlap. */
function drawNames({ context, x, y }: Pen, places: readonly PlanePlace[]): void {
  context.font = font(12, 550);
  context.textBaseline = 'middle';
  const free = { left: -Infinity, right: -Infinity };
  const sorted = places.map((place) => ({ place, at: y(place.y.estimate) })).sort((a, b) => a.at - b.at);
  for (const { place, at } of sorted) {
    const isLeft = place.side === 'left';
    const textY = (free[place.side] = Math.max(at, free[place.side] + lineHeight));
    const textX = isLeft ? x(place.x.low) - nameDistance : x(place.x.high) + nameDistance;
    context.textAlign = isLeft ? 'right' : 'left';
    // A halo keeps the name readable over grid lines and points.
    context.strokeStyle = surfaceColor();
    context.lineWidth = 4;
    context.strokeText(place.name, textX, textY);
    context.fillStyle = textColor();
    context.fillText(place.name, textX, textY);
  }
}
