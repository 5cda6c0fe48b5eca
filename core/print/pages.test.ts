import { describe, expect, it } from 'vitest';
import { inPages } from './pages';

const rows = (...heights: number[]) => heights.map((height, item) => ({ height, item }));

describe('inPages', () => {
  it('leaves what fits on one page together', () => {
    expect(inPages(rows(10, 20, 30), 60)).toEqual([rows(10, 20, 30)]);
    expect(inPages([], 60)).toEqual([]);
  });

  it('keeps the order, loses nothing and makes no page too tall', () => {
    const all = rows(...Array.from({ length: 97 }, (_, index) => 10 + (index % 3) * 7));
    const pages = inPages(all, 100);
    expect(pages.flat()).toEqual(all);
    for (const page of pages) expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(100);
  });

  it('gives a row that is taller than a page a page of its own', () => {
    expect(inPages(rows(10, 500, 10), 100).map((page) => page.length)).toEqual([1, 1, 1]);
  });
});
