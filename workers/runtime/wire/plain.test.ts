import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain } from './plain';

describe('isPlain', () => {
  it('is true only of what JSON gives back as structured clone does', () => {
    let plain = 0;
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withBigInt: true,
      withTypedArray: true,
      maxDepth: 3,
    });
    const values = fc.oneof(anything, fc.jsonValue(), fc.string({ unit: 'binary' }), fc.double());
    fc.assert(
      fc.property(values, (value) => {
        if (!isPlain(value)) return;
        plain += 1;
        const text = Buffer.from(JSON.stringify(value)).toString('utf8');
        expect(JSON.parse(text)).toStrictEqual(deserialize(serialize(value)));
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(200);
  });

  it.each([
    ['undefined inside', { a: undefined }],
    // eslint-disable-next-line no-sparse-arrays -- a hole is what is tried
    ['a hole', [1, , 3]],
    ['minus zero', -0],
    ['no number', Number.NaN],
    ['memory', new Uint8Array(2)],
    ['a class', new Map()],
    ['a function', { toJSON: () => 1 }],
    ['a large list', Array.from({ length: 1000 }, (_, n) => n)],
    ['a long text', 'a'.repeat(5000)],
    ['half a surrogate pair', '\uD800'],
  ])('is false of %s', (_name, value) => {
    expect(isPlain(value)).toBe(false);
  });

  it('is false of what contains itself', () => {
    const value: unknown[] = [];
    value.push(value);
    expect(isPlain(value)).toBe(false);
  });
});
