import { describe, expect, it } from 'vitest';
import { paceOf, Pulse } from './pulse';

function drawEvery(pulse: Pulse, periodMs: number, fromMs: number, untilMs: number): void {
  for (let now = fromMs; now <= untilMs; now += periodMs) pulse.draw(now);
}

describe('Pulse', () => {
  it('counts drawn frames and reads their interval', () => {
    const pulse = new Pulse();
    drawEvery(pulse, 16, 0, 320);
    expect(pulse.frames).toBe(21);
    expect(pulse.reading).toEqual({ intervalMs: 16, isStalled: false });
    pulse.draw(420);
    expect(pulse.intervalMs).toBe(100);
  });

  it('shows the longest interval of the last quarter second', () => {
    const pulse = new Pulse();
    for (const now of [0, 16, 32, 112, 128, 144, 300, 316]) pulse.draw(now);
    expect(pulse.reading?.intervalMs).toBe(156);
  });

  it('shows a stall at once and long enough to be read', () => {
    const pulse = new Pulse();
    drawEvery(pulse, 16, 0, 320);
    pulse.draw(2320);
    expect(pulse.reading).toEqual({ intervalMs: 2000, isStalled: true });
    drawEvery(pulse, 16, 2336, 7200);
    expect(pulse.reading).toEqual({ intervalMs: 2000, isStalled: true });
    drawEvery(pulse, 16, 7216, 7800);
    expect(pulse.reading).toEqual({ intervalMs: 16, isStalled: false });
  });

  it('keeps the figure of a stall while shorter ones follow, and gives way to a longer one', () => {
    const pulse = new Pulse();
    drawEvery(pulse, 16, 0, 320);
    pulse.draw(1520);
    pulse.draw(1820);
    expect(pulse.reading).toEqual({ intervalMs: 1200, isStalled: true });
    pulse.draw(3220);
    expect(pulse.reading).toEqual({ intervalMs: 1400, isStalled: true });
    drawEvery(pulse, 16, 3236, 8200);
    expect(pulse.reading).toEqual({ intervalMs: 1400, isStalled: true });
    // Its time is over: now the next one counts, however short.
    pulse.draw(8500);
    expect(pulse.reading?.intervalMs).toBeLessThan(400);
  });

  it('goes on where it stopped instead of jumping', () => {
    const pulse = new Pulse();
    drawEvery(pulse, 16, 0, 320);
    const before = pulse.place;
    pulse.draw(1500);
    expect(Math.abs(pulse.place - before)).toBeLessThan(0.1);
  });

  it('stays on its track', () => {
    const pulse = new Pulse();
    for (let now = 0; now < 6000; now += 16) {
      pulse.draw(now);
      expect(pulse.place).toBeGreaterThanOrEqual(0);
      expect(pulse.place).toBeLessThanOrEqual(1);
    }
  });

  it('counts an interval from a frame in which nothing was drawn', () => {
    const pulse = new Pulse();
    pulse.draw(0);
    pulse.skip(250);
    pulse.draw(266);
    expect(pulse.reading?.intervalMs).toBe(16);
  });
});

describe('paceOf', () => {
  it('rests while a run is measured, and most under reduced motion', () => {
    expect(paceOf(false, false)).toBe('every-frame');
    expect(paceOf(true, false)).toBe('sparing');
    expect(paceOf(true, true)).toBe('still');
    expect(paceOf(false, true)).toBe('still');
  });
});
