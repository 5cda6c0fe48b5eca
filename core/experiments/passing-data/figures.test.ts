import { describe, expect, it } from 'vitest';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { passingData, payloadBytes } from './definition';
import { passingDataFigures } from './figures';

/** One byte in a nanosecond, whatever the way. */
const record = syntheticTasksRecord(passingData, {
  noise: 0,
  totalMs: (part) => payloadBytes(part) / 1e6,
  shape: (cell) => ({
    ...cell,
    tasks: cell.tasks.map((task) => ({ ...task, handedNs: cell.startNs, hadNs: cell.endNs })),
  }),
});
const [figure] = passingDataFigures(contextOf(record));

describe('passingDataFigures', () => {
  it('has a curve for each way, three of one colour told apart by their pattern', () => {
    expect(figure?.lines.map(({ name }) => name)).toEqual([
      'Copied to a thread',
      'Moved to a thread',
      'Shared with a thread',
      'Copied to a process',
    ]);
    expect(new Set(figure?.lines.map(({ look, pattern }) => `${look.colour} ${pattern}`)).size).toBe(4);
  });

  it('derives gigabytes per second from bytes and nanoseconds', () => {
    const rows = figure?.table.rows ?? [];
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual(['Copied to a thread', 1, '0.00102', '0.00102', '0.00102', '1.00', 7]);
    expect(rows[4]?.slice(0, 3)).toEqual(['Copied to a thread', 65_536, '67.1']);
    for (const row of rows) expect(row[5]).toBe('1.00');
  });

  it('shows nothing where nothing was measured', () => {
    expect(passingDataFigures(contextOf({ ...record, cells: [] }))).toEqual([]);
  });
});
