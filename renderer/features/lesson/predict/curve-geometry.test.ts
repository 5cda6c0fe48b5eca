import { describe, expect, it } from 'vitest';
import { sketch, sketchScale, stepped, timesAt, timesTicks, xOf, yOf } from './curve-geometry';

describe.each([
  ['two cores', [1, 2, 4]],
  ['16 cores', [1, 2, 4, 16, 32]],
  ['64 cores', [1, 2, 4, 64, 128]],
])('the drawing of a sketched curve on %s', (_name, amounts) => {
  const scale = sketchScale(amounts);

  it('holds every amount from left to right and every speed-up from bottom to top', () => {
    const xs = amounts.map((amount) => xOf(scale, amount));
    expect([...xs].sort((a, b) => a - b)).toEqual(xs);
    expect(Math.min(...xs)).toBeGreaterThan(sketch.left);
    expect(Math.max(...xs)).toBeLessThan(sketch.width);
    const ys = amounts.map((times) => yOf(scale, times));
    expect([...ys].sort((a, b) => b - a)).toEqual(ys);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(sketch.top);
    expect(yOf(scale, 1e6)).toBe(sketch.top);
  });

  it('gives back the speed-up at a place', () => {
    for (const times of amounts) expect(Math.abs(timesAt(scale, yOf(scale, times)) / times - 1)).toBeLessThan(0.01);
    expect(timesAt(scale, -100)).toBe(scale.most);
    expect(timesAt(scale, 10_000)).toBeGreaterThanOrEqual(0.1);
  });

  it('has few enough ticks to read', () => {
    expect(timesTicks(scale).length).toBeLessThanOrEqual(10);
    expect(timesTicks(scale)).toContain(1);
  });
});

describe('a step of a key', () => {
  it('is a tenth on a linear axis and an eighth of a doubling on a logarithmic one, within the axis', () => {
    expect(stepped(sketchScale([1, 4]), 1, 1)).toBe(1.1);
    expect(stepped(sketchScale([1, 4]), 1, -20)).toBe(0.1);
    expect(stepped(sketchScale([1, 4]), 3.95, 10)).toBe(4);
    expect(stepped(sketchScale([1, 32]), 8, 8)).toBe(16);
    expect(stepped(sketchScale([1, 32]), 31, 8)).toBe(32);
  });
});
