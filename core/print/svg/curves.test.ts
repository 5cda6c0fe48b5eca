import { describe, expect, it } from 'vitest';
import { amountAxis, logAxis, zeroAxis } from '../../figures/axes';
import type { CurveLine, CurvesFigure } from '../../figures/figure';
import { breakEven } from '../../experiments/break-even/definition';
import { breakEvenFigures } from '../../experiments/break-even/figures';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { curvesPicture } from './curves';
import { scaleOf } from './drawing';

const line: CurveLine = {
  name: 'measured',
  look: { colour: '#009E73', shape: 'circle' },
  pattern: 0,
  points: [
    { x: 1, estimate: 1, low: 1, high: 1, inWords: '1x' },
    { x: 2, estimate: 2, low: 1, high: 3, inWords: '2x' },
  ],
};

function drawn(lines: readonly CurveLine[]): string {
  const figure: CurvesFigure = {
    kind: 'curves',
    title: 'what it shows',
    caption: '',
    name: 'curves',
    table: { columns: [], rows: [] },
    x: amountAxis('Threads', [1, 2, 4]),
    y: zeroAxis('Times', 4),
    lines,
    guides: [{ label: 'ideal', dash: [1, 3], at: (x) => x }],
    boundaries: [
      { x: 2, label: 'cores: 2' },
      { x: 64, label: 'beyond the axis' },
    ],
  };
  return curvesPicture(figure).content.markup;
}

describe('curvesPicture', () => {
  it('draws a mark for each place that was measured, and a whisker where the interval is wider than the mark', () => {
    const markup = drawn([line]);
    expect(markup.match(/<path\s+d="M[^"]+a4 4 /g)).toHaveLength(2);
    expect(markup.match(/class="whisker"/g)).toHaveLength(1);
  });

  it('names lines and guides, and edges that the axis reaches', () => {
    const markup = drawn([line]);
    expect(markup).toMatch(/class="legend"[^>]*>measured</);
    expect(markup).toMatch(/class="legend"[^>]*>ideal</);
    expect(markup).toContain('cores: 2');
    expect(markup).not.toContain('beyond the axis');
  });

  it('puts names that do not fit beside each other into the next row', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ ...line, name: `a rather long name of line ${index}` }));
    const rows = [...drawn(many).matchAll(/class="legend" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => y);
    expect(new Set(rows).size).toBeGreaterThan(1);
  });

  it('has a band where a condition breaks even', () => {
    const record = syntheticTasksRecord(breakEven(2), {
      noise: 0.01,
      totalMs: (part, condition) => {
        const taskMs = Number(part.replace('size-', '')) / 1000;
        return condition.startsWith('inline') ? 2 * taskMs : taskMs + 0.2;
      },
    });
    const [figure] = breakEvenFigures(contextOf(record));
    const { markup } = curvesPicture(figure!).content;
    expect(markup.match(/fill-opacity="0.14"/g)).toHaveLength(figure!.lines.length);
    for (const { name } of figure!.lines) expect(markup).toMatch(new RegExp(`class="legend"[^>]*>${name}<`));
  });
});

describe('scaleOf', () => {
  it('spreads amounts evenly, or in doublings, with room at both ends', () => {
    const even = scaleOf(amountAxis('Threads', [1, 2, 3]), 0, 100);
    expect(even.at(3) - even.at(2)).toBeCloseTo(even.at(2) - even.at(1));
    const doublings = scaleOf(amountAxis('Threads', [1, 2, 4, 16]), 0, 100);
    expect(doublings.at(4) - doublings.at(2)).toBeCloseTo(doublings.at(2) - doublings.at(1));
    expect(doublings.at(16)).toBeLessThan(100);
  });

  it('never leaves the plot at the low end of a logarithmic axis', () => {
    const scale = scaleOf(logAxis('ms', [0, -1, Number.NaN, 1, 1000], String), 0, 100);
    expect(scale.at(0)).toBeCloseTo(0);
    expect(scale.at(1000)).toBeLessThan(100);
  });
});
