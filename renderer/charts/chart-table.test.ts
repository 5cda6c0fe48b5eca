import { describe, expect, it } from 'vitest';
import { rowInWords, stepRow, toCsv } from './chart-table';

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

describe('stepRow', () => {
  it.each([
    [undefined, 1, 3, 0],
    [undefined, -1, 3, 2],
    [0, 1, 3, 1],
    [2, 1, 3, 2],
    [0, -1, 3, 0],
    [undefined, 1, 0, undefined],
  ] as const)('from %s by %d of %d rows leads to %s', (current, step, rows, next) => {
    expect(stepRow(current, step, rows)).toBe(next);
  });
});
