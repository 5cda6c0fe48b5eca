import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { answerTo } from '../testing/every-experiment';
import { definitionSchema } from './definition';
import { forecastAnswerSchema, forecastAnswersSchema, largestSize, longestTraceMs, traceStates } from './forecasts';

const id = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,4})?$/);
const accepts = (value: unknown): boolean => v.safeParse(forecastAnswerSchema, value).success;
const accepted = fc.double({ min: 0, max: 1, noNaN: true });
/** Numbers of every kind, inside and outside any bound. */
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 0, 1, 2, 1e300));

describe('answers to forecasts', () => {
  it.each(catalogue.flatMap(({ forecasts = [] }) => forecasts))('hold what $id asks for', (forecast) => {
    expect(v.parse(forecastAnswerSchema, answerTo(forecast))).toEqual(answerTo(forecast));
  });

  it('hold a size from 1 up to the largest, and no other number', () => {
    fc.assert(
      fc.property(id, anyNumber, (row, size) => {
        expect(accepts({ kind: 'size', sizes: { [row]: size } })).toBe(size >= 1 && size <= largestSize);
      }),
    );
  });

  it('hold per cent from 0 up, and marks that are shares', () => {
    fc.assert(
      fc.property(id, anyNumber, accepted, (row, value, share) => {
        expect(accepts({ kind: 'apart', percent: { [row]: value } })).toBe(value >= 0 && value <= 100_000);
        expect(accepts({ kind: 'marks', marks: { [row]: { x: value, y: share } } })).toBe(value >= 0 && value <= 1);
      }),
    );
  });

  it('hold bars that end after they begin, within the longest time', () => {
    fc.assert(
      fc.property(
        id,
        id,
        fc.constantFrom(...traceStates),
        anyNumber,
        anyNumber,
        (task, lane, state, startMs, endMs) => {
          const isValid = startMs >= 0 && endMs > startMs && endMs <= longestTraceMs;
          expect(accepts({ kind: 'trace', bars: { sync: [{ task, lane, state, startMs, endMs }] } })).toBe(isValid);
        },
      ),
    );
  });

  it('refuse ids that are none, other kinds, more than was asked, and too many', () => {
    expect(accepts({ kind: 'pick', picks: { hashing: 'faster' } })).toBe(true);
    expect(accepts({ kind: 'pick', picks: { hashing: 'Not an id' } })).toBe(false);
    expect(accepts({ kind: 'guess', picks: {} })).toBe(false);
    expect(accepts({ kind: 'pick', picks: {}, more: 1 })).toBe(false);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`row-${index}`, 'faster']));
    expect(accepts({ kind: 'pick', picks: many })).toBe(false);
    // What would reach a prototype is dropped.
    const polluting: unknown = JSON.parse('{"__proto__":{"kind":"pick","picks":{}}}');
    expect(Object.keys(v.parse(forecastAnswersSchema, polluting))).toEqual([]);
  });
});

describe('forecasts of a definition', () => {
  it.each(catalogue)('of $id are stored as they are', (experiment) => {
    expect(v.parse(definitionSchema, experiment)).toEqual(experiment);
  });
});
