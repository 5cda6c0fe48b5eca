import { describe, expect, it } from 'vitest';
import type { CellRecord } from '@core/record/events';
import { createChecksumBook } from './checksum-book';

function cell(part: string, condition: string, task: string, checksum: number | null): CellRecord {
  return {
    index: 0,
    round: 3,
    repetition: 0,
    part,
    condition,
    startNs: 0,
    endNs: 1,
    sentinelBeforeNs: 1,
    sentinelAfterNs: 1,
    messages: 2,
    workers: [],
    tasks: [{ task, worker: 'a/b', startNs: 0, servedNs: 1, iterations: 1, checksum }],
  };
}

describe('checksum book', () => {
  it('accepts the same checksum everywhere, and other tasks and parts with others', () => {
    const book = createChecksumBook();
    book.check(cell('p', 'sync', 'one', 7));
    book.check(cell('p', 'threads', 'one', 7));
    book.check(cell('p', 'threads', 'two', 8));
    book.check(cell('q', 'sync', 'one', 9));
    book.check(cell('q', 'sync', 'wait', null));
    expect(() => {
      book.check(cell('q', 'threads', 'wait', null));
    }).not.toThrow();
  });

  it('notes nothing about a part in which results differ by design', () => {
    const book = createChecksumBook(new Set(['q']));
    book.check(cell('q', 'sync', 'one', 7));
    book.check(cell('q', 'threads', 'one', 8));
    book.check(cell('p', 'sync', 'one', 7));
    expect(() => {
      book.check(cell('p', 'threads', 'one', 8));
    }).toThrow(/one returned 8/);
  });

  it('names the task, both conditions and both checksums when they differ', () => {
    const book = createChecksumBook();
    book.check(cell('p', 'sync', 'one', 7));
    expect(() => {
      book.check(cell('p', 'processes', 'one', 8));
    }).toThrow(/one returned 8 under processes in round 3, but 7 under sync/);
  });
});
