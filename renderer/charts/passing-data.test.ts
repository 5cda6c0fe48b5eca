import { describe, expect, it } from 'vitest';
import { passingData, payloadBytes } from '@core/experiments/passing-data/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { passingDataCharts } from './passing-data';
import { chartContext } from '../testing/chart-context';

const context = chartContext(passingData);
/** One byte in a nanosecond, whatever the way. */
const record = syntheticMatrixRecord(passingData, {
  noise: 0,
  totalMs: (part) => payloadBytes(part) / 1e6,
  shape: (cell) => ({
    ...cell,
    tasks: cell.tasks.map((task) => ({ ...task, handedNs: cell.startNs, hadNs: cell.endNs })),
  }),
});
const [view] = passingDataCharts(context, record, analyse(record));

describe('passingDataCharts', () => {
  it('has a curve for each way, three of one colour told apart by their pattern', () => {
    const datasets = view?.config.data.datasets ?? [];
    expect(datasets.map(({ label }) => label)).toEqual([
      'Copied to a thread',
      'Moved to a thread',
      'Shared with a thread',
      'Copied to a process',
    ]);
    const looks = datasets.map((one) =>
      JSON.stringify([one.borderColor, (one as { borderDash: number[] }).borderDash]),
    );
    expect(new Set(looks).size).toBe(4);
  });

  it('derives gigabytes per second from bytes and nanoseconds', () => {
    const rows = view?.table.rows ?? [];
    expect(rows).toHaveLength(20);
    expect(rows[0]).toEqual(['Copied to a thread', 1, '0.00102', '0.00102', '0.00102', '1.00', 7]);
    expect(rows[4]?.slice(0, 3)).toEqual(['Copied to a thread', 65_536, '67.1']);
    for (const row of rows) expect(row[5]).toBe('1.00');
  });

  it('shows nothing where nothing was measured', () => {
    const empty = { ...record, cells: [] };
    expect(passingDataCharts(context, empty, analyse(empty))).toEqual([]);
  });
});
