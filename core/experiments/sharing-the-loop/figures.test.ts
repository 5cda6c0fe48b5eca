import { describe, expect, it } from 'vitest';
import type { CellRecord } from '../../record/events';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { sharingTheLoop } from './definition';
import { sharingTheLoopFigures } from './figures';

/** Beats held up by 80, 70, ... ms where a condition starves them; else 1 ms late. */
function shape(cell: CellRecord): CellRecord {
  const starves = ['never', 'never-again', 'promises', 'next-tick'].includes(cell.condition);
  const latencyNs = Array.from({ length: 10 }, (_, beat) => (starves && beat > 1 ? (100 - beat * 10) * 1e6 : 1e6));
  const beats = { periodNs: 10e6, firstDueNs: cell.startNs + 10e6, latencyNs };
  return { ...cell, workers: cell.workers.map((worker, seat) => (seat === 0 ? { ...worker, beats } : worker)) };
}

const record = syntheticTasksRecord(sharingTheLoop, { totalMs: () => 120, shape });
const [beats, price, ...others] = sharingTheLoopFigures(contextOf(record));

describe('the figures of sharing-the-loop', () => {
  it('are two, without the second half of the pair', () => {
    expect(others).toEqual([]);
    // Where nothing runs there are beats and no job.
    expect(beats?.table.rows).toHaveLength(7);
    expect(beats?.table.rows.at(-1)?.slice(0, 4)).toEqual(['Nothing runs', expect.any(Number), '', '']);
    expect(price?.table.rows).toHaveLength(6);
    expect(beats?.table.rows.map(([name]) => name)).not.toContain('Never (again)');
  });

  it('have every beat where it came, and say how many were late', () => {
    const instants = beats?.kind === 'rows' ? beats.rows.map((row) => row.instants?.[0]?.at ?? []) : [];
    expect(instants.flat()).toHaveLength(70);
    // Ten beats of "never": due at 10, 20, ... ms; the held ones all came at 110 ms.
    expect(instants[0]?.map(({ value }) => value)).toEqual([11, 21, ...Array<number>(8).fill(110)]);
    expect(instants[0]?.map(({ due }) => due)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(beats?.table.rows[0]?.slice(4)).toEqual([10, 7, 80]);
    expect(beats?.table.rows[3]?.slice(4)).toEqual([10, 0, 1]);
  });

  it('place time of the job and lateness, with the rounds of both', () => {
    const places = price?.kind === 'plane' ? price.places : [];
    expect(places).toHaveLength(6);
    expect(places[0]?.y.estimate).toBe(80);
    for (const { singles } of places) expect(singles).toHaveLength(7);
  });

  it('are none for a record without beats', () => {
    const bare = syntheticTasksRecord(sharingTheLoop, { totalMs: () => 120 });
    expect(sharingTheLoopFigures(contextOf(bare))).toEqual([]);
  });
});
