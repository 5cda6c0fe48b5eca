import type { OutcomeMessage } from '@core/protocol/tasks';
import type { LinkEvents, PoolLink, PooledTask, PoolOptions } from './pool-types';
import { PoolError } from './pool-error';

/** One place for a worker. Who sits there changes when a worker is replaced. */
export interface Slot<Task, Answer> {
  readonly number: number;
  /** The worker, while it is ready. */
  link: PoolLink<Task, Answer> | undefined;
  phase: 'vacant' | 'hiring' | 'ready' | 'ending' | 'pausing';
  /** Tasks sent and not answered, in the order of sending, by number. */
  readonly sent: Map<number, PooledTask<Task, Answer>>;
  /** Holds a task that must have no company. */
  reserved: boolean;
  /** What a task costs the worker, and what sending it costs the pool, in milliseconds; NaN when unknown. */
  costMs: number;
  sendingMs: number;
  /** Hires in a row that came to nothing. */
  failures: number;
}

export interface StaffEvents<Task, Answer> {
  /** A worker is ready, or a slot became vacant: tasks may be dispatched. */
  changed(): void;
  received(slot: Slot<Task, Answer>, message: OutcomeMessage<Answer>): void;
  /** The worker is gone; its tasks are still in `sent`. */
  lost(slot: Slot<Task, Answer>, reason: Error): void;
  /** Hiring was given up, or the first loss ends the pool. Called once. */
  gaveUp(reason: Error): void;
}

/** The workers of a pool: hired, replaced, ended. */
export interface Staff<Task, Answer> {
  readonly slots: readonly Slot<Task, Answer>[];
  readonly hired: number;
  /** Settles when every slot has had a worker. Never rejects. */
  hireAll(): Promise<void>;
  /** Hires for vacant slots until as many workers are on their way as tasks wait. */
  need(waiting: number): void;
  /** Ends the worker and hires another when it is gone. Its tasks must have been taken away before. */
  replace(slot: Slot<Task, Answer>): void;
  /** Ends all workers, also those that are being hired. */
  close(): Promise<void>;
}

/** A hire is tried this many times in a row, with 50, 100, 200 and 400 ms between. */
const hireAttempts = 5;
const firstPauseMs = 50;

export function createStaff<Task, Answer>(
  {
    workers,
    hire,
    start,
    whenLost,
  }: Required<Pick<PoolOptions<Task, Answer>, 'workers' | 'hire' | 'start' | 'whenLost'>>,
  events: StaffEvents<Task, Answer>,
): Staff<Task, Answer> {
  const slots = Array.from({ length: workers }, (_, number) => vacantSlot<Task, Answer>(number));
  const pending = new Set<Promise<void>>();
  const pauses = new Map<Slot<Task, Answer>, NodeJS.Timeout>();
  let hired = 0;
  let closing: Promise<void> | undefined;
  const seated = new Set<number>();
  let allReady: () => void = () => undefined;
  const everybody = new Promise<void>((resolve) => (allReady = resolve));

  /** Remembers what must have settled before the staff is gone. The work handles its own errors. */
  function track(work: Promise<void>): void {
    const tracked: Promise<void> = work.finally(() => pending.delete(tracked));
    pending.add(tracked);
  }

  async function employ(slot: Slot<Task, Answer>): Promise<void> {
    slot.phase = 'hiring';
    let link: PoolLink<Task, Answer>;
    try {
      link = await hire(slot.number);
    } catch (error) {
      cameToNothing(slot, error instanceof Error ? error : new PoolError('hire-failed', String(error)));
      return;
    }
    if (closing) {
      await end(link);
      return;
    }
    hired++;
    slot.phase = 'ready';
    slot.link = link;
    Object.assign(slot, unknown);
    link.listen(eventsOf(slot, link));
    if (slot.link !== link) return;
    seated.add(slot.number);
    if (seated.size === workers) allReady();
    events.changed();
  }

  function eventsOf(slot: Slot<Task, Answer>, link: PoolLink<Task, Answer>): LinkEvents<Answer> {
    return {
      received(message) {
        if (slot.link !== link) return;
        slot.failures = 0;
        events.received(slot, message);
      },
      lost(reason) {
        if (slot.link !== link) return;
        slot.link = undefined;
        slot.phase = 'vacant';
        const wasIdle = slot.sent.size === 0;
        // The slot first: whoever gives the tasks to others must not find it vacant and hire for it as well.
        if (whenLost === 'replace') {
          if (wasIdle) cameToNothing(slot, reason);
          else refill(slot);
        }
        events.lost(slot, reason);
        if (whenLost === 'stop') giveUp(reason);
      },
    };
  }

  /** A hire failed, or a worker was lost before it was given anything. Repeated, that ends the pool. */
  function cameToNothing(slot: Slot<Task, Answer>, reason: Error): void {
    if (closing) return;
    slot.failures++;
    if (whenLost === 'stop' || slot.failures >= hireAttempts) {
      giveUp(reason);
      return;
    }
    slot.phase = 'pausing';
    const pause = setTimeout(
      () => {
        pauses.delete(slot);
        slot.phase = 'vacant';
        refill(slot);
      },
      firstPauseMs * 2 ** (slot.failures - 1),
    );
    pauses.set(slot, pause);
  }

  function giveUp(reason: Error): void {
    if (!closing) events.gaveUp(reason);
  }

  /** A warm slot is never left vacant; a cold one waits for tasks. */
  function refill(slot: Slot<Task, Answer>): void {
    if (closing) return;
    if (start === 'warm') track(employ(slot));
    else events.changed();
  }

  async function dismiss(slot: Slot<Task, Answer>, link: PoolLink<Task, Answer>): Promise<void> {
    slot.phase = 'ending';
    slot.link = undefined;
    await end(link);
    slot.phase = 'vacant';
    refill(slot);
  }

  return {
    slots,
    get hired() {
      return hired;
    },
    hireAll() {
      for (const slot of slots) track(employ(slot));
      return everybody;
    },
    need(waiting) {
      let coming = slots.filter((slot) => slot.phase === 'hiring' || slot.phase === 'pausing').length;
      for (const slot of slots) {
        if (closing || coming >= waiting) return;
        if (slot.phase !== 'vacant') continue;
        coming++;
        track(employ(slot));
      }
    },
    replace(slot) {
      if (slot.link) track(dismiss(slot, slot.link));
    },
    close() {
      closing ??= (async () => {
        for (const pause of pauses.values()) clearTimeout(pause);
        for (const slot of slots) if (slot.link) track(dismiss(slot, slot.link));
        while (pending.size > 0) await Promise.all(pending);
      })();
      return closing;
    },
  };
}

/** A worker that cannot even be ended is as gone as it gets: nothing of it counts any more. */
async function end<Task, Answer>(link: PoolLink<Task, Answer>): Promise<void> {
  try {
    await link.end();
  } catch {
    // the link is dropped either way
  }
}

/** Nothing is known of a new worker. */
const unknown = { costMs: NaN, sendingMs: NaN } as const;

function vacantSlot<Task, Answer>(number: number): Slot<Task, Answer> {
  return {
    number,
    link: undefined,
    phase: 'vacant',
    sent: new Map(),
    reserved: false,
    ...unknown,
    failures: 0,
  };
}
