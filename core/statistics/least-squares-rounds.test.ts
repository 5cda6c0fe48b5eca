import { describe, expect, it } from 'vitest';
import { medianInterval } from './bootstrap';
import { bootstrapRounds, tabulateRounds } from './least-squares-rounds';
import { createRandom } from './random';

describe('tabulateRounds', () => {
  it('puts values in order of workers, whatever order they come in', () => {
    const points = [
      { workers: 4, value: 31, round: 7 },
      { workers: 1, value: 10, round: 7 },
      { workers: 1, value: 11, round: 2 },
      { workers: 4, value: 32, round: 2 },
    ];
    expect(tabulateRounds(points)).toEqual({
      places: [1, 4],
      values: [
        [10, 11],
        [31, 32],
      ],
    });
  });

  it.each([
    ['no value', []],
    ['a broken number of workers', [{ workers: 1.5, value: 1, round: 0 }]],
    ['no worker', [{ workers: 0, value: 1, round: 0 }]],
    ['a value of 0', [{ workers: 1, value: 0, round: 0 }]],
    ['a value that is not finite', [{ workers: 1, value: Infinity, round: 0 }]],
    ['a value twice', [1, 2].map((value) => ({ workers: 1, value, round: 0 }))],
    [
      'a round with a gap',
      [[1, 0] as const, [2, 0] as const, [1, 1] as const].map(([workers, round]) => ({ workers, value: 1, round })),
    ],
  ])('refuses %s', (_, points) => {
    expect(() => tabulateRounds(points)).toThrow(RangeError);
  });
});

describe('bootstrapRounds', () => {
  const values = [
    [102, 99, 101, 140, 98, 100, 103],
    [202, 199, 201, 240, 198, 200, 203],
  ];

  it('of a single median is the interval of that median', () => {
    // Exact for 7 rounds: from the second smallest to the second largest (see the test of medianInterval).
    const [interval] = bootstrapRounds(values.slice(0, 1), (medians) => medians, createRandom(9));
    expect(interval).toEqual({ estimate: 101, low: 99, high: 103, n: 7, confidence: 0.95 });
    expect(interval).toEqual(medianInterval(values[0]!, createRandom(9)));
  });

  it('keeps what was measured in one round together', () => {
    const [difference] = bootstrapRounds(values, ([first = 0, second = 0]) => [second - first], createRandom(1));
    expect(difference).toMatchObject({ estimate: 100, low: 100, high: 100 });
  });

  it('refuses no places, uneven rounds and options out of range', () => {
    const evaluate = (medians: readonly number[]) => medians;
    expect(() => bootstrapRounds([], evaluate, createRandom(1))).toThrow(RangeError);
    expect(() => bootstrapRounds([[1, 2], [1]], evaluate, createRandom(1))).toThrow(RangeError);
    expect(() => bootstrapRounds([[]], evaluate, createRandom(1))).toThrow(RangeError);
    expect(() => bootstrapRounds(values, evaluate, createRandom(1), { resamples: 0 })).toThrow(RangeError);
    expect(() => bootstrapRounds(values, evaluate, createRandom(1), { confidence: 1 })).toThrow(RangeError);
  });
});
