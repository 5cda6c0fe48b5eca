import type { Plugin } from 'chart.js';
import { surfaceColor, textColor } from './theme-colors';

/** A median with an interval on both axes, and its name beside it. Values in the units of the axes. */
export interface PlaneMark {
  readonly name: string;
  readonly x: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly y: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Where the name stands. */
  readonly side: 'left' | 'right';
}

/** A place that is marked lightly: where theory puts something. */
export interface PlaneRing {
  readonly x: number;
  readonly y: number;
}

const capHeight = 4;

/** Draws whiskers on both axes, direct labels and rings; Chart.js itself has no elements for them. */
export function planeMarks(marks: readonly PlaneMark[], rings: readonly PlaneRing[] = []): Plugin {
  return {
    id: 'planeMarks',
    beforeDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = textColor();
      ctx.globalAlpha = 0.45;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([3, 3]);
      for (const ring of rings) {
        ctx.beginPath();
        ctx.arc(x.getPixelForValue(ring.x), y.getPixelForValue(ring.y), 19, 0, 2 * Math.PI);
        ctx.stroke();
      }
      ctx.restore();
    },
    afterDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.font = '550 12px "Inter Variable", system-ui, sans-serif';
      ctx.textBaseline = 'middle';
      const names = placed(marks.map((mark) => ({ side: mark.side, at: y.getPixelForValue(mark.y.estimate) })));
      marks.forEach((mark, index) => {
        const [px, py] = [x.getPixelForValue(mark.x.estimate), y.getPixelForValue(mark.y.estimate)];
        const ends = [mark.x.low, mark.x.high].map((value) => x.getPixelForValue(value));
        const tops = [mark.y.low, mark.y.high].map((value) => y.getPixelForValue(value));
        ctx.strokeStyle = textColor();
        ctx.lineWidth = 1.5;
        const [left = px, right = px] = ends;
        const [bottom = py, top = py] = tops;
        ctx.beginPath();
        ctx.moveTo(left, py);
        ctx.lineTo(right, py);
        for (const end of [left, right]) {
          ctx.moveTo(end, py - capHeight);
          ctx.lineTo(end, py + capHeight);
        }
        ctx.moveTo(px, bottom);
        ctx.lineTo(px, top);
        for (const end of [bottom, top]) {
          ctx.moveTo(px - capHeight, end);
          ctx.lineTo(px + capHeight, end);
        }
        ctx.stroke();
        ctx.textAlign = mark.side === 'left' ? 'right' : 'left';
        const textX = mark.side === 'left' ? Math.min(left, px) - 26 : Math.max(right, px) + 26;
        const textY = names[index] ?? py;
        // A halo keeps the name readable over grid lines and points.
        ctx.strokeStyle = surfaceColor();
        ctx.lineWidth = 4;
        ctx.strokeText(mark.name, textX, textY);
        ctx.fillStyle = textColor();
        ctx.fillText(mark.name, textX, textY);
      });
      ctx.restore();
    },
  };
}

const lineHeight = 17;

/** Heights of the names, moved apart downwards where two on the same side would overlap. */
function placed(names: readonly { readonly side: PlaneMark['side']; readonly at: number }[]): number[] {
  const result = names.map(({ at }) => at);
  const order = names.map((name, index) => ({ ...name, index })).sort((a, b) => a.at - b.at);
  const previous = { left: -Infinity, right: -Infinity };
  for (const { side, at, index } of order) {
    previous[side] = Math.max(at, previous[side] + lineHeight);
    result[index] = previous[side];
  }
  return result;
}
