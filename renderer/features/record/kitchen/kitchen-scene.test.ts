import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { cellOf, kitchenOf, stationOf } from './kitchen-run';
import type { Kitchen } from './kitchen-run';
import { kitchenAt, momentBeside, momentsUntil } from './kitchen-scene';

const record = syntheticRecord({ rounds: 7 });
const ms = 1_000_000;

function kitchenFor(condition: string, part = 'first-course'): Kitchen {
  const cell = cellOf(record, { part, round: 1, repetition: 0 }, condition);
  if (!cell) throw new Error(`no cell of ${condition}`);
  return kitchenOf(record, eggsAndToast, cell);
}

describe('kitchenAt', () => {
  it.each(['sync', 'async', 'threads', 'processes'])('shows the recorded state of each cook of %s', (condition) => {
    const kitchen = kitchenFor(condition);
    for (const [index, cook] of kitchen.cooks.entries()) {
      for (const { state, task, startNs, endNs } of cook.spans) {
        for (const timeNs of [startNs, Math.floor((startNs + endNs) / 2), endNs - 1]) {
          const seen = kitchenAt(kitchen, timeNs).cooks[index];
          expect([seen?.state, seen?.task, seen?.sinceNs, seen?.untilNs]).toEqual([state, task, startNs, endNs]);
        }
      }
    }
  });

  it('has every task in exactly one place at every recorded moment', () => {
    for (const condition of ['sync', 'async', 'threads', 'processes']) {
      const kitchen = kitchenFor(condition);
      for (const timeNs of kitchen.momentsNs) {
        const { open, dishes, served, cooks } = kitchenAt(kitchen, timeNs);
        const held = cooks.flatMap(({ task, isHolding }) => (isHolding && task !== undefined ? [task] : []));
        const all = [...[...open, ...dishes, ...served].map(({ task }) => task), ...held];
        expect(all.toSorted()).toEqual(['cleaning', 'eggs', 'toast']);
      }
    }
  });

  it('lets eggs and toast get on by themselves while an async cook cleans', () => {
    const kitchen = kitchenFor('async');
    const { cooks, dishes } = kitchenAt(kitchen, 40 * ms);
    expect(cooks[0]).toMatchObject({ state: 'busy', task: 'cleaning', standing: 'post' });
    expect(dishes.map(({ task, station, isAttended }) => [task, station, isAttended])).toEqual([
      ['eggs', 'stove', false],
      ['toast', 'toaster', false],
    ]);
  });

  it('has a sync cook beside the stove, with the rest not begun', () => {
    const { cooks, dishes, open, messages } = kitchenAt(kitchenFor('sync'), 100 * ms);
    expect(cooks[0]).toMatchObject({ state: 'blocked', task: 'eggs', standing: 'stove' });
    expect(dishes).toMatchObject([{ task: 'eggs', station: 'stove', isAttended: true }]);
    expect(open.map(({ task }) => task)).toEqual(['toast', 'cleaning']);
    expect(messages).toBeUndefined();
  });

  it('tells the ticket from the answer', () => {
    const kitchen = kitchenFor('threads');
    const [, cook] = kitchen.cooks;
    const ways = (cook?.spans ?? []).filter(({ state }) => state === 'messaging');
    expect(ways.map(({ startNs }) => kitchenAt(kitchen, startNs).cooks[1]?.message)).toEqual(['ticket', 'answer']);
  });

  it('gives each process a house of its own, and threads one together', () => {
    expect(kitchenFor('threads').cooks.map(({ house }) => house)).toEqual([0, 0, 0]);
    expect(kitchenFor('processes').cooks.map(({ house }) => house)).toEqual([0, 1, 2]);
    expect(kitchenFor('processes').houses).toBe(3);
  });

  it('counts what a queue sent and what was answered', () => {
    const base = kitchenFor('threads', 'doughs');
    const [first, second] = base.tasks;
    if (!first || !second) throw new Error('two doughs were recorded');
    const tasks = [
      { ...first, startNs: 20, servedNs: 50, sentNs: 10, answeredNs: 60 },
      { ...second, cook: first.cook, startNs: 50, servedNs: 90, sentNs: 30, answeredNs: 95 },
    ];
    const queued = { ...base, tasks, byServed: tasks, totalNs: 100 };
    const seen = [0, 10, 35, 55, 100].map((timeNs) => {
      const scene = kitchenAt(queued, timeNs);
      return [scene.messages, scene.cooks[first.cook]?.tickets, scene.open.length, scene.served.length];
    });
    expect(seen).toEqual([
      [0, 0, 2, 0],
      [1, 1, 2, 0],
      [2, 1, 1, 0],
      [2, 0, 0, 1],
      [4, 0, 0, 2],
    ]);
  });

  it('stays at the ends of the execution', () => {
    const kitchen = kitchenFor('async');
    expect(kitchenAt(kitchen, -1)).toEqual(kitchenAt(kitchen, 0));
    expect(kitchenAt(kitchen, kitchen.totalNs * 2)).toEqual(kitchenAt(kitchen, kitchen.totalNs));
    expect(kitchenAt(kitchen, kitchen.totalNs).served).toHaveLength(3);
  });
});

describe('recorded moments', () => {
  it('are all visited by stepping, forwards and backwards', () => {
    const kitchen = kitchenFor('processes');
    const walk = (from: number, direction: 'next' | 'previous'): number[] => {
      const seen = [from];
      for (let at = momentBeside(kitchen, from, direction); at !== undefined;) {
        seen.push(at);
        at = momentBeside(kitchen, at, direction);
      }
      return seen;
    };
    expect(walk(0, 'next')).toEqual(kitchen.momentsNs);
    expect(walk(kitchen.totalNs, 'previous')).toEqual(kitchen.momentsNs.toReversed());
    for (const { spans } of kitchen.cooks) {
      for (const { startNs } of spans) expect(kitchen.momentsNs).toContain(startNs);
    }
  });

  it('are found from between two of them', () => {
    const moments = { momentsNs: [0, 10, 20] };
    expect(momentBeside(moments, 15, 'next')).toBe(20);
    expect(momentBeside(moments, 15, 'previous')).toBe(10);
    expect(momentBeside(moments, 20, 'next')).toBeUndefined();
    expect(momentBeside(moments, 0, 'previous')).toBeUndefined();
    expect([-1, 0, 9, 10, 99].map((timeNs) => momentsUntil(moments.momentsNs, timeNs))).toEqual([0, 1, 1, 2, 3]);
  });
});

describe('stationOf', () => {
  it('sends requests outside, other waiting tasks to the stove, and computing nowhere', () => {
    const [part] = eggsAndToast.parts;
    if (!part) throw new Error('a part');
    const work = { operation: 'none', taskMs: 5, tasks: 1, waitShare: 0, jitterShare: 0, chunkMs: null } as const;
    const stationFor = (workload: 'socket' | 'timer' | 'cpu') =>
      stationOf('task-1', { ...part, work: { ...work, workload } });
    expect([stationFor('socket'), stationFor('timer'), stationFor('cpu')]).toEqual(['delivery', 'stove', 'worktop']);
    expect(['eggs', 'toast', 'cleaning'].map((task) => stationOf(task, part))).toEqual(['stove', 'toaster', 'worktop']);
  });
});
