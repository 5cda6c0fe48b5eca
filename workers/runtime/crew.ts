import type { TaskRecord } from '@core/record/events';
import type { RunClock } from '../measurement/clock';
import type { CellWork, Order } from '../experiments/body';
import type { CellAccount, FromWorker, Ticket, ToWorker } from '../protocol';
import type { PayloadData } from '../workloads/payload';
import { passPayload } from './pass-payload';
import { createPool } from './pool/pool';
import type { Pool, TaskStamp } from './pool/pool-types';
import { failureOf, RunFailure } from './run-failure';
import type { WorkerHandle } from './worker-handle';

/** One worker at its seat. */
export interface SeatedWorker {
  readonly seat: string;
  readonly hired: boolean;
  readonly handle: WorkerHandle;
}

/** When tickets were sent and answered, by number. */
export type TicketStamps = ReadonlyMap<number, TaskStamp<Ticket>>;

/** What is probed while a cell goes on. */
export type Watched = Pick<CellWork, 'watchLoop' | 'beats'>;

/** The workers of one condition, and the queue that hands out tasks. They stay the same during the whole run. */
export interface Crew {
  readonly members: readonly SeatedWorker[];
  /** True if the hired members are hired anew inside each cell. */
  readonly cold: boolean;
  /** Reads every member's counters and has it write down what it does from now on. */
  prepare(cell: number, watched?: Watched): Promise<void>;
  /**
   * Executes the work of a cell. Settles when every ticket was answered.
   * @param payload what is passed, where the work is to pass a payload; made before the cell
   * @throws RunFailure if a worker is lost, a task fails or takes too long
   */
  execute(work: CellWork, cell: number, payload?: PayloadData): Promise<TicketStamps>;
  /** What every member wrote down, in the order of the members. */
  account(cell: number): Promise<readonly CellAccount[]>;
  /** Ends what belongs to this cell alone. */
  rest(): Promise<void>;
}

export interface CrewOptions {
  readonly clock: RunClock;
  /** Longest time a single task may take, in milliseconds. */
  readonly taskTimeoutMs: number;
  /** Whether the hired members take tasks from one queue; otherwise every member has one of its own. */
  readonly queues: boolean;
  /** Tasks that a member may have at once. */
  readonly inFlight: number;
}

/** Preparing and accounting only read counters; a worker that needs longer than this is lost. */
const counterTimeoutMs = 10_000;

type TicketPool = Pool<Ticket, null>;

/** Puts a condition's workers behind their queues. Nothing is sent yet. */
export function createCrew(members: readonly SeatedWorker[], options: CrewOptions): Crew {
  let stamps = new Map<number, TaskStamp<Ticket>>();

  function poolOf(workers: readonly SeatedWorker[]): TicketPool {
    const pool = createPool<Ticket, null>({
      workers: workers.length,
      hire: (slot) => Promise.resolve(memberAt(workers, slot).handle.link),
      inFlightPerWorker: options.queues ? options.inFlight : 1,
      // The run ends with the first worker that is lost: what it left half done cannot be compared with anything.
      whenLost: 'stop',
      batch: options.queues ? 'adaptive' : 'single',
      now: options.clock.now,
      onAnswered: (stamp) => stamps.set(stamp.task.n, stamp),
    });
    // A worker lost while nothing runs is reported by whoever asks it next.
    pool.ready.catch(() => undefined);
    return pool;
  }

  const hired = members.filter((member) => member.hired);
  const common = options.queues ? poolOf(hired) : undefined;
  const own = new Map(options.queues ? [] : members.map((member) => [member.seat, poolOf([member])]));

  async function send(pool: TicketPool, cell: number, n: number, order: Order): Promise<void> {
    const timeoutMs = options.taskTimeoutMs * order.steps.length;
    try {
      await pool.run({ cell, n, ...order }, { timeoutMs });
    } catch (error) {
      throw failureOf(error);
    }
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
    rest: () => Promise.resolve(),
    async prepare(cell, { watchLoop = false, beats = [] } = {}) {
      stamps = new Map();
      await Promise.all(
        members.map((member) =>
          ask(member, { type: 'prepare', cell, watchLoop, beats: beats.includes(member.seat) }, 'prepared'),
        ),
      );
    },
    async execute(work, cell, payload) {
      if ('payload' in work) {
        const [first] = members;
        if (!first || !payload) throw new RunFailure('protocol-error', 'There is no payload, or nobody to get it.');
        const { clock, taskTimeoutMs } = options;
        stamps.set(0, await passPayload(first.handle, work.payload, payload, cell, clock, taskTimeoutMs));
        return stamps;
      }
      if ('queue' in work) {
        if (!common) throw new RunFailure('protocol-error', 'The condition has no queue.');
        const { queue, mode } = work;
        await Promise.all(queue.map((step, n) => send(common, cell, n, { mode, inFlight: 1, steps: [step] })));
        return stamps;
      }
      // In the order of the tickets: hired workers are sent off before the others begin.
      const orders = Object.entries(work.seats).map(([seat, order], n) => {
        const pool = own.get(seat);
        if (!pool) throw new RunFailure('protocol-error', `The condition has no seat ${seat}.`);
        return send(pool, cell, n, order);
      });
      await Promise.all(orders);
      return stamps;
    },
    account: (cell) => Promise.all(members.map((member) => ask(member, { type: 'account', cell }, 'accounted'))),
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
    async execute(work, cell, payload) {
      crew = createCrew(await hire(), options);
      await crew.prepare(cell, watch);
      return crew.execute(work, cell, payload);
    },
    account: (cell) => present().account(cell),
    async rest() {
      const { members } = present();
      crew = undefined;
      await Promise.all(members.map(({ handle }) => handle.dismiss()));
    },
  };
}

function memberAt(workers: readonly SeatedWorker[], slot: number): SeatedWorker {
  const member = workers[slot];
  if (!member) throw new RangeError(`There is no worker ${slot}.`);
  return member;
}

/** Adds to each task when its own ticket was sent and answered, where every task has a ticket of its own. */
export function withQueueTimes(accounts: readonly CellAccount[], stamps: TicketStamps, queued: boolean): TaskRecord[] {
  const tasks = accounts.flatMap((account) => account.tasks);
  if (!queued) return tasks;
  const byTask = new Map([...stamps.values()].map((stamp) => [stamp.task.steps[0]?.task, stamp]));
  return tasks.map((task) => {
    const stamp = byTask.get(task.task);
    return stamp ? { ...task, sentNs: stamp.sentNs, answeredNs: stamp.gotNs } : task;
  });
}
