import { describe, expect, it } from 'vitest';
import { loadSample } from './load-samples.fixture';
import { drawHeatStrip } from './heat-strip';
import { LoadSeries } from './load-series';
import { unbroken } from './sparkline';

function gappedSeries(): LoadSeries {
  const series = new LoadSeries();
  for (const sequence of [1, 2, 3, 7, 8]) series.add(loadSample(sequence, [1, 0]));
  return series;
}

describe('unbroken', () => {
  it('gives the pieces between gaps', () => {
    expect(unbroken(gappedSeries().points).map((piece) => piece.length)).toEqual([3, 2]);
    expect(unbroken([])).toEqual([]);
  });
});

describe('drawHeatStrip', () => {
  it('paints a cell for each interval between neighbours, and leaves the gap blank', () => {
    const cells: { readonly x: number; readonly y: number; readonly fill: string }[] = [];
    const context = {
      fillStyle: '',
      clearRect: () => undefined,
      fillRect(x: number, y: number) {
        cells.push({ x, y, fill: this.fillStyle });
      },
    };
    drawHeatStrip(context, gappedSeries().points, { width: 200, height: 20, seconds: 2, rgb: '1 2 3' });
    // Newest sample at 2 s, 100 px per second: 0.25..0.75 s are before the gap, 1.75..2 s after it.
    expect(cells.map(({ x, y }) => [x, y])).toEqual([
      [25, 0],
      [25, 10],
      [50, 0],
      [50, 10],
      [175, 0],
      [175, 10],
    ]);
    expect(cells.slice(0, 2).map(({ fill }) => fill)).toEqual(['rgb(1 2 3 / 1.00)', 'rgb(1 2 3 / 0.06)']);
  });
});
