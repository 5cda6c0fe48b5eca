import { setTimeout as pause } from 'node:timers/promises';
import type { CellOutcome } from '@core/experiments/definition-types';
import type { LostTask, TaskRecord } from '@core/record/events';
import type { CellAccount, FromWorker, PayloadData, Ticket, ToWorker } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import type { CellWork, Order } from '../experiments/body';
import { passPayload } from './pass-payload';
import { createPool } from './pool/pool';
import type { Pool, TaskStamp } from './pool/pool-types';
import { cellOutcomeOf, failureOf, RunFailure } from './run-failure';
import type { WorkerHandle } from './worker-handle';

/** One worker at its seat. */
export interface SeatedWorker {
  readonly seat: string;
  readonly hired: boolean;
  readonly handle: WorkerHandle;
}

/** What came of the work of a cell. */
export interface Executed {
  readonly stamps: TicketStamps;
  /** Tasks without a result, in the order in which that was known. */
  readonly lost: readonly LostTask[];
  /** The first failure that the part allows; absent: every ticket was answered. */
  readonly outcome?: { readonly status: CellOutcome; readonly reason: string };
}

/** An order that was sent to a seat, or to a queue. */
interface SentOrder {
  readonly order: Order;
  /** Who had it; absent where a queue hands out orders. */
  readonly worker?: string | undefined;
  readonly answer: Promise<null>;
  /** Goes on where the order failed; absent where nothing is to follow. */
  readonly sendAgain?: () => Promise<void>;
}

/** When tickets were sent and answered, by number. */
export type TicketStamps = ReadonlyMap<number, TaskStamp<Ticket>>;

/** What is probed while a cell goes on. */
export type Watched = Pick<CellWork, 'watchLoop' | 'beats' | 'waitPerTask'>;

/** The workers of one condition, and the queue that hands out tasks. They stay the same during the whole run. */
export interface Crew {
  readonly members: readonly SeatedWorker[];
  /** True if the hired members are hired anew inside each cell. */
  readonly cold: boolean;
  /** Reads every member's counters and has it write down what it does from now on. */
  prepare(cell: number, watched?: Watched): Promise<void>;
  /**
   * Executes the work of a cell. Settles when every ticket was answered or has failed.
   * @param payload what is passed, where the work is to pass a payload; made before the cell
   * @param allows how the cell may end besides `completed`
   * @throws RunFailure if a worker is lost, a task fails or takes too long, and that is not allowed
   */
  execute(work: CellWork, cell: number, payload?: PayloadData, allows?: readonly CellOutcome[]): Promise<Executed>;
  /** What every member wrote down, in the order of the members; undefined for one that was lost in this cell. */
  account(cell: number): Promise<readonly (CellAccount | undefined)[]>;
  /** Ends what belongs to this cell alone, and waits until whoever was lost has a successor. */
  rest(): Promise<void>;
  /** Who took the place of a lost member since this was last asked, and has it still. Asked after `rest`. */
  takeNewcomers(): readonly SeatedWorker[];
}

export interface CrewOptions {
  readonly clock: RunClock;
  /** Longest time a single task may take, in milliseconds. */
  readonly taskTimeoutMs: number;
  /** Whether the hired members take tasks from one queue; otherwise every member has one of its own. */
  readonly queues: boolean;
  /** Tasks that a member may have at once. */
  readonly inFlight: number;
  /**
   * Hires a successor for a seat, where a part of the condition allows that a worker is lost or takes too long; absent: the
   * first loss ends the run.
   */
  readonly rehire?: (seat: string) => Promise<SeatedWorker>;
}

/** A successor is looked for this often, and must be there after this time at the latest, in milliseconds. */
const successorPollMs = 5;
const successorTimeoutMs = 20_000;

/** Preparing and accounting only read counters; a worker that needs longer than this is lost. */
const counterTimeoutMs = 10_000;

type TicketPool = Pool<Ticket, null>;

/** Puts a condition's workers behind their queues. Nothing is sent yet. */
export function createCrew(hired: readonly SeatedWorker[], options: CrewOptions): Crew {
  const members = [...hired];
  let stamps = new Map<number, TaskStamp<Ticket>>();
  let lost: LostTask[] = [];
  let newcomers: SeatedWorker[] = [];
  /** Ended by a queue: they answer no more. */
  const ended = new Set<string>();
  /** What a successor is told before its first task. */
  let preparation: { readonly cell: number; readonly watched: Watched } = { cell: -1, watched: {} };
  const { rehire } = options;

  function poolOf(workers: readonly SeatedWorker[]): TicketPool {
    const seated = new Set<number>();
    const pool = createPool<Ticket, null>({
      workers: workers.length,
      hire: (slot) => {
        const { seat, handle } = memberAt(workers, slot);
        if (!rehire || !seated.has(slot)) {
          seated.add(slot);
          return Promise.resolve(linkOf(handle));
        }
        return succeed(seat, rehire);
      },
      inFlightPerWorker: options.queues ? options.inFlight : 1,
      // Where a loss is no result the run ends with it: what was left half done cannot be compared with anything.
      whenLost: rehire ? 'replace' : 'stop',
      batch: options.queues ? 'adaptive' : 'single',
      now: options.clock.now,
      onAnswered: (stamp) => stamps.set(stamp.task.n, stamp),
    });
    // A worker lost while nothing runs is reported by whoever asks it next.
    pool.ready.catch(() => undefined);
    return pool;
  }

  async function succeed(seat: string, hire: (seat: string) => Promise<SeatedWorker>): Promise<WorkerHandle['link']> {
    const newcomer = await hire(seat);
    members[members.findIndex((one) => one.seat === seat)] = newcomer;
    newcomers.push(newcomer);
    await prepareOne(newcomer);
    return linkOf(newcomer.handle);
  }

  function linkOf({ id, link }: WorkerHandle): WorkerHandle['link'] {
    return {
      ...link,
      end() {
        ended.add(id);
        return link.end();
      },
    };
  }

  function prepareOne(member: SeatedWorker): Promise<unknown> {
    const { cell, watched } = preparation;
    const { watchLoop = false, beats = [], waitPerTask = false } = watched;
    const probes = { watchLoop, beats: beats.includes(member.seat), waitPerTask };
    return ask(member, { type: 'prepare', cell, ...probes }, 'prepared');
  }

  const staff = members.filter((member) => member.hired);
  const queueing = staff.length > 0 ? staff : members;
  const common = options.queues ? poolOf(queueing) : undefined;
  const own = new Map(options.queues ? [] : members.map((member) => [member.seat, poolOf([member])]));
  const places = options.queues ? queueing.length : members.length;

  function present(): number {
    return [...(common ? [common] : []), ...own.values()].reduce((sum, pool) => sum + pool.counts().workers, 0);
  }

  function send(pool: TicketPool, cell: number, n: number, { timeoutMs, ...order }: Order): Promise<null> {
    return pool.run({ cell, n, ...order }, { timeoutMs: timeoutMs ?? options.taskTimeoutMs * order.steps.length });
  }

  /** How an order that was lost goes on: with its last step alone, at the same seat as soon as somebody sits there. */
  function againTo(pool: TicketPool, cell: number, n: number, { again, mode }: Order): Pick<SentOrder, 'sendAgain'> {
    if (!again) return {};
    return {
      async sendAgain() {
        try {
          await send(pool, cell, n, { mode, inFlight: 1, steps: [again] });
        } catch (error) {
          throw failureOf(error);
        }
      },
    };
  }

  /** Not before: a timer may end a part of a millisecond early. */
  async function until(dueNs: number): Promise<void> {
    for (let leftNs = dueNs - options.clock.now(); leftNs > 0; leftNs = dueNs - options.clock.now()) {
      await pause(Math.ceil(leftNs / 1e6));
    }
  }

  /** Waits for all tickets; of those that failed, their tasks are lost. @throws RunFailure for what is not allowed */
  async function settle(tickets: readonly SentOrder[], allows: readonly CellOutcome[]): Promise<Executed> {
    if (allows.length === 0) {
      // The usual way: nothing is added to the timed section but the waiting itself.
      try {
        await Promise.all(tickets.map(({ answer }) => answer));
      } catch (error) {
        throw failureOf(error);
      }
      return { stamps, lost };
    }
    let outcome: Executed['outcome'];
    await Promise.all(
      tickets.map(async ({ order, worker = null, answer, sendAgain }) => {
        try {
          await answer;
        } catch (error) {
          const failure = failureOf(error);
          const status = cellOutcomeOf(failure);
          if (!status || !allows.includes(status)) throw failure;
          outcome ??= { status, reason: failure.message };
          const knownNs = options.clock.now();
          for (const { task } of order.steps) lost.push({ task, worker, outcome: status, knownNs });
          await sendAgain?.();
        }
      }),
    );
    return { stamps, lost, ...(outcome && { outcome }) };
  }

  async function ask<T extends 'prepared' | 'accounted'>(
    { handle }: SeatedWorker,
    message: Extract<ToWorker, { type: 'prepare' | 'account' }>,
    answer: T,
  ): Promise<Extract<FromWorker, { type: T }>> {
    const answered = handle.answers.next(answer, counterTimeoutMs);
    handle.post(message);
    return (await answered).message;
  }

  return {
    members,
    cold: false,
    async rest() {
      const untilMs = performance.now() + successorTimeoutMs;
      while (rehire && lost.length > 0 && present() < places) {
        if (performance.now() > untilMs) throw new RunFailure('worker-crashed', 'A lost worker has no successor.');
        await pause(successorPollMs);
      }
    },
    takeNewcomers() {
      // Whoever was lost in turn can no longer say who it was.
      const taken = newcomers.filter((one) => members.includes(one));
      newcomers = [];
      return taken;
    },
    async prepare(cell, watched = {}) {
      stamps = new Map();
      lost = [];
      preparation = { cell, watched };
      await Promise.all(members.map(prepareOne));
    },
    async execute(work, cell, payload, allows = []) {
      if ('payload' in work) {
        const [first] = members;
        if (!first || !payload) throw new RunFailure('protocol-error', 'There is no payload, or nobody to get it.');
        const { clock, taskTimeoutMs } = options;
        stamps.set(0, await passPayload(first.handle, work.payload, payload, cell, clock, taskTimeoutMs));
        return { stamps, lost };
      }
      if ('idleMs' in work) {
        await pause(work.idleMs);
        return { stamps, lost };
      }
      if ('queue' in work) {
        if (!common) throw new RunFailure('protocol-error', 'The condition has no queue.');
        const { queue, mode, dueMs } = work;
        const beginNs = options.clock.now();
        const tickets = queue.map((step, n) => {
          const order = { mode, inFlight: 1, steps: [step] };
          const place = () => send(common, cell, n, order);
          return { order, answer: dueMs ? until(beginNs + (dueMs[n] ?? 0) * 1e6).then(place) : place() };
        });
        return settle(tickets, allows);
      }
      // In the order of the tickets: hired workers are sent off before the others begin.
      const seats = Object.entries(work.seats);
      const tickets = seats.map(([seat, order], n) => {
        const pool = own.get(seat);
        if (!pool) throw new RunFailure('protocol-error', `The condition has no seat ${seat}.`);
        const worker = members.find((member) => member.seat === seat)?.handle.id;
        return { order, worker, answer: send(pool, cell, n, order), ...againTo(pool, cell, n + seats.length, order) };
      });
      return settle(tickets, allows);
    },
    account: (cell) =>
      Promise.all(
        members.map(async (member) => {
          if (ended.has(member.handle.id)) return undefined;
          try {
            return await ask(member, { type: 'account', cell }, 'accounted');
          } catch (error) {
            if (lost.length > 0) return undefined;
            throw error;
          }
        }),
      ),
  };
}

/**
 * A crew whose members are hired inside the timed section of each cell and dismissed after it, so that their start-up is
 * part of the cell's time.
 */
export function createColdCrew(hire: () => Promise<readonly SeatedWorker[]>, options: CrewOptions): Crew {
  let crew: Crew | undefined;
  let watch: Watched = {};
  const present = (): Crew => {
    if (!crew) throw new RunFailure('protocol-error', 'Nobody is hired outside a cell.');
    return crew;
  };
  return {
    get members() {
      return crew?.members ?? [];
    },
    cold: true,
    prepare(_cell, watched = {}) {
      watch = watched;
      return Promise.resolve();
    },
    async execute(work, cell, payload, allows) {
      crew = createCrew(await hire(), options);
      await crew.prepare(cell, watch);
      return crew.execute(work, cell, payload, allows);
    },
    takeNewcomers: () => crew?.takeNewcomers() ?? [],
    account: (cell) => present().account(cell),
    async rest() {
      const { members } = present();
      crew = undefined;
      await Promise.all(members.map(({ handle }) => handle.dismiss()));
    },
  };
}

/**
 * A crew that works with some of the workers that several conditions have in common: for each cell as many as it takes,
 * chosen by the seed. They are warm already, and nobody is hired or dismissed.
 * @param everybody who there is, in the order of the seats
 * @param choose who works in a cell, by the cell's number
 */
export function createPartCrew(
  everybody: readonly SeatedWorker[],
  choose: (cell: number) => readonly SeatedWorker[],
  options: CrewOptions,
): Crew {
  let crew: Crew | undefined;
  const present = (): Crew => {
    if (!crew) throw new RunFailure('protocol-error', 'Nobody was chosen for this cell.');
    return crew;
  };
  return {
    get members() {
      return crew?.members ?? everybody;
    },
    cold: false,
    prepare(cell, watched) {
      // A queue of its own for those who were chosen: it takes the place of the one they had before.
      crew = createCrew(choose(cell), options);
      return crew.prepare(cell, watched);
    },
    execute: (work, cell, payload, allows) => present().execute(work, cell, payload, allows),
    takeNewcomers: () => [],
    account: (cell) => present().account(cell),
    rest: () => present().rest(),
  };
}

function memberAt(workers: readonly SeatedWorker[], slot: number): SeatedWorker {
  const member = workers[slot];
  if (!member) throw new RangeError(`There is no worker ${slot}.`);
  return member;
}

/** Adds to each task when its own ticket was sent and answered, where every task has a ticket of its own. */
export function withQueueTimes(
  accounts: readonly (CellAccount | undefined)[],
  stamps: TicketStamps,
  queued: boolean,
): TaskRecord[] {
  const tasks = accounts.flatMap((account) => account?.tasks ?? []);
  if (!queued) return tasks;
  const byTask = new Map([...stamps.values()].map((stamp) => [stamp.task.steps[0]?.task, stamp]));
  return tasks.map((task) => {
    const stamp = byTask.get(task.task);
    return stamp ? { ...task, sentNs: stamp.sentNs, answeredNs: stamp.gotNs } : task;
  });
}
