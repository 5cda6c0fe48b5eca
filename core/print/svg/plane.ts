import type { PlaneFigure, PlanePlace } from '../../figures/figure';
import { html, type Markup } from '../html';
import {
  acrossAxis,
  figureWidth,
  group,
  marker,
  px,
  scaleOf,
  upAxis,
  uprightWhisker,
  whisker,
  widthOf,
  lettering,
  type Scale,
} from './drawing';
import type { Picture } from './picture';

const left = 62;
const right = figureWidth - 22;
const top = 8;
const bottom = 300;
const nameDistance = 16;
const lineHeight = 13;

/** Places on two measured axes with whiskers on both, rounds as small marks, names beside them, rings of theory. */
export function planePicture(figure: PlaneFigure): Picture {
  const x = scaleOf(figure.x, left, right);
  const y = scaleOf(figure.y, bottom, top);
  const rings = (figure.rings ?? []).map(
    (ring) => html`<circle class="ring" cx="${px(x.at(ring.x))}" cy="${px(y.at(ring.y))}" r="17" />`,
  );
  const content = html`${upAxis(figure.y, y, left, right)}${acrossAxis(figure.x, x, top, bottom)}${rings}
  ${figure.places.map((place) => placeMarks(place, x, y))}${namesOf(figure.places, x, y)}`;
  return { height: bottom + 36, content };
}

function placeMarks({ look, x: across, y: up, singles }: PlanePlace, x: Scale, y: Scale): Markup {
  const small = singles.map(
    (one) =>
      html`<circle cx="${px(x.at(one.x))}" cy="${px(y.at(one.y))}" r="2" fill="${look.colour}" fill-opacity="0.5" />`,
  );
  const [px0, py0] = [x.at(across.estimate), y.at(up.estimate)];
  return group(
    small,
    across.low === across.high ? undefined : whisker(x.at(across.low), x.at(across.high), py0, 3),
    uprightWhisker(px0, y.at(up.low), y.at(up.high)),
    marker(look, px0, py0, 5.5, '#16181D'),
  );
}

/** Names beside their places, moved down where two on one side would overlap, and never over the figure's edge. */
function namesOf(places: readonly PlanePlace[], x: Scale, y: Scale): Markup[] {
  const free = { left: -Infinity, right: -Infinity };
  return [...places]
    .map((place) => ({ place, at: y.at(place.y.estimate) }))
    .sort((a, b) => a.at - b.at)
    .map(({ place, at }) => {
      const width = widthOf(place.name) + nameDistance;
      const fitsRight = x.at(Math.max(place.x.high, place.x.estimate)) + width <= figureWidth;
      const side = place.side === 'left' || !fitsRight ? 'left' : 'right';
      const line = Math.max(at, free[side] + lineHeight);
      free[side] = line;
      return side === 'left'
        ? lettering('row-label', x.at(place.x.low) - nameDistance, line + 3.6, place.name, { anchor: 'end' })
        : lettering('row-label', x.at(place.x.high) + nameDistance, line + 3.6, place.name);
    });
}
