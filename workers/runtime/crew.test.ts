import { describe, expect, it } from 'vitest';
import type { Step } from '@core/protocol/step';
import { createClock } from '../measurement/clock';
import { createColdCrew, createCrew, createPartCrew, withQueueTimes } from './crew';
import { chosenOf } from './hire-crews';
import { deadlockCode, RunFailure } from './run-failure';
import { localWorker } from './testing/local-worker';

const clock = createClock();
const wait = (task: string): Step => ({ task, kind: 'wait', durationMs: 1 });
const options = { clock, taskTimeoutMs: 10_000, inFlight: 1 };

describe('crew', () => {
  it('hands every task of a queue to exactly one worker, one ticket each', async () => {
    const workers = [localWorker('worker-1', true), localWorker('worker-2', true)];
    const crew = createCrew(
      workers.map(({ member }) => member),
      { ...options, queues: true },
    );
    await crew.prepare(3);
    const queue = Array.from({ length: 20 }, (_, i) => wait(`task-${i}`));
    const { stamps } = await crew.execute({ queue, mode: 'sync' }, 3);
    const given = workers.flatMap((worker) => worker.given);
    expect(given.map(({ steps }) => steps[0]?.task).sort()).toEqual(queue.map(({ task }) => task).sort());
    expect(given.every(({ cell, steps, mode }) => cell === 3 && steps.length === 1 && mode === 'sync')).toBe(true);
    expect([...stamps.keys()].sort((a, b) => a - b)).toEqual(queue.map((_, i) => i));
    const accounts = await crew.account(3);
    const tasks = withQueueTimes(accounts, stamps, true);
    expect(tasks).toHaveLength(20);
    for (const { sentNs, answeredNs } of tasks) expect(answeredNs).toBeGreaterThanOrEqual(sentNs ?? Infinity);
  });

  it('hands out each order when it is due and not before, to whoever is there where nobody is hired', async () => {
    const { member, given } = localWorker('you', false);
    const crew = createCrew([member], { ...options, inFlight: 5, queues: true });
    await crew.prepare(1);
    const queue = Array.from({ length: 5 }, (_, i) => wait(`task-${i}`));
    const beginNs = clock.now();
    const { stamps } = await crew.execute({ queue, mode: 'async', dueMs: [0, 4, 8, 12, 16] }, 1);
    expect(given.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
    for (const [n, { queuedNs }] of stamps) expect(queuedNs - beginNs).toBeGreaterThanOrEqual(4e6 * n);
  });

  it('gives each seat its own ticket and leaves the others idle', async () => {
    const [you, cook] = [localWorker('you', false), localWorker('cook-1', true)];
    const crew = createCrew([you.member, cook.member], { ...options, queues: false });
    await crew.prepare(1);
    const { stamps } = await crew.execute(
      { seats: { you: { mode: 'async', inFlight: 2, steps: [wait('a'), wait('b')] } } },
      1,
    );
    expect(you.given).toMatchObject([{ cell: 1, n: 0, mode: 'async', inFlight: 2 }]);
    expect(cook.given).toEqual([]);
    expect(stamps.size).toBe(1);
    expect(withQueueTimes(await crew.account(1), stamps, false).every((task) => task.sentNs === undefined)).toBe(true);
  });

  it('asks for a heartbeat at the named seats alone, and for nothing unless told', async () => {
    const [loop, helper] = [localWorker('loop', false), localWorker('worker-1', true)];
    const crew = createCrew([loop.member, helper.member], { ...options, queues: false });
    await crew.prepare(1, { beats: ['loop'] });
    await crew.prepare(2, { watchLoop: true });
    await crew.prepare(3);
    const asked = ({ prepared }: typeof loop) => prepared.map(({ watchLoop, beats }) => [watchLoop, beats]);
    expect(asked(loop)).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(asked(helper)).toEqual([
      [false, false],
      [true, false],
      [false, false],
    ]);
  });

  it('ends with the reason of a worker that is lost in the middle of its task', async () => {
    const workers = [localWorker('worker-1', true), localWorker('worker-2', true)];
    for (const worker of workers) worker.hang();
    const crew = createCrew(
      workers.map(({ member }) => member),
      { ...options, queues: true },
    );
    const running = crew.execute({ queue: [wait('a'), wait('b'), wait('c')], mode: 'sync' }, 1);
    const ended = expect(running).rejects.toMatchObject({ reason: 'killed' });
    await Promise.resolve();
    workers[1]?.lose(new RunFailure('killed', 'The process was killed.'));
    await ended;
  });

  it('ends as unresponsive when a task takes longer than its limit', async () => {
    const worker = localWorker('worker-1', true);
    worker.hang();
    const crew = createCrew([worker.member], { ...options, taskTimeoutMs: 20, queues: true });
    await expect(crew.execute({ queue: [wait('a')], mode: 'sync' }, 1)).rejects.toMatchObject({
      reason: 'unresponsive',
    });
  });

  it('refuses work that does not fit the condition', async () => {
    const crew = createCrew([localWorker('you', false).member], { ...options, queues: false });
    await expect(crew.execute({ queue: [], mode: 'sync' }, 1)).rejects.toThrow('no queue');
    await expect(crew.execute({ seats: { her: { mode: 'sync', inFlight: 1, steps: [] } } }, 1)).rejects.toThrow(
      'no seat her',
    );
  });
});

describe('a crew of a part that allows more than completed', () => {
  const gone = new RunFailure('worker-crashed', 'The worker c/worker-1 ended.');

  /** Two workers behind one queue, the first of which hangs; whoever succeeds a lost one is among `workers` too. */
  function twoOfWhomOneHangs(changes: Partial<Parameters<typeof createCrew>[1]> = {}) {
    const workers = [localWorker('worker-1', true), localWorker('worker-2', true)];
    workers[0]?.hang();
    const rehire = (seat: string) => {
      const successor = localWorker(seat, true);
      workers.push(successor);
      const { member } = successor;
      return Promise.resolve({ ...member, handle: { ...member.handle, id: `c/${seat}/2` } });
    };
    const members = workers.map(({ member }) => member);
    return { workers, crew: createCrew(members, { ...options, queues: true, rehire, ...changes }) };
  }
  const queue = ['a', 'b', 'c', 'd'].map(wait);

  it('stores who was lost, lets the others finish, and gets a successor', async () => {
    const { workers, crew } = twoOfWhomOneHangs();
    await crew.prepare(1, { watchLoop: true });
    const running = crew.execute({ queue, mode: 'sync' }, 1, undefined, ['worker-lost']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    workers[0]?.lose(gone);
    const { stamps, lost, outcome } = await running;
    expect(outcome).toEqual({ status: 'worker-lost', reason: gone.message });
    expect(lost).toMatchObject([{ outcome: 'worker-lost' }]);
    expect(
      [...stamps.values()]
        .map(({ task }) => task.steps[0]?.task)
        .concat(lost.map(({ task }) => task))
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
    await crew.rest();
    expect(crew.takeNewcomers().map(({ handle }) => handle.id)).toEqual(['c/worker-1/2']);
    expect(crew.takeNewcomers()).toEqual([]);
    expect(crew.members.map(({ handle }) => handle.id)).toEqual(['c/worker-1/2', 'c/worker-2']);
    // The successor was told what the others had been told.
    expect(workers[2]?.prepared[0]).toMatchObject({ cell: 1, watchLoop: true });
    await crew.prepare(2);
    const next = await crew.execute({ queue, mode: 'sync' }, 2, undefined, ['worker-lost']);
    expect(next.stamps.size).toBe(4);
    expect(next.lost).toEqual([]);
    expect(next).not.toHaveProperty('outcome');
  });

  it('goes on with the last step of a lost order, alone, with the successor', async () => {
    const { workers, crew } = twoOfWhomOneHangs({ queues: false });
    await crew.prepare(1);
    const order = (steps: readonly Step[]) => ({ mode: 'async', inFlight: 2, steps }) as const;
    const seats = {
      'worker-1': { ...order([wait('a'), wait('b')]), again: wait('next') },
      'worker-2': order([wait('c')]),
    };
    const running = crew.execute({ seats }, 1, undefined, ['worker-lost']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    workers[0]?.lose(gone);
    const { stamps, lost } = await running;
    expect(lost.map(({ task, worker }) => [task, worker])).toEqual([
      ['a', 'c/worker-1'],
      ['b', 'c/worker-1'],
    ]);
    expect(workers[2]?.given.map(({ steps }) => steps)).toEqual([[wait('next')]]);
    expect([...stamps.keys()].sort()).toEqual([1, 2]);
  });

  it('ends an order after its own time, not that of all its tasks', async () => {
    const { crew } = twoOfWhomOneHangs({ queues: false, taskTimeoutMs: 60_000 });
    await crew.prepare(1);
    const order = { mode: 'async', inFlight: 1, steps: [wait('a')], timeoutMs: 20 } as const;
    const { lost } = await crew.execute({ seats: { 'worker-1': order } }, 1, undefined, ['timed-out']);
    expect(lost).toMatchObject([{ task: 'a', outcome: 'timed-out' }]);
  });

  it('ends the run with what the part does not allow', async () => {
    const { workers, crew } = twoOfWhomOneHangs();
    await crew.prepare(1);
    const running = crew.execute({ queue, mode: 'sync' }, 1, undefined, ['timed-out', 'failed']);
    const ended = expect(running).rejects.toMatchObject({ reason: 'worker-crashed' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    workers[0]?.lose(gone);
    await ended;
    const disk = Object.assign(new Error('full'), { code: 'ENOSPC' });
    const full = createCrew([localWorker('worker-1', true, () => Promise.reject(disk)).member], {
      ...options,
      queues: true,
    });
    await full.prepare(1);
    const allowed = ['worker-lost', 'timed-out', 'deadlocked', 'failed'] as const;
    await expect(full.execute({ queue, mode: 'sync' }, 1, undefined, allowed)).rejects.toMatchObject({
      reason: 'disk-full',
    });
  });

  it('stores a time-out, ends the worker that hangs, and asks nothing more of it', async () => {
    const { crew } = twoOfWhomOneHangs({ taskTimeoutMs: 20 });
    await crew.prepare(1);
    const { lost, outcome } = await crew.execute({ queue, mode: 'sync' }, 1, undefined, ['timed-out']);
    expect(outcome?.status).toBe('timed-out');
    expect(lost).toMatchObject([{ outcome: 'timed-out' }]);
    const begin = performance.now();
    const accounts = await crew.account(1);
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(accounts).toHaveLength(2);
    await crew.rest();
    expect(crew.members[0]?.handle.id).toBe('c/worker-1/2');
  });

  it('tells a deadlock from another failure of a task, by the code of the error', async () => {
    const deadlock = Object.assign(new Error('Each waits for the other.'), { code: deadlockCode });
    for (const [error, status] of [
      [deadlock, 'deadlocked'],
      [new Error('broken'), 'failed'],
    ] as const) {
      const worker = localWorker('you', false, ({ n }) => (n === 0 ? Promise.reject(error) : null));
      const crew = createCrew([worker.member], { ...options, queues: false });
      await crew.prepare(1);
      const work = { seats: { you: { mode: 'async', inFlight: 1, steps: [wait('a')] } } } as const;
      const { outcome, lost } = await crew.execute(work, 1, undefined, [status]);
      expect(outcome?.status).toBe(status);
      expect(lost).toMatchObject([{ task: 'a', worker: 'c/you', outcome: status }]);
      // The worker lives and tells what it did.
      expect((await crew.account(1))[0]).toMatchObject({ type: 'accounted' });
      await crew.rest();
      expect(crew.takeNewcomers()).toEqual([]);
    }
  });
});

describe('cold crew', () => {
  it('hires inside the cell, and dismisses after it', async () => {
    const hired: ReturnType<typeof localWorker>[] = [];
    let dismissed = 0;
    const hire = () => {
      const worker = localWorker('worker-1', true);
      const dismiss = (): Promise<void> => {
        dismissed++;
        return Promise.resolve();
      };
      hired.push(worker);
      return Promise.resolve([{ ...worker.member, handle: { ...worker.member.handle, dismiss } }]);
    };
    const crew = createColdCrew(hire, { ...options, queues: true });
    for (const cell of [1, 2]) {
      await crew.prepare(cell);
      expect(crew.members).toEqual([]);
      expect((await crew.execute({ queue: [wait('a'), wait('b')], mode: 'sync' }, cell)).stamps.size).toBe(2);
      expect(await crew.account(cell)).toHaveLength(1);
      await crew.rest();
    }
    expect(hired.map((worker) => worker.given.length)).toEqual([2, 2]);
    expect(dismissed).toBe(2);
  });
});

describe('a crew that several conditions have in common', () => {
  const everybody = Array.from({ length: 8 }, (_, index) => index);
  const chosen = (cell: number, condition = 'threads-2', seed = 7) => chosenOf(everybody, 2, { seed, condition, cell });

  it('lends each cell so many, chosen by seed, condition and cell, in the order of their seats, everybody as often', () => {
    expect(chosen(5)).toEqual(chosen(5));
    const often = new Map<number, number>();
    for (let cell = 0; cell < 2000; cell++) {
      const [first = -1, second = -1, ...others] = chosen(cell);
      expect(others).toEqual([]);
      expect(first).toBeLessThan(second);
      for (const one of [first, second]) often.set(one, (often.get(one) ?? 0) + 1);
    }
    // 500 each; six standard deviations are about 120.
    for (const one of everybody) expect(Math.abs((often.get(one) ?? 0) - 500)).toBeLessThan(120);
    const many = (condition: string, seed?: number) =>
      Array.from({ length: 20 }, (_, cell) => chosen(cell, condition, seed));
    expect(many('threads-2')).not.toEqual(many('threads-2-again'));
    expect(many('threads-2')).not.toEqual(many('threads-2', 8));
    expect(chosenOf(everybody, 8, { seed: 1, condition: 'threads-8', cell: 1 })).toEqual(everybody);
  });

  it('gives tasks to those who were chosen alone, one cell after the other, and has accounts of them alone', async () => {
    const workers = Array.from({ length: 4 }, (_, index) => localWorker(`worker-${index + 1}`, true));
    const members = workers.map(({ member }) => member);
    const pairs = [
      [0, 1],
      [1, 3],
      [0, 1],
    ];
    const choose = (cell: number) => (pairs[cell] ?? []).flatMap((index) => members[index] ?? []);
    const crew = createPartCrew(members, choose, { ...options, queues: true });
    expect(crew.members).toHaveLength(4);
    for (const [cell, pair] of pairs.entries()) {
      const before = workers.map(({ given }) => given.length);
      await crew.prepare(cell);
      const queue = Array.from({ length: 12 }, (_, task) => wait(`task-${task}`));
      const { stamps } = await crew.execute({ queue, mode: 'sync' }, cell);
      expect(stamps.size).toBe(12);
      expect((await crew.account(cell)).length).toBe(2);
      expect(crew.members).toEqual(choose(cell));
      await crew.rest();
      for (const [index, { given }] of workers.entries()) {
        const got = given.length - (before[index] ?? 0);
        if (pair.includes(index)) expect(got).toBeGreaterThan(0);
        else expect(got).toBe(0);
      }
    }
  });

  it('ends the run when one of the chosen is lost', async () => {
    const workers = [localWorker('worker-1', true), localWorker('worker-2', true)];
    const members = workers.map(({ member }) => member);
    const crew = createPartCrew(members, () => members, { ...options, queues: true });
    await crew.prepare(1);
    for (const worker of workers) worker.hang();
    const executed = crew.execute({ queue: [wait('a'), wait('b')], mode: 'sync' }, 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    workers[0]?.lose(new RunFailure('worker-crashed', 'gone'));
    await expect(executed).rejects.toThrow('gone');
  });
});

describe('a cell in which nothing runs', () => {
  it('lasts as long as it is told, gives nobody a ticket, and has an account of who stood idle', async () => {
    const worker = localWorker('host', false);
    const crew = createCrew([worker.member], { ...options, queues: false });
    await crew.prepare(1);
    const startMs = performance.now();
    const { stamps, lost } = await crew.execute({ idleMs: 30 }, 1);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(28);
    expect([stamps.size, lost.length, worker.given.length]).toEqual([0, 0, 0]);
    expect(await crew.account(1)).toHaveLength(1);
  });
});
