import { describe, expect, it } from 'vitest';
import type { TraceBar } from '../record/forecasts';
import { createRandom } from '../statistics/random';
import {
  drawnLanes,
  limitBeyondChance,
  overlapOf,
  recordedLanes,
  shareOf,
  shuffled,
  shuffledMeans,
  type DrawnTrace,
} from './trace-score';

const bar = (task: string, lane: string, state: TraceBar['state'], startMs: number, endMs: number): TraceBar => ({
  task,
  lane,
  state,
  startMs,
  endMs,
});

/** One worker that stands beside 300 ms, beside 200 ms, and computes for 80 ms, a message of 1 ms before. */
const cell = {
  startNs: 5_000_000,
  workers: [
    {
      worker: 'sync/you',
      cpuNs: 0,
      spans: [
        { state: 'messaging' as const, startNs: 5_000_000, endNs: 6_000_000 },
        { state: 'blocked' as const, startNs: 6_000_000, endNs: 306_000_000, task: 'eggs' },
        { state: 'blocked' as const, startNs: 306_000_000, endNs: 506_000_000, task: 'toast' },
        { state: 'busy' as const, startNs: 506_000_000, endNs: 586_000_000, task: 'cleaning' },
      ],
    },
  ],
};

describe('what lanes do', () => {
  it('is read from recorded spans, in ms from the start', () => {
    expect(recordedLanes(cell)).toEqual([
      { busy: [{ from: 501, to: 581 }], blocked: [{ from: 1, to: 501 }], idle: [] },
    ]);
  });

  it('is free where only a timer runs, until the last bar ends', () => {
    const lanes = drawnLanes(
      [bar('eggs', 'you', 'timer', 0, 300), bar('cleaning', 'you', 'busy', 50, 130)],
      ['you', 'cook-1'],
    );
    expect(lanes).toEqual([
      {
        busy: [{ from: 50, to: 130 }],
        blocked: [],
        idle: [
          { from: 0, to: 50 },
          { from: 130, to: 300 },
        ],
      },
      { busy: [], blocked: [], idle: [{ from: 0, to: 300 }] },
    ]);
  });
});

describe('overlap of a drawing with a record', () => {
  it('is intersection over union, computed by hand', () => {
    const drawn = drawnLanes(
      [
        bar('eggs', 'you', 'blocked', 0, 300),
        bar('toast', 'you', 'blocked', 300, 500),
        bar('cleaning', 'you', 'busy', 300, 380),
      ],
      ['you'],
    );
    // Blocked: [0, 500] and [1, 501] share 499 of 501. Busy: [300, 380] and [501, 581] share nothing of 160.
    expect(overlapOf(drawn, recordedLanes(cell))).toEqual({ shared: 499, whole: 661 });
    expect(shareOf({ shared: 499, whole: 661 })).toBeCloseTo(0.754_917, 6);
    expect(shareOf({ shared: 0, whole: 0 })).toBe(0);
  });

  it('matches equal workers as well as they can be', () => {
    const lanes = (first: string, second: string) =>
      drawnLanes([bar('a', first, 'busy', 0, 100), bar('b', second, 'blocked', 0, 40)], ['one', 'two']);
    expect(overlapOf(lanes('one', 'two'), lanes('two', 'one'))).toEqual({ shared: 200, whole: 200 });
  });

  it('counts a lane that the other does not have as missed', () => {
    const one = drawnLanes([bar('a', 'one', 'busy', 0, 100)], ['one']);
    const two = drawnLanes([bar('a', 'one', 'busy', 0, 100)], ['one', 'two']);
    expect(overlapOf(one, two)).toEqual({ shared: 100, whole: 200 });
  });
});

describe('shuffled answers', () => {
  const drawn: DrawnTrace = {
    sync: [bar('a', 'you', 'busy', 0, 100), bar('b', 'you', 'blocked', 100, 150)],
    async: [bar('a', 'you', 'busy', 30, 60)],
  };

  it('keep every place and every length with its state', () => {
    const places = (trace: DrawnTrace) =>
      Object.entries(trace).flatMap(([id, bars]) => bars.map(({ lane, startMs }) => `${id} ${lane} ${startMs}`));
    const lengths = (trace: DrawnTrace) =>
      Object.values(trace)
        .flat()
        .map(({ state, startMs, endMs }) => `${state} ${endMs - startMs}`)
        .sort();
    const dealt = shuffled(drawn, createRandom(3));
    expect(places(dealt)).toEqual(places(drawn));
    expect(lengths(dealt)).toEqual(lengths(drawn));
  });

  it('have the mean score that all orders together have', () => {
    const target = drawnLanes(drawn['sync'] ?? [], ['you']);
    const score = (trace: DrawnTrace): number => shareOf(overlapOf(drawnLanes(trace['sync'] ?? [], ['you']), target));
    // All six orders of three bars (busy 100, blocked 50, busy 30) on the places sync 0, sync 100 and async 30, the last of which is
    // not scored. The target is busy [0, 100] and blocked [100, 150]. Shared by whole, counted ms by ms:
    const exact = [
      150 / 150, // busy 100, blocked 50
      100 / 180, // busy 100, busy 30: busy [0, 130]; blocked is missed
      0 / 350, // blocked 50, busy 100: free [50, 100]; nothing agrees
      0 / 280, // blocked 50, busy 30: free [50, 100]
      30 / 320, // busy 30, busy 100: free [30, 100]
      80 / 220, // busy 30, blocked 50: free [30, 100]
    ];
    const mean = exact.reduce((sum, one) => sum + one, 0) / 6;
    const [all, one] = shuffledMeans(drawn, (trace) => [0, score(trace)], createRandom(11), 20_000);
    expect(all).toBe(0);
    expect(one).toBeCloseTo(mean, 2);
  });

  it('are the same for the same seed', () => {
    const score = (trace: DrawnTrace): number => trace['sync']?.[0]?.endMs ?? 0;
    const means = (): readonly number[] => shuffledMeans(drawn, (trace) => [score(trace)], createRandom(5));
    expect(means()).toEqual(means());
  });
});

describe('the agreement that a drawing needs', () => {
  it('lies on the way from chance to full agreement, and at chance nothing but the way counts', () => {
    expect(limitBeyondChance(0, 0.5)).toBe(0.5);
    expect(limitBeyondChance(0.6, 0.5)).toBeCloseTo(0.8, 9);
    expect(limitBeyondChance(1, 0.5)).toBe(1);
  });
});
