import { describe, expect, it } from 'vitest';
import { titleLines } from './axes';

const title = 'Time of the first over time of the second, logarithmic scale (left of 1 is faster)';

describe('the title of an axis', () => {
  it('stays in one line where there is room, and before the size is known', () => {
    expect(titleLines(title, 1000)).toEqual([title]);
    expect(titleLines('Time (ms)', 300)).toEqual(['Time (ms)']);
    expect(titleLines(title, 0)).toEqual([title]);
  });

  it('is broken between words where there is none, and loses none', () => {
    const lines = titleLines(title, 320);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(title);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(title.length / 2 + 5);
  });
});
