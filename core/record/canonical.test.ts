import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical';
import { syntheticRecord } from '../testing/synthetic-record';

describe('canonicalText', () => {
  it('sorts keys at every level, keeps the order of lists, and has no spaces', () => {
    expect(canonicalText({ b: 1, a: { d: null, c: [{ f: 2, e: 'x' }, 1] } })).toBe(
      '{"a":{"c":[{"e":"x","f":2},1],"d":null},"b":1}',
    );
  });

  it('orders keys by code unit, after those that are whole numbers, which ECMAScript always puts first', () => {
    expect(canonicalText({ ä: 1, z: 2, Z: 3, '1': 4, '10': 5, '2': 6 })).toBe('{"1":4,"2":6,"10":5,"Z":3,"z":2,"ä":1}');
  });

  it('leaves out title, tags, notes and hash at the top only', () => {
    const record = syntheticRecord();
    const text = canonicalText(record);
    const renamed = { ...record, title: 'Other', tags: ['x'], notes: 'seen', hash: 'f'.repeat(64) };
    expect(canonicalText(renamed)).toBe(text);
    expect(canonicalText({ a: { title: 'kept' } })).toBe('{"a":{"title":"kept"}}');
  });

  it('does not depend on the order in which keys were written, and survives storing', () => {
    const record = syntheticRecord();
    const reversed = Object.fromEntries(Object.entries(record).reverse());
    expect(canonicalText(reversed)).toBe(canonicalText(record));
    expect(canonicalText(JSON.parse(JSON.stringify(record)) as typeof record)).toBe(canonicalText(record));
  });

  it('changes with any sample, verdict or answer', () => {
    const text = canonicalText(syntheticRecord());
    const sample = syntheticRecord();
    const cell = sample.cells[5];
    if (!cell) throw new Error('no cell');
    cell.endNs += 1;
    expect(canonicalText(sample)).not.toBe(text);
    expect(canonicalText({ ...syntheticRecord(), answers: { observation: 'x' } })).not.toBe(text);
  });
});
