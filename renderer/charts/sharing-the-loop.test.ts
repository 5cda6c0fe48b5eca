import { describe, expect, it } from 'vitest';
import { sharingTheLoop } from '@core/experiments/sharing-the-loop/definition';
import { analyse } from '@core/analysis/analysis';
import type { CellRecord } from '@core/record/events';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { sharingTheLoopCharts } from './sharing-the-loop';
import { chartContext } from '../testing/chart-context';

const context = chartContext(sharingTheLoop);

/** Beats held up by 80, 70, ... ms where a condition starves them; else 1 ms late. */
function shape(cell: CellRecord): CellRecord {
  const starves = ['never', 'never-again', 'promises', 'next-tick'].includes(cell.condition);
  const latencyNs = Array.from({ length: 10 }, (_, beat) => (starves && beat > 1 ? (100 - beat * 10) * 1e6 : 1e6));
  const beats = { periodNs: 10e6, firstDueNs: cell.startNs + 10e6, latencyNs };
  return { ...cell, workers: cell.workers.map((worker, seat) => (seat === 0 ? { ...worker, beats } : worker)) };
}

const record = syntheticMatrixRecord(sharingTheLoop, { totalMs: () => 120, shape });
const [beats, price, ...others] = sharingTheLoopCharts(context, record, analyse(record));

describe('the charts of sharing-the-loop', () => {
  it('are two, without the second half of the pair', () => {
    expect(others).toEqual([]);
    for (const view of [beats, price]) expect(view?.table.rows).toHaveLength(6);
    expect(beats?.table.rows.map(([name]) => name)).not.toContain('Never (again)');
  });

  it('draw every beat where it came, and say how many were late', () => {
    const points = beats?.config.data.datasets[0]?.data as { x: number; y: number }[];
    expect(points).toHaveLength(60);
    // Ten beats of "never": due at 10, 20, ... ms; the held ones all came at 110 ms.
    expect(points.slice(0, 10).map(({ x }) => x)).toEqual([11, 21, ...Array<number>(8).fill(110)]);
    expect(beats?.table.rows[0]?.slice(4)).toEqual([10, 7, 80]);
    expect(beats?.table.rows[3]?.slice(4)).toEqual([10, 0, 1]);
  });

  it('place time of the job and lateness, with the rounds of both', () => {
    const datasets = price?.config.data.datasets ?? [];
    expect(datasets).toHaveLength(12);
    const [never] = datasets[0]?.data as { x: number; y: number }[];
    expect(never?.y).toBe(80);
    expect(datasets[6]?.data).toHaveLength(7);
  });

  it('are none for a record without beats', () => {
    const bare = syntheticMatrixRecord(sharingTheLoop, { totalMs: () => 120 });
    expect(sharingTheLoopCharts(context, bare, analyse(bare))).toEqual([]);
  });
});
