import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { measureOf } from '../../analysis/measures';
import type { CellRecord, LostTask } from '../../record/events';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { insidesThatDoNotFollow } from '../../verify/inside-cells';
import { otherTasks, places, ways, whenACookFails, type Place, type WayToFail } from './definition';
import { survivalOf } from './survival';

/** What an invented machine does: whether the others are lost, and after how many ms work goes on. */
interface Invented {
  readonly others?: (way: WayToFail, place: Place, round: number) => boolean;
  readonly recoveryMs?: Readonly<Record<Place, number>>;
  readonly cores?: number;
}

const theory = { async: 0.05, thread: 30, process: 140 } as const;
const takesAll = (way: WayToFail, place: Place): boolean => place === 'async' && way !== 'throw';

function judged({ others = takesAll, recoveryMs = theory, cores = 2 }: Invented = {}) {
  const shape = (cell: CellRecord): CellRecord => {
    const [way, place] = cell.condition.split('-') as [WayToFail, Place];
    const [first] = cell.tasks;
    const [kitchen] = cell.workers;
    if (!first || !kitchen) throw new Error('an empty cell');
    const isAll = others(way, place, cell.round);
    const endsProcess = isAll || place === 'process';
    const knownNs = cell.startNs + 12e6;
    // A few per cent between rounds, as on a real machine.
    const backMs =
      (isAll ? recoveryMs.process : way === 'throw' && place === 'async' ? recoveryMs.async : recoveryMs[place]) *
      (1 + (cell.round % 3) / 100);
    const outcome = endsProcess ? 'worker-lost' : 'failed';
    const loss = (task: string): LostTask => ({
      task,
      worker: endsProcess ? 'gone' : kitchen.worker,
      outcome,
      knownNs,
      ...(place === 'thread' && !isAll && { ended: 'thread' as const }),
    });
    const names = Array.from({ length: otherTasks }, (_, index) => `task-${index + 1}`);
    const again = {
      ...first,
      task: 'again',
      startNs: knownNs + 1e3,
      servedNs: knownNs + 1e3 + Math.round(backMs * 1e6),
    };
    const served = names.map((task) => ({
      ...first,
      task,
      startNs: cell.startNs + 1e5,
      servedNs: cell.startNs + 60e6,
    }));
    return {
      ...cell,
      tasks: [...(isAll ? [] : served), again],
      lost: [loss('risk'), ...(isAll ? names.map(loss) : [])],
      outcome: { status: outcome, reason: 'as invented' },
    };
  };
  const record = syntheticTasksRecord(whenACookFails, { cores, totalMs: () => 400, shape });
  const analysis = analyse(record);
  const [part] = analysis.parts;
  return {
    record,
    levels: new Map(part?.levels.map((one) => [one.condition, one.finding])),
    comparisons: part?.verdicts.map(({ condition, baseline, finding }) => [condition, baseline, finding]) ?? [],
  };
}

describe('when-a-cook-fails', () => {
  it.each([1, 2, 64])('finds all fifteen failures as theory says, on %d cores', (cores) => {
    const { levels, comparisons } = judged({ cores });
    expect(levels.size).toBe(15);
    expect(new Set(levels.values())).toEqual(new Set(['as-expected']));
    expect(comparisons.map(([, , finding]) => finding)).toEqual(Array(6).fill('as-expected'));
  });

  it('says the opposite where a thread takes the others along, and where a loop does not', () => {
    const { levels } = judged({
      others: (way, place) => (way === 'memory' ? place === 'thread' : takesAll(way, place)),
    });
    expect(levels.get('memory-thread')).toBe('opposite');
    expect(levels.get('memory-async')).toBe('opposite');
    expect(levels.get('exit-thread')).toBe('as-expected');
  });

  it('says the opposite where a thread is slower to come back than a process', () => {
    const { comparisons } = judged({ recoveryMs: { async: 0.05, thread: 300, process: 140 } });
    expect(comparisons.filter(([condition]) => condition?.endsWith('-thread')).map(([, , finding]) => finding)).toEqual(
      Array(5).fill('opposite'),
    );
  });

  it('counts the rounds in which others were lost, and what ended', () => {
    const { record } = judged({
      others: (way, place, round) => takesAll(way, place) && !(way === 'exit' && round === 2),
    });
    const seen = survivalOf(record);
    expect(seen).toHaveLength(ways.length * places.length);
    const of = (way: WayToFail, place: Place) => seen.find((one) => one.way === way && one.place === place);
    expect(of('reject', 'async')).toMatchObject({ rounds: 7, othersLost: 7, lost: [5, 5], ended: 'process' });
    expect(of('exit', 'async')).toMatchObject({ rounds: 7, othersLost: 6, lost: [1, 5], ended: undefined });
    expect(of('throw', 'async')).toMatchObject({ othersLost: 0, lost: [1, 1], ended: 'task' });
    expect(of('loop', 'thread')).toMatchObject({ othersLost: 0, ended: 'thread' });
  });

  it('measures from the first known loss until a task that began after it was served', () => {
    const { record } = judged();
    const cell = record.cells.find(({ condition, round }) => condition === 'exit-process' && round === 3);
    if (!cell) throw new Error('no cell');
    expect(measureOf('loss-known', cell)).toBe(12e6);
    expect(measureOf('recovery', cell)).toBeCloseTo(140e6 + 1e3, -4);
    expect(measureOf('recovery', { ...cell, lost: [] })).toBeUndefined();
    expect(
      measureOf('recovery', { ...cell, tasks: cell.tasks.filter(({ task }) => task !== 'again') }),
    ).toBeUndefined();
  });
});

describe('a record of it that contradicts itself', () => {
  const contradictionsAfter = (change: (loss: LostTask, cell: CellRecord) => LostTask): readonly string[] => {
    const { record } = judged();
    const cells = record.cells.map((cell) => ({ ...cell, lost: cell.lost?.map((loss) => change(loss, cell)) ?? [] }));
    const codes = [...insidesThatDoNotFollow({ ...record, cells })].map(({ code }) => code);
    return [...new Set(codes.filter((code) => code.startsWith('lost')))];
  };

  it('is not one that is as it was measured', () => {
    expect(contradictionsAfter((loss) => loss)).toEqual([]);
  });

  it.each<[string, (loss: LostTask, cell: CellRecord) => LostTask]>([
    ['lost-time', (loss, cell) => ({ ...loss, knownNs: cell.endNs + 1 })],
    [
      'lost-worker',
      (loss, cell) => (loss.worker === 'gone' ? { ...loss, worker: cell.workers[0]?.worker ?? '' } : loss),
    ],
    ['lost-thread', (loss) => (loss.outcome === 'worker-lost' ? { ...loss, ended: 'thread' } : loss)],
  ])('has %s', (code, change) => {
    expect(contradictionsAfter(change)).toEqual([code]);
  });
});
