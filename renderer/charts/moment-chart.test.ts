import { describe, expect, it } from 'vitest';
import { fillMomentChart, momentChart, momentTable } from './moment-chart';

const scale = { type: 'logarithmic', min: 0.1, max: 10_000, ticks: [0.1, 1, 10] } as const;
const main = [
  { seconds: 8, value: 2 },
  { seconds: 9, value: Number.NaN },
  { seconds: 10, value: 20_000 },
];
const frames = [{ seconds: 9.5, value: 0.01 }];

describe('momentChart', () => {
  it('has a fixed range, breaks its lines at gaps, and tells them apart by pattern', () => {
    const { data, options } = momentChart(30, scale, { xAxis: 'x', yAxis: 'y', lines: ['a', 'b', 'c'] });
    expect(options?.scales?.['y']).toMatchObject({ type: 'logarithmic', min: 0.1, max: 10_000 });
    expect(options?.scales?.['x']).toMatchObject({ min: -30, max: 0 });
    expect(data.datasets.every(({ spanGaps }) => spanGaps === false)).toBe(true);
    expect(new Set(data.datasets.map(({ borderDash }) => String(borderDash))).size).toBe(3);
  });

  it('draws in seconds before the newest, at the edge what lies beyond, and nothing in a gap', () => {
    const chart = momentChart(30, scale, { xAxis: 'x', yAxis: 'y', lines: ['main', 'frames'] });
    fillMomentChart(chart, [main, frames], 10, scale);
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [
        { x: -2, y: 2 },
        { x: -1, y: Number.NaN },
        { x: 0, y: 10_000 },
      ],
      [{ x: -0.5, y: 0.1 }],
    ]);
  });
});

describe('momentTable', () => {
  it('says the exact values in the order of time, blank where a line has none', () => {
    const texts = { secondsAgo: 'ago', columns: ['main', 'frames'], noSample: 'none' };
    const table = momentTable([main, frames], 10, String, texts);
    expect(table.columns).toEqual(['ago', 'main', 'frames']);
    expect(table.rows).toEqual([
      ['2.00', '2', ''],
      ['1.00', 'none', ''],
      ['0.50', '', '0.01'],
      ['0.00', '20000', ''],
    ]);
  });
});
