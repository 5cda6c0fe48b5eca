import { describe, expect, it } from 'vitest';
import { freezeTheWindow } from '@core/experiments/freeze-the-window/definition';
import type { CellRecord, RunEvent } from '@core/record/events';
import { cellOrder } from '@core/record/order';
import type { OrderedCell } from '@core/record/order';
import { resolvePlan } from '@core/record/plan';
import { syntheticTasksRecord } from '@core/testing/synthetic-tasks';
import { withAllMeasures } from '@core/testing/synthetic-measures';
import { measureRounds } from './measure-rounds';

const experiment = freezeTheWindow;
const conditions = experiment.conditions.map(({ id }) => id);
const template = syntheticTasksRecord(experiment, { rounds: 1, totalMs: () => 300, shape: withAllMeasures }).cells;

/** What a cell lost. */
type Loses = (round: number, condition: string) => 'frames' | 'inputs' | undefined;

function cellOf([round, part, condition]: OrderedCell, loses: Loses): CellRecord {
  const cell = template.find((one) => one.condition === condition);
  if (!cell?.window) throw new Error(`no ${condition}`);
  const lost = loses(round, condition);
  const window = {
    ...cell.window,
    ...(lost === 'frames' && { framesNs: [] }),
    ...(lost === 'inputs' && { input: null, lostInputs: { sent: 30, arrived: 29 } }),
  };
  return { ...cell, round, part, window };
}

interface Run {
  readonly loses: Loses;
  readonly rounds?: number;
  readonly roundSeconds?: number;
  readonly stopsAfter?: (round: number) => boolean;
}

async function run({ loses, rounds = 7, roundSeconds = 1, stopsAfter = () => false }: Run) {
  const choices = { preset: 'quick', seed: 3, parameters: { rounds }, lowerPriority: true } as const;
  const plan = resolvePlan(experiment, choices);
  const cells: OrderedCell[] = [];
  const events: RunEvent[] = [];
  let nowNs = 0;
  await measureRounds({
    experiment,
    plan,
    order: cellOrder(experiment, rounds, plan.seed),
    clock: { now: () => nowNs },
    report: (event) => events.push(event),
    tell: () => undefined,
    measure: (cell) => {
      cells.push(cell);
      nowNs += (roundSeconds * 1e9) / conditions.length;
      return Promise.resolve([cellOf(cell, loses)]);
    },
    endRound: () => Promise.resolve(),
    stopsAfter,
  });
  const spares = events.flatMap((event) => (event.type === 'spare-round' ? [event] : []));
  return { last: Math.max(...cells.map(([round]) => round)), cells, spares };
}

describe('the rounds of a run', () => {
  it('are the planned ones where nothing was lost', async () => {
    const { last, cells, spares } = await run({ loses: () => undefined });
    expect(last).toBe(7);
    expect(cells).toHaveLength(8 * conditions.length);
    expect(spares).toEqual([]);
  });

  it('are followed by one spare round for each that lost the frames of a place, all conditions in it', async () => {
    const { last, cells, spares } = await run({
      loses: (round, condition) => (condition === 'renderer' && [2, 5].includes(round) ? 'frames' : undefined),
    });
    expect(last).toBe(9);
    expect(spares.map(({ spare }) => spare.round)).toEqual([8, 9]);
    expect(spares[0]?.spare.missing).toContainEqual({
      part: 'blocking',
      condition: 'renderer',
      measure: 'frame-gap',
      rounds: [2, 5],
      reason: 'no-frames',
    });
    for (const { cells: order, spare } of spares) {
      expect(order.map(([, , condition]) => condition).sort()).toEqual([...conditions].sort());
      expect(cells.filter(([round]) => round === spare.round)).toEqual(order);
    }
  });

  it('make up for different conditions that lost the headline in different rounds: pairs need both', async () => {
    const { last } = await run({
      loses: (round, condition) =>
        (condition === 'renderer' && round === 2) || (condition === 'thread' && round === 4) ? 'frames' : undefined,
    });
    expect(last).toBe(9);
  });

  it('name inputs that did not arrive, and count only the measure that they are for', async () => {
    const { spares } = await run({
      loses: (round, condition) => (condition === 'main' && round === 1 ? 'inputs' : undefined),
    });
    expect(spares).toHaveLength(1);
    expect(spares[0]?.spare.missing).toEqual([
      { part: 'blocking', condition: 'main', measure: 'input-delay', rounds: [1], reason: 'inputs-lost' },
    ]);
  });

  it('end with the reserve: a third of the planned ones, at least two', async () => {
    const always: Loses = (round, condition) => (condition === 'renderer' && round !== 1 ? 'frames' : undefined);
    expect((await run({ loses: always })).last).toBe(7 + 3);
    expect((await run({ loses: always, rounds: 30 })).last).toBe(30 + 10);
    expect((await run({ loses: (round) => (round === 1 ? 'frames' : undefined), rounds: 2 })).last).toBe(2 + 1);
  });

  it('are not followed by others where no round has a measure: this system does not tell', async () => {
    expect((await run({ loses: () => 'inputs' })).last).toBe(7);
  });

  it('leave the rest of the time budget alone', async () => {
    const loses: Loses = (round, condition) => (condition === 'renderer' && round === 3 ? 'frames' : undefined);
    // Eight rounds of 14 s are 112 of the 120 s of the preset.
    expect((await run({ loses, roundSeconds: 14 })).spares).toEqual([]);
    expect((await run({ loses, roundSeconds: 10 })).spares).toHaveLength(1);
  });

  it('are not followed by others where the intervals are narrow', async () => {
    const loses: Loses = (round) => (round === 3 ? 'frames' : undefined);
    expect((await run({ loses, stopsAfter: (round) => round === 7 })).last).toBe(7);
    expect((await run({ loses, stopsAfter: (round) => round === 6 })).last).toBe(6);
  });
});
