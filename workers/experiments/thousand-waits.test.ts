import { describe, expect, it } from 'vitest';
import { thousandWaits as definition } from '@core/experiments/thousand-waits/definition';
import { resolvePlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import { bodyOf } from './bodies';
import type { CellWork } from './body';

const body = bodyOf(definition);
const plan = resolvePlan(definition, {
  preset: 'quick',
  seed: 5,
  parameters: { latencyMs: 6, waitMs: 300 },
  lowerPriority: true,
});

function workOf(part: string, id: string): CellWork {
  const condition = definition.conditions.find((one) => one.id === id);
  if (!condition) throw new Error(`no ${id}`);
  return body.work(part, condition, plan, { blocked: 700 });
}

function ordersOf(part: string, id: string) {
  const work = workOf(part, id);
  if (!('seats' in work)) throw new Error('has no seats');
  return Object.values(work.seats);
}

const withoutBlock = (steps: readonly Step[]) => steps.filter(({ task }) => task !== 'long-wait');

describe('the work of thousand-waits', () => {
  it.each([
    ['sync', 'sync', 1],
    ['async', 'async', 32],
    ['async-again', 'async', 32],
    ['one-blocks', 'async', 33],
    ['process-sync', 'sync', 1],
    ['process-async', 'async', 32],
  ])('beside requests, %s: %s with %d in flight, the same 32 requests, and a heartbeat', (id, mode, inFlight) => {
    const [order, ...others] = ordersOf('requests', id);
    expect(others).toEqual([]);
    expect(order).toMatchObject({ mode, inFlight });
    expect(withoutBlock(order?.steps ?? [])).toEqual(ordersOf('requests', 'sync')[0]?.steps);
    expect(withoutBlock(order?.steps ?? [])).toHaveLength(32);
    expect(order?.steps[0]).toEqual({ task: 'task-1', kind: 'socket', latencyMs: 6, seed: 6 });
    expect(workOf('requests', id).beats).toEqual(['worker-1']);
  });

  it('has one more task in one condition, which blocks whatever the mode is, after all others have begun', () => {
    expect(ordersOf('requests', 'one-blocks')[0]?.steps.at(-1)).toEqual({
      task: 'long-wait',
      kind: 'wait',
      durationMs: 100,
      blocks: true,
    });
    expect(workOf('requests', 'idle')).toEqual({ idleMs: 32 * 6 + 40, beats: ['worker-1'] });
  });

  it('computes the same beside a wait that blocks and one that is awaited', () => {
    const [blocks] = ordersOf('blocked', 'blocks');
    const [awaits] = ordersOf('blocked', 'awaits');
    expect(blocks?.steps[0]).toEqual({ task: 'long-wait', kind: 'wait', durationMs: 100, blocks: true });
    expect(awaits?.steps[0]).toEqual({ task: 'long-wait', kind: 'wait', durationMs: 100 });
    expect(blocks?.steps.slice(1)).toEqual(awaits?.steps.slice(1));
    expect(awaits?.steps.slice(1)).toHaveLength(10);
    expect(awaits?.steps[1]).toMatchObject({ kind: 'compute', iterations: 700 });
    for (const order of [blocks, awaits]) expect(order).toMatchObject({ mode: 'async', inFlight: 11 });
    expect(body.calibrations?.(plan)).toEqual([{ name: 'blocked', operation: 'knead', wantedMs: 10 }]);
  });

  it('has 1,000 requests in flight on one thread, and one blocked wait on each of 8', () => {
    const [connections] = ordersOf('thousand', 'connections');
    expect(connections).toMatchObject({ mode: 'async', inFlight: 1000 });
    expect(connections?.steps).toHaveLength(1000);
    expect(new Set(connections?.steps.map(({ task }) => task)).size).toBe(1000);
    const threads = ordersOf('thousand', 'threads');
    expect(threads).toHaveLength(8);
    for (const [index, { mode, steps }] of threads.entries()) {
      expect(mode).toBe('sync');
      expect(steps).toEqual([{ task: `wait-${index + 1}`, kind: 'wait', durationMs: 300 }]);
    }
    expect(ordersOf('thousand', 'threads-again')).toEqual(threads);
  });

  it('needs the server, and executes every cell once', () => {
    expect(body.needs?.(plan)).toEqual({ services: 'server' });
    for (const { id } of definition.parts) expect(body.shortestCellMs(id, plan)).toBeGreaterThanOrEqual(100);
    for (const condition of definition.conditions) expect(body.queues?.(condition)).toBe(false);
  });
});
