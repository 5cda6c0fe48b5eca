import { describe, expect, it } from 'vitest';
import { rowInWords, toCsv } from './value-table';

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
