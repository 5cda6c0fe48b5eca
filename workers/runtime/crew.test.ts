import { describe, expect, it } from 'vitest';
import type { FromWorker, Ticket, ToWorker } from '../protocol';
import type { Step } from '../workloads/step';
import { createClock } from '../measurement/clock';
import { createColdCrew, createCrew, withQueueTimes } from './crew';
import type { SeatedWorker } from './crew';
import { createMailbox } from './mailbox';
import type { LinkEvents } from './pool/pool-types';
import { createTaskServer } from './pool/serve-tasks';
import { RunFailure } from './run-failure';

const clock = createClock();
const noCounters = { voluntarySwitches: null, involuntarySwitches: null, utilization: null, loopDelay: null };

/** A worker in this thread that answers at once; what it was given can be looked at, and it can be lost. */
function localWorker(seat: string, hired: boolean) {
  const mailbox = createMailbox(seat);
  const given: Ticket[] = [];
  const prepared: Extract<ToWorker, { type: 'prepare' }>[] = [];
  let events: LinkEvents<null> | undefined;
  let stuck = false;
  const server = createTaskServer<Ticket, null>(
    (ticket) => {
      given.push(ticket);
      return stuck ? new Promise(() => undefined) : null;
    },
    (message) => queueMicrotask(() => events?.received(message)),
  );
  const post = (message: ToWorker): void => {
    let answer: FromWorker | undefined;
    if (message.type === 'tasks') server.receive(message);
    if (message.type === 'prepare') {
      prepared.push(message);
      answer = { type: 'prepared', cell: message.cell };
    }
    if (message.type === 'account') {
      const { cell } = message;
      const tasks = given.flatMap(({ steps }) =>
        steps.map(({ task }) => ({ task, worker: seat, startNs: 1, servedNs: 2, iterations: 0, checksum: null })),
      );
      answer = { type: 'accounted', cell, cpuNs: 5, counters: noCounters, spans: [], tickets: [], tasks };
    }
    if (answer) mailbox.deliver(answer, clock.now());
  };
  const member: SeatedWorker = {
    seat,
    hired,
    handle: {
      id: `c/${seat}`,
      kind: 'thread',
      requestedNs: 0,
      readyNs: 1,
      post,
      answers: mailbox,
      onEcho: () => undefined,
      link: { id: `c/${seat}`, post, listen: (one) => (events = one), end: () => Promise.resolve() },
      dismiss: () => Promise.resolve(),
    },
  };
  return {
    member,
    given,
    prepared,
    hang: () => (stuck = true),
    lose: (reason: RunFailure) => events?.lost(reason),
  };
}

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
    const stamps = await crew.execute({ queue, mode: 'sync' }, 3);
    const given = workers.flatMap((worker) => worker.given);
    expect(given.map(({ steps }) => steps[0]?.task).sort()).toEqual(queue.map(({ task }) => task).sort());
    expect(given.every(({ cell, steps, mode }) => cell === 3 && steps.length === 1 && mode === 'sync')).toBe(true);
    expect([...stamps.keys()].sort((a, b) => a - b)).toEqual(queue.map((_, i) => i));
    const accounts = await crew.account(3);
    const tasks = withQueueTimes(accounts, stamps, true);
    expect(tasks).toHaveLength(20);
    for (const { sentNs, answeredNs } of tasks) expect(answeredNs).toBeGreaterThanOrEqual(sentNs ?? Infinity);
  });

  it('gives each seat its own ticket and leaves the others idle', async () => {
    const [you, cook] = [localWorker('you', false), localWorker('cook-1', true)];
    const crew = createCrew([you.member, cook.member], { ...options, queues: false });
    await crew.prepare(1);
    const stamps = await crew.execute(
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
      expect((await crew.execute({ queue: [wait('a'), wait('b')], mode: 'sync' }, cell)).size).toBe(2);
      expect(await crew.account(cell)).toHaveLength(1);
      await crew.rest();
    }
    expect(hired.map((worker) => worker.given.length)).toEqual([2, 2]);
    expect(dismissed).toBe(2);
  });
});
