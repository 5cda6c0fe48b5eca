import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePrograms, type BundledPrograms } from '../services/testing/bundle-programs';
import { tableBytes } from '@core/protocol/shared-words';
import type { TableRule } from '@core/protocol/step';
import type { DinnerNotes } from './dinner';
import type { DinnerAnswer, DinnerTask } from './testing/dinner-task';

const seats = 4;
/** Dinners of the rules that must never deadlock; `DINNERS=1000` for the long run. */
const dinners = Number(process.env['DINNERS'] ?? 200);

let programs: BundledPrograms;
beforeAll(async () => {
  programs = await bundlePrograms('runtime/testing/dinner-thread');
}, 30_000);
afterAll(() => {
  programs.remove();
});

/** Dinners on real threads: what each seat answers. */
async function answersOf(rule: TableRule, count: number, reachUnits = 20_000): Promise<readonly DinnerAnswer[]> {
  const memory = new SharedArrayBuffer(tableBytes(seats));
  const work = { meals: 3, thinkUnits: 5_000, reachUnits, eatUnits: 20_000, patienceMs: 3 };
  return Promise.all(
    Array.from({ length: seats }, async (_, seat) => {
      const task: DinnerTask = { memory, options: { seat, seats, rule, ...work }, dinners: count };
      const thread = new Worker(join(programs.folder, 'dinner-thread.cjs'), { workerData: task });
      const [answer] = (await once(thread, 'message')) as [DinnerAnswer];
      await thread.terminate();
      return answer;
    }),
  );
}

/** The same by dinner and seat. */
async function dine(rule: TableRule, count: number, reachUnits?: number): Promise<readonly (readonly DinnerNotes[])[]> {
  const answers = await answersOf(rule, count, reachUnits);
  return Array.from({ length: count }, (_, dinner) => answers.map(({ notes }) => notes[dinner] as DinnerNotes));
}

const isDeadlocked = (notes: readonly DinnerNotes[]): boolean => notes.some(({ cycle }) => cycle !== undefined);
const isEaten = (notes: readonly DinnerNotes[]): boolean => notes.every(({ meals }) => meals === 3);

describe('a table of four, on real threads', () => {
  it('deadlocks where all take the left fork first; one finds the cycle, which goes round the whole table', async () => {
    // So long between the two forks that all have the first one before anybody takes the second.
    const table = await dine('left-first', 60, 1_000_000);
    const deadlocked = table.filter(isDeadlocked);
    expect(deadlocked.length).toBeGreaterThan(0);
    for (const notes of deadlocked) {
      const told = notes.flatMap(({ cycle }) => (cycle ? [cycle] : []));
      expect(told).toHaveLength(1);
      expect(told[0]).toEqual(
        Array.from({ length: seats }, (_, who) => ({ who, lock: (who + 1) % seats, heldBy: (who + 1) % seats })),
      );
    }
    // What was not found deadlocked was eaten to the end.
    for (const notes of table) expect(isDeadlocked(notes) || isEaten(notes)).toBe(true);
  }, 60_000);

  it('never deadlocks where the lower fork comes first', async () => {
    const table = await dine('ordered', dinners);
    expect(table.filter(isDeadlocked)).toEqual([]);
    expect(table.filter((notes) => !isEaten(notes))).toEqual([]);
  }, 120_000);

  it('tells who sleeps until the others sit, each time until it is awake again', async () => {
    const meetings = (await answersOf('ordered', 20)).map((answer) => answer.meetings);
    // The threads start milliseconds apart: the first of them waits.
    expect(meetings.reduce((sum, { slept }) => sum + slept, 0)).toBeGreaterThan(0);
    for (const { slept, woken } of meetings) expect(woken).toBe(slept);
  }, 30_000);

  it('comes to its end with a time-out, after forks were put back', async () => {
    const table = await dine('time-out', 40, 1_000_000);
    expect(table.every(isEaten)).toBe(true);
    expect(table.flat().reduce((sum, { putBack }) => sum + putBack, 0)).toBeGreaterThan(0);
  }, 120_000);
});
