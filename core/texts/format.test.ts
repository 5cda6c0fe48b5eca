import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  formatDuration,
  formatDurationInterval,
  formatMeasure,
  formatThreshold,
  formatMemory,
  formatPlainRatio,
  formatRatio,
  formatShare,
  formatTimeRatio,
  threeDigits,
} from './format';

describe('threeDigits', () => {
  it.each([
    [0, '0'],
    [1, '1.00'],
    [9.996, '10.0'],
    [0.012345, '0.0123'],
    [312.4, '312'],
    [-1.5, '-1.50'],
    [12345, '12300'],
    [99.96, '100'],
    [Number.NaN, '–'],
  ])('%d reads %s', (value, text) => {
    expect(threeDigits(value)).toBe(text);
  });
});

describe('units', () => {
  it('chooses the unit from the size', () => {
    expect(formatDuration(312_000_000)).toBe('312 ms');
    expect(formatDuration(1_500_000_000)).toBe('1.50 s');
    expect(formatDuration(2_500)).toBe('2.50 µs');
    expect(formatDuration(0)).toBe('0 ns');
    expect(formatMemory(42_100_000)).toBe('42.1 MB');
  });

  it('gives estimate and interval in the unit of the estimate', () => {
    const interval = { estimate: 999_000_000, low: 990_000_000, high: 1_010_000_000, n: 7, confidence: 0.95 };
    expect(formatDurationInterval(interval)).toBe('999 ms [990, 1010]');
  });
});

describe('formatRatio', () => {
  it('inverts a ratio below one and swaps the bounds', () => {
    expect(formatRatio({ estimate: 0.5, low: 0.4, high: 0.625 })).toBe('2.00x faster [1.60, 2.50]');
  });
  it('keeps a ratio above one', () => {
    expect(formatRatio({ estimate: 1.5, low: 1.4, high: 1.6 })).toBe('1.50x slower [1.40, 1.60]');
  });
});

describe('one round', () => {
  const point = { estimate: 5e6, low: 5e6, high: 5e6, n: 1, confidence: 0.95 };
  it('claims no interval', () => {
    expect(formatDurationInterval(point)).toBe('5.00 ms (no interval)');
    expect(formatMeasure('share', { estimate: 0.5, low: 0.5, high: 0.5, n: 1 })).toBe('50 % (no interval)');
    expect(boundsOf(point, String)).toBe('(no interval)');
    const ratio = { estimate: 0.5, low: 0.5, high: 0.5 };
    expect(formatPlainRatio(ratio)).toBe('0.500 (no interval)');
    expect(formatTimeRatio(ratio)).toBe('time ratio 0.500 (no interval)');
    expect(formatRatio(ratio)).toBe('2.00x faster (no interval)');
  });
  it('is not to be mixed up with many rounds that all gave the same', () => {
    expect(formatMeasure('share', { estimate: 1, low: 1, high: 1, n: 7 })).toBe('100 % [100, 100]');
    expect(formatMeasure('count', { estimate: 2.5, low: 0, high: 4, n: 7 })).toBe('2.5 [0, 4]');
    expect(formatThreshold('count', 3)).toBe('3');
    expect(formatMeasure('count', { estimate: 0.974, low: 0.9, high: 1.02, n: 7 })).toBe('0.97 [0.9, 1.02]');
    expect(formatMeasure('bytes', { estimate: 9_140, low: 8_000, high: 12_300, n: 7 })).toBe('9.14 kB [8.00, 12.3]');
    expect(formatMeasure('bytes', { estimate: 4.2e6, low: 4e6, high: 5e6, n: 7 })).toBe('4.20 MB [4.00, 5.00]');
    expect(formatThreshold('bytes', 500e3)).toBe('500 kB');
  });
});

describe('formatShare', () => {
  it('does not round something to nothing', () => {
    expect(formatShare(0)).toBe('0 %');
    expect(formatShare(0.001)).toBe('<1 %');
    expect(formatShare(0.524)).toBe('52 %');
  });
});
