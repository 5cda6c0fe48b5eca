/** Drawings to be filled in by hand: the axes of a question, and nothing on them. */
import type { Axis } from '../../figures/axes';
import { html } from '../html';
import { acrossAxis, axisHeight, figureWidth, group, label, px, scaleOf, stroke, upAxis } from './drawing';
import type { Picture } from './picture';

const nameWidth = 150;
const right = figureWidth - 24;
const rowHeight = 30;
const laneHeight = 34;

/** A line for each row, on one axis. */
export function blankScale(axis: Axis, rows: readonly string[]): Picture {
  const bottom = 6 + rows.length * rowHeight;
  const lines = rows.map((name, index) => {
    const y = 6 + (index + 0.5) * rowHeight;
    return group(label(0, y, name, nameWidth - 12), stroke('baseline', `M${nameWidth} ${px(y)}H${right}`));
  });
  const scale = scaleOf(axis, nameWidth, right);
  return { height: bottom + axisHeight, content: html`${acrossAxis(axis, scale, 6, bottom)}${lines}` };
}

/** The lanes of the workers over time. */
export function blankLanes(axis: Axis, lanes: readonly string[]): Picture {
  const bottom = 4 + lanes.length * laneHeight;
  const edges = Array.from({ length: lanes.length + 1 }, (_, index) =>
    stroke('baseline', `M${nameWidth} ${px(4 + index * laneHeight)}H${right}`),
  );
  const named = lanes.map((name, index) => label(0, 4 + (index + 0.5) * laneHeight, name, nameWidth - 12));
  const scale = scaleOf(axis, nameWidth, right);
  return { height: bottom + axisHeight, content: html`${acrossAxis(axis, scale, 4, bottom)}${edges}${named}` };
}

/** Two axes for points, and the line on which every added one helps as much as the first. */
export function blankCurve(x: Axis, y: Axis): Picture {
  const bottom = 230;
  const [across, up] = [scaleOf(x, 62, right), scaleOf(y, bottom, 8)];
  const [first, last] = [x.ticks[0] ?? x.from, x.ticks.at(-1) ?? x.to];
  // On an axis that counts in doublings the straight line is a curve.
  const ideal = Array.from({ length: 33 }, (_, step) => first + ((last - first) * step) / 32)
    .map((one, index) => `${index === 0 ? 'M' : 'L'}${px(across.at(one))} ${px(up.at(one / first))}`)
    .join('');
  const content = html`${upAxis(y, up, 62, right)}${acrossAxis(x, across, 8, bottom)}
    <path class="guide" d="${ideal}" stroke-dasharray="2 4" />`;
  return { height: bottom + axisHeight, content };
}

/** Two axes for marks. */
export function blankPlane(x: Axis, y: Axis): Picture {
  const bottom = 240;
  const content = html`${upAxis(y, scaleOf(y, bottom, 8), 62, right)}${acrossAxis(x, scaleOf(x, 62, right), 8, bottom)}`;
  return { height: bottom + axisHeight, content };
}
