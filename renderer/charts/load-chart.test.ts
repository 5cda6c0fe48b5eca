import { describe, expect, it } from 'vitest';
import { loadSample } from './load-samples.fixture';
import { fillLoadChart, loadChart, loadTable, mostLines } from './load-chart';
import { LoadSeries } from './load-series';

const texts = { xAxis: 'x', yAxis: 'y', total: 'Total', core: (core: number) => `Core ${core}` };
const tableTexts = { secondsAgo: 'ago', total: 'total', core: (core: number) => `c${core}`, noSample: 'none' };

function gappedSeries(): LoadSeries {
  const series = new LoadSeries();
  series.add(loadSample(1, [0.5, 0.25], 1000));
  series.add(loadSample(3, [1, 0], 2000));
  return series;
}

describe('loadChart', () => {
  it('has a line for each core and the total last', () => {
    const { data } = loadChart(2, 60, texts);
    expect(data.datasets.map(({ label }) => label)).toEqual(['Core 1', 'Core 2', 'Total']);
  });

  it('leaves the cores to the heat strip when their lines would hide each other', () => {
    expect(loadChart(mostLines, 60, texts).data.datasets).toHaveLength(mostLines + 1);
    expect(loadChart(mostLines + 1, 60, texts).data.datasets).toHaveLength(1);
  });

  it('has a fixed range and breaks lines instead of bridging gaps', () => {
    const { options, data } = loadChart(2, 60, texts);
    expect(options?.scales?.['y']).toMatchObject({ min: 0, max: 100 });
    expect(options?.scales?.['x']).toMatchObject({ min: -60, max: 0 });
    expect(options).toMatchObject({ animation: false, parsing: false });
    expect(data.datasets.every(({ spanGaps }) => spanGaps === false)).toBe(true);
  });
});

describe('fillLoadChart', () => {
  it('gives seconds before the newest sample and percent, with a gap as NaN', () => {
    const chart = loadChart(2, 60, texts);
    fillLoadChart(chart, gappedSeries().points);
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [
        { x: -1, y: 50 },
        { x: -0.5, y: Number.NaN },
        { x: 0, y: 100 },
      ],
      [
        { x: -1, y: 25 },
        { x: -0.5, y: Number.NaN },
        { x: 0, y: 0 },
      ],
      [
        { x: -1, y: 37.5 },
        { x: -0.5, y: Number.NaN },
        { x: 0, y: 50 },
      ],
    ]);
  });

  it('keeps the points it has, and drops those that are too many', () => {
    const chart = loadChart(2, 60, texts);
    const series = gappedSeries();
    fillLoadChart(chart, series.points);
    const [first] = chart.data.datasets[0]?.data ?? [];
    series.add(loadSample(4, [0, 1], 2250));
    fillLoadChart(chart, series.points);
    const lines = chart.data.datasets.map(({ data }) => data);
    expect(lines[0]?.[0]).toBe(first);
    expect(lines.map((line) => line.length)).toEqual([4, 4, 4]);
    expect(lines[2]?.at(-1)).toEqual({ x: 0, y: 50 });
    fillLoadChart(chart, series.points.slice(-1));
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [{ x: 0, y: 0 }],
      [{ x: 0, y: 100 }],
      [{ x: 0, y: 50 }],
    ]);
  });

  it('asks for no colour point by point', () => {
    // A function among the options of a point makes Chart.js work out every point of every line at every drawing.
    for (const dataset of loadChart(2, 60, texts).data.datasets) {
      const { pointBackgroundColor, pointBorderColor } = dataset;
      expect([pointBackgroundColor, pointBorderColor].every((color) => typeof color === 'string')).toBe(true);
    }
  });

  it('shows the total alone of many cores', () => {
    const series = new LoadSeries();
    series.add(
      loadSample(
        1,
        Array.from({ length: 32 }, () => 0.5),
      ),
    );
    const chart = loadChart(32, 60, texts);
    fillLoadChart(chart, series.points);
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([[{ x: 0, y: 50 }]]);
  });
});

describe('loadTable', () => {
  it('names the missing sample instead of inventing one', () => {
    const table = loadTable(gappedSeries().points, 2, tableTexts);
    expect(table.columns).toEqual(['ago', 'total', 'c1', 'c2']);
    expect(table.rows).toEqual([
      ['1.00', '37.5', '50.0', '25.0'],
      ['0.50', 'none', 'none', 'none'],
      ['0.00', '50.0', '100.0', '0.0'],
    ]);
  });
});
