import { describe, expect, it } from 'vitest';
import { readableTable, rowInWords, toCsv } from './value-table';

describe('toCsv', () => {
  it('quotes what would break a cell', () => {
    const table = {
      columns: ['Name', 'Total (ms)'],
      rows: [
        ['One cook, "sync"', 580.5],
        ['two\nlines', 1],
      ],
    };
    expect(toCsv(table)).toBe('Name,Total (ms)\r\n"One cook, ""sync""",580.5\r\n"two\nlines",1\r\n');
  });
});

describe('rowInWords', () => {
  it('names every value by its column', () => {
    expect(rowInWords({ columns: ['Condition', 'Total (ms)'], rows: [['sync', 580]] }, 0)).toBe(
      'Condition: sync; Total (ms): 580',
    );
  });
});

describe('readableTable', () => {
  it('gives four digits, never fewer before the point, and leaves words alone', () => {
    const rows = [['async', 302.1234, 0.0123456, 12_345.678, 7, -0.5]];
    expect(readableTable({ columns: [], rows }).rows).toEqual([['async', 302.1, 0.01235, 12_346, 7, -0.5]]);
  });
});
