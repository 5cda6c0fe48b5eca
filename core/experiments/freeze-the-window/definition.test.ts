import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import type { CellRecord, ProbeSeries, WindowProbes } from '../../record/events';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { definitionFor } from '../definition-for';
import { presets } from '../definition-types';
import type { Preset } from '../definition-types';
import { resolvePlan } from '../../record/plan';
import { freezeTheWindow } from './definition';

const ms = 1e6;

/** What a window shows that is held up by so many milliseconds in the middle of a cell. */
interface Held {
  readonly frameMs: number;
  readonly ipcMs: number;
  readonly inputMs: number | null;
}

const quiet: Held = { frameMs: 17, ipcMs: 1, inputMs: 3 };
const asTheorySays: Readonly<Record<string, Held>> = {
  renderer: { frameMs: 310, ipcMs: 1, inputMs: 300 },
  main: { frameMs: 20, ipcMs: 300, inputMs: 300 },
};

function series(cell: CellRecord, longestMs: number): ProbeSeries {
  const due = Math.floor((cell.endNs - cell.startNs) / (10 * ms));
  return {
    periodNs: 10 * ms,
    firstDueNs: cell.startNs + 1,
    latencyNs: Array.from({ length: due }, (_, index) => (index === 2 ? longestMs * ms : ms)),
  };
}

function windowOf(cell: CellRecord, { frameMs, ipcMs, inputMs }: Held): WindowProbes {
  const first = cell.startNs - 20 * ms;
  return {
    framesNs: [first, first + 17 * ms, first + 34 * ms, first + (34 + frameMs) * ms, first + (51 + frameMs) * ms],
    frameNs: 17 * ms,
    ipc: series(cell, ipcMs),
    input: inputMs === null ? null : series(cell, inputMs),
    main: series(cell, ipcMs),
  };
}

function findings(heldIn: (condition: string, round: number) => Held, rounds = 7) {
  const record = syntheticTasksRecord(freezeTheWindow, {
    rounds,
    totalMs: () => 300,
    shape: (cell) => {
      // The two halves of the pair differ by two per cent.
      const held = heldIn(cell.condition, cell.round);
      const frameMs = cell.condition.endsWith('-again') ? held.frameMs * 1.02 : held.frameMs;
      return { ...cell, window: windowOf(cell, { ...held, frameMs }) };
    },
  });
  const [part] = analyse(record).parts;
  const verdicts = (part?.verdicts ?? []).map(({ condition, finding }): [string, string] => [condition, finding]);
  const levels = (part?.levels ?? []).map(({ condition, measure, finding }): [string, string] => [
    `${condition} ${measure}`,
    finding,
  ]);
  return { verdicts: Object.fromEntries(verdicts), levels: Object.fromEntries(levels) };
}

describe('freeze-the-window', () => {
  it('finds what theory says: only work in the page stops the frames, only work in main stops main', () => {
    const { verdicts, levels } = findings((condition) => asTheorySays[condition] ?? quiet);
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['as-expected']));
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    expect(Object.keys(levels)).toHaveLength(12);
  });

  it('sees the opposite: frames that stop with a thread and go on with the page, a main that answers', () => {
    const { verdicts, levels } = findings((condition) =>
      condition === 'thread' || condition === 'thread-again' ? { ...quiet, frameMs: 310 } : quiet,
    );
    expect(verdicts).toMatchObject({ thread: 'opposite' });
    expect(levels).toMatchObject({
      'thread frame-gap': 'opposite',
      'renderer frame-gap': 'opposite',
      'main ipc-stall': 'opposite',
      'main input-delay': 'opposite',
      'process frame-gap': 'as-expected',
    });
  });

  it('decides nothing where rounds disagree, or are few', () => {
    const mixed = findings((condition, round) =>
      condition === 'renderer' ? { ...quiet, frameMs: round % 2 === 0 ? 310 : 17 } : quiet,
    );
    expect(mixed.levels).toMatchObject({ 'renderer frame-gap': 'undecided' });
    expect(mixed.verdicts).toMatchObject({ thread: 'undecided' });
    const few = findings((condition) => asTheorySays[condition] ?? quiet, 6);
    expect(new Set([...Object.values(few.verdicts), ...Object.values(few.levels)])).toEqual(new Set(['undecided']));
  });

  it('gives no input delay where inputs did not arrive, and keeps the rest', () => {
    const { levels } = findings((condition) => ({ ...(asTheorySays[condition] ?? quiet), inputMs: null }));
    expect(levels).toMatchObject({
      'renderer input-delay': 'not-measured',
      'main input-delay': 'not-measured',
      'renderer frame-gap': 'as-expected',
    });
  });

  it('blocks so long that it is felt in standard and thorough, and shortly in quick', () => {
    const workMs = (preset: Preset): number | undefined =>
      definitionFor({ experiment: 'freeze-the-window', preset })?.parameters.find(({ id }) => id === 'workMs')
        ?.standard;
    expect(presets.map(workMs)).toEqual([300, 1500, 1500]);
    const experiment = definitionFor({ experiment: 'freeze-the-window', preset: 'standard' });
    const choices = { preset: 'standard', seed: 1, lowerPriority: true } as const;
    expect(experiment && resolvePlan(experiment, { ...choices, parameters: {} }).parameters).toEqual({ workMs: 1500 });
    expect(experiment && resolvePlan(experiment, { ...choices, parameters: { workMs: 300 } }).parameters).toEqual({
      workMs: 300,
    });
  });

  it('blocks for at most the 3 s after which a host gives up', () => {
    const work = freezeTheWindow.parameters.find(({ id }) => id === 'workMs');
    expect(work?.maximum).toBeLessThanOrEqual(1500);
  });
});
