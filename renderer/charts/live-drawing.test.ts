import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSample } from './load-samples.fixture';
import { HeatImage, paintHeat } from './heat-strip';
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

describe('paintHeat', () => {
  const columns = 8;

  function paint(series: LoadSeries, cores: number): string[] {
    const pixels = new Uint32Array(columns * cores).fill(0xdeadbeef);
    paintHeat(pixels, series.points, { columns, seconds: 2, rgb: '1 2 3' });
    const hex = Array.from(pixels, (pixel) => pixel.toString(16).padStart(8, '0'));
    return Array.from({ length: cores }, (_, core) => hex.slice(core * columns, (core + 1) * columns).join(' '));
  }

  it('paints an interval between neighbours in one row per core, and leaves the gap blank', () => {
    // Newest sample at 2 s, 4 columns per second: 0.25..0.75 s are before the gap, 1.75..2 s after it.
    const [busy, idle] = ['ff030201', '0f030201'];
    const blank = '00000000';
    const row = (shade: string): string => [blank, shade, shade, blank, blank, blank, blank, shade].join(' ');
    expect(paint(gappedSeries(), 2)).toEqual([row(busy), row(idle)]);
  });

  it('paints busier cores more opaque', () => {
    const series = new LoadSeries();
    const shares = [0, 0.25, 0.5, 0.75, 1];
    for (const sequence of [1, 2]) series.add(loadSample(sequence, shares));
    const opacities = paint(series, shares.length).map((row) => Number.parseInt(row.slice(-8, -6), 16));
    opacities.forEach((opacity, core) => {
      expect(Math.abs(opacity - 255 * (0.06 + 0.94 * (shares[core] ?? Number.NaN)))).toBeLessThanOrEqual(1);
    });
  });

  it('keeps the width of a sample while it moves to the left', () => {
    const series = new LoadSeries();
    const widths: number[] = [];
    // 1.3 columns per sample: rounding anew at every drawing would make it now wide, now narrow.
    for (let sequence = 1; sequence <= 6; sequence++) {
      series.add(loadSample(sequence, [sequence === 2 ? 1 : 0], 330 * sequence));
      if (sequence > 1) widths.push(paint(series, 1)[0]?.match(/ff030201/g)?.length ?? 0);
    }
    expect(new Set(widths).size).toBe(1);
    expect(widths[0]).toBeGreaterThan(0);
  });

  it('cuts what is older than the strip', () => {
    const series = new LoadSeries();
    for (let sequence = 1; sequence <= 20; sequence++) series.add(loadSample(sequence, [1, 0]));
    expect(paint(series, 2)).toEqual([
      Array.from({ length: columns }, () => 'ff030201').join(' '),
      Array.from({ length: columns }, () => '0f030201').join(' '),
    ]);
  });
});

describe('HeatImage', () => {
  const cores = 3;
  const shares = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: cores, maxLength: cores });
  /** Samples, some of them missing, some of them late. */
  const samples = fc.array(
    fc.record({ skipped: fc.integer({ min: 0, max: 9 }), lateMs: fc.integer({ max: 90, min: 0 }), shares }),
    {
      minLength: 2,
      maxLength: 40,
    },
  );

  it('paints step by step what would be painted at once', () => {
    fc.assert(
      fc.property(
        samples,
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (steps, columns, seconds) => {
          const series = new LoadSeries();
          const image = new HeatImage();
          const frame = { columns, seconds, rgb: '1 2 3' };
          let sequence = 0;
          for (const step of steps) {
            sequence += 1 + (step.skipped > 6 ? step.skipped : 0);
            series.add(loadSample(sequence, step.shares, 250 * sequence + step.lateMs));
            const whole = new Uint32Array(columns * cores);
            paintHeat(whole, series.points, frame);
            expect(image.paint(series.points, cores, frame)).toEqual(whole);
          }
        },
      ),
    );
  });

  it('begins anew with another size, length or colour, and after a restart of the monitor', () => {
    const image = new HeatImage();
    const frames = [
      { columns: 8, seconds: 2, rgb: '1 2 3' },
      { columns: 9, seconds: 2, rgb: '1 2 3' },
      { columns: 9, seconds: 4, rgb: '1 2 3' },
      { columns: 9, seconds: 4, rgb: '4 5 6' },
    ];
    const restarted = new LoadSeries();
    for (const sequence of [1, 2]) restarted.add(loadSample(sequence, [0, 1]));
    for (const series of [gappedSeries(), restarted]) {
      for (const frame of frames) {
        const whole = new Uint32Array(frame.columns * 2);
        paintHeat(whole, series.points, frame);
        expect(image.paint(series.points, 2, frame)).toEqual(whole);
      }
    }
  });
});
