import { describe, expect, it } from 'vitest';
import { ClockOffset, FrameWindows } from './frame-windows';

describe('FrameWindows', () => {
  it('gives the longest interval of every half second', () => {
    const windows = new FrameWindows();
    const found: number[] = [];
    for (let now = 0; now <= 1_600; now += 16) {
      const longest = windows.add(now, now === 800 ? 40 : 16);
      if (longest !== undefined) found.push(longest);
    }
    expect(found).toEqual([16, 40, 16]);
  });

  it('shows a block with the first frame after it', () => {
    const windows = new FrameWindows();
    windows.add(0, 16);
    windows.add(16, 16);
    expect(windows.add(2_016, 2_000)).toBe(2_000);
    expect(windows.add(2_032, 16)).toBeUndefined();
  });
});

describe('ClockOffset', () => {
  it('takes the fastest delivery as the nearest to the truth', () => {
    const offset = new ClockOffset();
    expect(offset.seconds(1_000)).toBeUndefined();
    offset.arrived(100, 1_150);
    offset.arrived(350, 1_351);
    // Held back by a blocked page.
    offset.arrived(600, 3_000);
    expect(offset.seconds(2_001)).toBeCloseTo(1);
  });
});
