import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import type { CellRecord } from '../../record/events';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { sharingTheLoop } from './definition';

const starved = 292;
/** Longest lateness by condition in milliseconds; the pair under two names is 2 % apart. */
const asTheory = {
  never: starved,
  'never-again': starved * 1.02,
  promises: starved,
  'next-tick': starved,
  immediate: 3,
  timeout: 3,
  worker: 1.2,
  idle: 1.1,
};
type Lateness = Readonly<Record<string, number | ((round: number) => number)>>;

/** Pause after each of 150 pieces in milliseconds, where there is one. */
type Pauses = Readonly<Record<string, number>>;
const asTheoryPauses: Pauses = { timeout: 1.1, immediate: 0.02 };

function analysed(lateness: Lateness, rounds = 7, pauses: Pauses = asTheoryPauses, totalMs = 340) {
  const shape = (cell: CellRecord): CellRecord => {
    const late = lateness[cell.condition];
    const ms = typeof late === 'function' ? late(cell.round) : (late ?? Number.NaN);
    const pauseNs = (pauses[cell.condition] ?? 0) * 1e6;
    const pieceNs = (cell.endNs - cell.startNs) / 150;
    const spans = Array.from({ length: 150 }, (_, piece): CellRecord['workers'][number]['spans'] => {
      const [startNs, endNs] = [cell.startNs + piece * pieceNs, cell.startNs + (piece + 1) * pieceNs].map(Math.round);
      if (startNs === undefined || endNs === undefined || pauseNs === 0) return [];
      return [
        { state: 'busy', startNs, endNs: endNs - pauseNs },
        { state: 'idle', startNs: endNs - pauseNs, endNs },
      ];
    }).flat();
    return {
      ...cell,
      tasks: cell.tasks.map((task) => ({
        ...task,
        worker: cell.workers[0]?.worker ?? '',
        startNs: cell.startNs,
        servedNs: cell.endNs,
      })),
      workers: cell.workers.map((worker, seat) => ({
        ...worker,
        spans: spans.length > 0 ? spans : worker.spans,
        ...(seat === 0 && {
          beats: { periodNs: 10e6, firstDueNs: cell.startNs, latencyNs: [4e5, Math.round(ms * 1e6), 2e5] },
        }),
      })),
    };
  };
  const [part] = analyse(syntheticTasksRecord(sharingTheLoop, { rounds, totalMs: () => totalMs, shape })).parts;
  if (!part) throw new Error('no part');
  return {
    part,
    verdicts: Object.fromEntries(part.verdicts.map((one) => [`${one.condition}/${one.baseline}`, one.finding])),
    levels: Object.fromEntries(part.levels.map((one) => [`${one.condition}/${one.measure}`, one.finding])),
  };
}

describe('sharing-the-loop', () => {
  it('finds promises and nextTick as late as never, the others on time, as theory says', () => {
    const { verdicts, levels } = analysed(asTheory, 7);
    expect(verdicts).toEqual({
      'promises/never': 'as-expected',
      'next-tick/never': 'as-expected',
      'immediate/never': 'as-expected',
      'timeout/never': 'as-expected',
      'worker/never': 'as-expected',
      'timeout/immediate': 'no-difference',
      'worker/immediate': 'measured',
    });
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    expect(Object.keys(levels)).toHaveLength(8);
  });

  it('sees the opposite: a promise that lets the heartbeat come, a thread that does not', () => {
    const { verdicts, levels } = analysed({ ...asTheory, promises: 4, worker: 600 }, 7, { immediate: 1, timeout: 0.1 });
    expect(verdicts).toMatchObject({ 'promises/never': 'opposite', 'worker/never': 'opposite' });
    expect(levels).toMatchObject({
      'promises/lateness': 'opposite',
      'worker/lateness': 'opposite',
      'immediate/job-pause': 'opposite',
      'timeout/job-pause': 'opposite',
    });
  });

  it.each([
    ['twice as fast', 150],
    ['half as fast', 600],
  ])('holds a job on a core %s as the one that calibrated it against its own time', (_name, jobMs) => {
    const starvedThere = Object.fromEntries(
      ['never', 'promises', 'next-tick'].map((condition) => [condition, jobMs - 10]),
    );
    const lateness = { ...asTheory, ...starvedThere, 'never-again': (jobMs - 10) * 1.02 };
    const { levels } = analysed(lateness, 7, { timeout: 0.7, immediate: 0.02 }, jobMs);
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    // Late by a third of the job is not starved, however long it took.
    const third = analysed({ ...lateness, promises: jobMs / 3 }, 7, { timeout: 0.7 }, jobMs);
    expect(third.levels['promises/lateness']).toBe('opposite');
  });

  it('finds giving way the opposite of on time where it made no difference', () => {
    const { levels } = analysed({ ...asTheory, immediate: starved, timeout: starved * 1.01 });
    expect(levels).toMatchObject({ 'immediate/lateness': 'opposite', 'timeout/lateness': 'opposite' });
  });

  it('decides nothing where rounds disagree, or are few', () => {
    const { verdicts, levels } = analysed({ ...asTheory, promises: (round) => (round % 2 === 0 ? 3 : starved) });
    expect(verdicts['promises/never']).toBe('undecided');
    expect(levels['promises/lateness']).toBe('undecided');
    const few = analysed(asTheory, 6);
    expect(new Set([...Object.values(few.verdicts), ...Object.values(few.levels)])).toEqual(new Set(['undecided']));
  });

  it('is headed by the longest of a cell, and says nothing where no beat was kept', () => {
    expect(analysed(asTheory).part.conditions.map(({ headline: total }) => Math.round(total.estimate / 1e6))).toEqual([
      292, 298, 292, 292, 3, 3, 1, 1,
    ]);
    const record = syntheticTasksRecord(sharingTheLoop, { totalMs: () => 340 });
    expect(analyse(record).parts[0]?.verdicts.map(({ finding }) => finding)).toEqual(Array(7).fill('not-measured'));
  });

  it('keeps on-time and starved apart for every job that the form allows', () => {
    const shortest = sharingTheLoop.parameters.find(({ id }) => id === 'jobMs')?.minimum ?? 0;
    expect(shortest * 0.5).toBeGreaterThan(50);
    // Not repeated within a round: the smallest of three longest latenesses would be a smaller number.
    expect(shortest).toBeGreaterThanOrEqual(100);
  });
});
