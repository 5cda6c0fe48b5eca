import { describe, expect, it } from 'vitest';
import type { LostTask } from '@core/record/events';
import type { Step } from '@core/protocol/step';
import type { CellAccount, Ticket } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { runCell } from './cell';
import type { Crew, Executed, SeatedWorker } from './crew';
import type { TaskStamp } from './pool/pool-types';

const clock = createClock();
const quiet = { readThrottling: () => null, hasHelpers: false };
const wait = (task: string): Step => ({ task, kind: 'wait', durationMs: 1 });

function seated(id: string): SeatedWorker {
  const handle = { id, requestedNs: 0, readyNs: 1 };
  return { seat: id, hired: true, handle } as unknown as SeatedWorker;
}

/** A crew of two that did what is given: `undefined` is the account of a member that was lost. */
function crewThatDid(executed: () => Executed, accounts: readonly (CellAccount | undefined)[]): Crew {
  return {
    members: [seated('c/worker-1'), seated('c/worker-2')],
    cold: false,
    prepare: () => Promise.resolve(),
    execute: () => Promise.resolve(executed()),
    account: () => Promise.resolve(accounts),
    rest: () => Promise.resolve(),
    takeNewcomers: () => [],
  };
}

function account(task: string): CellAccount {
  const counters = { voluntarySwitches: null, involuntarySwitches: null, utilization: null, loopDelay: null };
  const times = { worker: 'c/worker-2', startNs: clock.now(), servedNs: clock.now(), iterations: 0, checksum: 1 };
  return {
    type: 'accounted',
    cell: 0,
    cpuNs: 5,
    waitedNs: 1,
    counters,
    spans: [],
    tickets: [],
    tasks: [{ task, ...times }],
  };
}

describe('a cell in which a worker is lost', () => {
  it('stores what was lost, what was answered before the loss, and nothing invented about the lost worker', async () => {
    const stamp = (n: number, task: string, worker: string): TaskStamp<Ticket> => {
      const ticket: Ticket = { cell: 0, n, mode: 'sync', inFlight: 1, steps: [wait(task)] };
      return { id: n, task: ticket, worker, queuedNs: clock.now(), sentNs: clock.now(), gotNs: clock.now() };
    };
    let lostAtNs = 0;
    const execute = (): Executed => {
      const stamps = new Map([stamp(0, 'a', 'c/worker-1'), stamp(1, 'b', 'c/worker-2')].map((one, n) => [n, one]));
      lostAtNs = clock.now();
      const lost: LostTask[] = [{ task: 'd', worker: null, outcome: 'worker-lost', knownNs: lostAtNs }];
      return { stamps, lost, outcome: { status: 'worker-lost', reason: 'gone' } };
    };
    const context = { ...quiet, clock, sentinelIterations: 1, watchesCores: false, allows: ['worker-lost'] as const };
    const work = { queue: ['a', 'b', 'd'].map(wait), mode: 'sync' } as const;
    const crew = crewThatDid(execute, [undefined, account('b')]);
    const cell = await runCell([1, 'p', 'c'], 0, 0, crew, work, context);
    expect(cell.outcome).toEqual({ status: 'worker-lost', reason: 'gone' });
    expect(cell.lost).toEqual([
      { task: 'd', worker: null, outcome: 'worker-lost', knownNs: lostAtNs },
      { task: 'a', worker: 'c/worker-1', outcome: 'completed', knownNs: expect.any(Number) as number },
    ]);
    expect(cell.tasks.map(({ task }) => task)).toEqual(['b']);
    expect(cell.workers.map(({ worker }) => worker)).toEqual(['c/worker-2']);
    expect(cell.endNs).toBe(lostAtNs);
  });

  it('is stored as ever where nothing is lost', async () => {
    const crew = crewThatDid(() => ({ stamps: new Map(), lost: [] }), [account('a'), account('b')]);
    const context = { ...quiet, clock, sentinelIterations: 1, watchesCores: false };
    const cell = await runCell([1, 'p', 'c'], 0, 0, crew, { queue: [], mode: 'sync' }, context);
    expect(cell).not.toHaveProperty('outcome');
    expect(cell).not.toHaveProperty('lost');
    expect(cell.workers).toHaveLength(2);
  });
});
