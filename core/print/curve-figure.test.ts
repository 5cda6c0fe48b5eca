import { describe, expect, it } from 'vitest';
import { breakEven } from '../experiments/break-even/definition';
import { manyCooks } from '../experiments/many-cooks/definition';
import { passingData, payloadBytes } from '../experiments/passing-data/definition';
import { analyse } from '../analysis/analysis';
import { syntheticMatrixRecord } from '../testing/synthetic-matrix';
import { curvePicture, type FigureLine } from './curve-figure';
import { renderReport } from './report';
import { amountScale, logScale, zeroScale } from './scale';

const line: FigureLine = {
  name: 'measured',
  colour: '#009E73',
  shape: 'circle',
  pattern: 0,
  points: [
    { x: 1, estimate: 1, low: 1, high: 1 },
    { x: 2, estimate: 2, low: 1, high: 3 },
    { x: 4, estimate: Number.NaN, low: Number.NaN, high: Number.NaN },
  ],
};

function drawn(lines: readonly FigureLine[]): string {
  return curvePicture('what it shows', {
    x: { title: 'Threads', scale: (start, end) => amountScale([1, 2, 4], false, start, end), tick: String },
    y: { title: 'Times', scale: (start, end) => zeroScale(4, start, end), tick: String },
    lines,
    guides: [{ label: 'ideal', dash: [1, 3], at: (x) => x }],
    boundaries: [
      { x: 2, label: 'cores: 2' },
      { x: 64, label: 'beyond the axis' },
    ],
  }).markup;
}

describe('curvePicture', () => {
  it('draws a mark for each place that was measured, and a whisker where the interval is wider than the mark', () => {
    const markup = drawn([line]);
    expect(markup.match(/<path\s+d="M[^"]+a4 4 /g)).toHaveLength(2);
    expect(markup.match(/class="whisker"/g)).toHaveLength(1);
    expect(markup).not.toContain('NaN');
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
});

describe('scales of curves', () => {
  it('amounts are evenly spread, or in doublings', () => {
    const even = amountScale([1, 2, 3], false, 0, 100);
    expect(even.at(3) - even.at(2)).toBeCloseTo(even.at(2) - even.at(1));
    const doublings = amountScale([1, 2, 4, 16], true, 0, 100);
    expect(doublings.at(4) - doublings.at(2)).toBeCloseTo(doublings.at(2) - doublings.at(1));
    expect(doublings.at(16)).toBeLessThan(100);
  });

  it('a logarithmic axis leaves out what has no logarithm, and never leaves the plot at the low end', () => {
    const scale = logScale([0, -1, Number.NaN, 1, 1000], 0, 100);
    expect(scale.ticks).toEqual([1, 10, 100, 1000]);
    expect(scale.at(0)).toBeCloseTo(0);
    expect(logScale([1, 10], 0, 100).ticks).toEqual([1, 2, 5, 10]);
    expect(logScale([], 0, 100).ticks.length).toBeGreaterThan(0);
  });
});

function reportOf(record: ReturnType<typeof syntheticMatrixRecord>): string {
  return renderReport(record, analyse(record), { stylesheet: 'x.css' });
}

describe('curves in the report', () => {
  it('scaling: measured, ideal, both laws and the cores', () => {
    const record = syntheticMatrixRecord(manyCooks(16), {
      cores: 16,
      totalMs: (_part, condition) => 240 / Math.min(8, Number(/\d+/.exec(condition)?.[0])),
    });
    const page = reportOf(record);
    for (const name of ['measured', 'ideal', 'USL']) expect(page).toMatch(new RegExp(`class="legend"[^>]*>${name}<`));
    expect(page).toMatch(/class="legend"[^>]*>Amdahl [\d.]+ % \[/);
    expect(page).toMatch(/class="tick"[^>]*>(physical )?cores: \d+</);
  });

  it('break-even: one line a condition, and a band where it breaks even', () => {
    const record = syntheticMatrixRecord(breakEven(2), {
      noise: 0.01,
      totalMs: (part, condition) => {
        const taskMs = Number(part.replace('size-', '')) / 1000;
        return condition.startsWith('inline') ? 2 * taskMs : taskMs + 0.2;
      },
    });
    const page = reportOf(record);
    expect(page).toContain('All sizes on one chart');
    expect(page).toContain('How many times faster is handing out?');
    expect(page).toContain('fill-opacity="0.14"');
  });

  it('passing data: time by size, a tick at each size', () => {
    const record = syntheticMatrixRecord(passingData, {
      totalMs: (part) => payloadBytes(part) / 1e6,
      shape: (cell) => ({
        ...cell,
        tasks: cell.tasks.map((task) => ({ ...task, handedNs: cell.startNs, hadNs: cell.endNs })),
      }),
    });
    const page = reportOf(record);
    expect(page).toContain('How does the time grow with the size?');
    expect(page).toMatch(/class="tick"[^>]*>1 KiB</);
  });
});
