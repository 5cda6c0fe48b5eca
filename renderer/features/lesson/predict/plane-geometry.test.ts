import { describe, expect, it } from 'vitest';
import { moved, placeAt, xOf, yOf } from './plane-geometry';

describe('places on the plane', () => {
  it('are where they are drawn', () => {
    for (const place of [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
      { x: 0.25, y: 0.8 },
    ]) {
      expect(placeAt(xOf(place.x), yOf(place.y))).toEqual(place);
    }
    expect(yOf(1)).toBeLessThan(yOf(0));
  });

  it('stay on it', () => {
    expect(placeAt(-500, 5000)).toEqual({ x: 0, y: 0 });
    expect(moved({ x: 0.98, y: 0.02 }, 'ArrowRight')).toEqual({ x: 1, y: 0.02 });
    expect(moved({ x: 0.98, y: 0.02 }, 'PageDown')).toEqual({ x: 0.98, y: 0 });
  });

  it('begin in the middle, with the first key', () => {
    for (const key of ['ArrowUp', ' ', 'Enter']) expect(moved(undefined, key)).toEqual({ x: 0.5, y: 0.5 });
    expect(moved(undefined, 'Tab')).toBeUndefined();
    expect(moved({ x: 0.5, y: 0.5 }, 'Enter')).toBeUndefined();
    expect(moved({ x: 0.5, y: 0.5 }, 'ArrowUp')).toEqual({ x: 0.5, y: 0.55 });
  });
});
