import { describe, expect, it } from 'vitest';
import { amountAxis, doublingsAxis, logAxis, rangeAxis, ratioAxis, zeroAxis } from './axes';

describe('zeroAxis', () => {
  it.each([
    [578, [0, 200, 400, 600]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [300, [0, 100, 200, 300]],
    [0, [0, 1]],
    [1e-7, [0, 2e-8, 4e-8, 6e-8, 8e-8, 1e-7]],
  ])('covers 0 to %d with round ticks', (largest, ticks) => {
    const axis = zeroAxis('ms', largest);
    expect(axis.ticks).toHaveLength(ticks.length);
    ticks.forEach((tick, index) => expect(axis.ticks[index]).toBeCloseTo(tick, 12));
    expect(axis.from).toBe(0);
    expect(axis.to).toBe(axis.ticks.at(-1));
    expect(largest).toBeLessThanOrEqual(axis.to + 1e-9);
  });
});

describe('rangeAxis', () => {
  it('has round ticks inside a range that begins below zero', () => {
    expect(rangeAxis('ms', -20, 240)).toMatchObject({ from: -20, to: 240, ticks: [0, 50, 100, 150, 200] });
  });
});

describe('ratioAxis', () => {
  it('holds every value, with equal steps for equal factors', () => {
    const { from, to, ticks, isLogarithmic } = ratioAxis('ratio', [0.3, 0.5, 1.1]);
    expect(isLogarithmic).toBe(true);
    expect(from).toBeLessThanOrEqual(0.3);
    expect(to).toBeGreaterThanOrEqual(1.1);
    expect(ticks).toEqual([0.25, 0.5, 1, 2]);
  });

  it('has few ticks however wide the range, each named by its value, and shows 0.5 to 2 for none', () => {
    const wide = ratioAxis('ratio', [1e-6, 1e6]);
    expect(wide.ticks.length).toBeLessThanOrEqual(7);
    expect(wide.ticks).toContain(1);
    expect(ratioAxis('ratio', [1, 1024]).ticks.map(wide.tick)).toContain('1024x');
    expect(ratioAxis('ratio', [])).toMatchObject({ from: 0.5, to: 2 });
  });
});

describe('amountAxis', () => {
  it('has a tick at each amount, evenly or in doublings', () => {
    const few = amountAxis('Threads', [1, 2, 4]);
    expect(few).toMatchObject({ ticks: [1, 2, 4], isLogarithmic: false });
    expect(few.from).toBeLessThan(1);
    expect(few.to).toBeGreaterThan(4);
    expect(amountAxis('Threads', [1, 2, 4, 64])).toMatchObject({ ticks: [1, 2, 4, 64], isLogarithmic: true });
  });
});

describe('doublingsAxis', () => {
  it('reaches from the power of two below to the one above', () => {
    const { from, to, ticks } = doublingsAxis('times', [0.7, 5]);
    expect(ticks).toEqual([0.5, 1, 2, 4, 8]);
    expect(from).toBeLessThan(0.5);
    expect(to).toBeGreaterThan(8);
  });
});

describe('logAxis', () => {
  it('has powers of ten, with 2 and 5 between them where there are few, and holds every positive value', () => {
    const narrow = logAxis('ms', [1, 30, Number.NaN, -1], String);
    expect(narrow.ticks).toEqual([1, 2, 5, 10, 20]);
    expect(narrow.from).toBeLessThan(1);
    expect(narrow.to).toBeGreaterThan(30);
    expect(logAxis('ms', [1, 1e6], String).ticks).toEqual([1, 10, 100, 1000, 1e4, 1e5, 1e6]);
    expect(logAxis('KiB', [1, 1e6], String, [4, 64, 1e9]).ticks).toEqual([4, 64]);
  });
});
