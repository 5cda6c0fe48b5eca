import type { OutcomeMessage } from '@core/protocol/tasks';
import { roomFor, updatedCost, updatedOverhead } from './batching';
import { createDeadlines } from './deadlines';
import { PoolError } from './pool-error';
import { checkTimeout, resolvePoolOptions } from './pool-options';
import type { Pool, PooledTask, PoolOptions, RunOptions } from './pool-types';
import { createStaff } from './staff';
import type { Slot } from './staff';
import { createTaskQueue } from './task-queue';
import { errorFromData } from './wire';

/** Creates a pool. @throws RangeError or TypeError if an option is not what it may be */
export function createPool<Task, Answer>(given: PoolOptions<Task, Answer>): Pool<Task, Answer> {
  type Entry = PooledTask<Task, Answer>;
  type Place = Slot<Task, Answer>;
  const options = resolvePoolOptions(given);
  const { inFlightPerWorker: atOnce, now, onAnswered } = options;
  const adaptive = options.batch === 'adaptive';
  const queue = createTaskQueue<Entry>((entry) => entry.state === 'queued');
  const deadlines = createDeadlines(expire);
  const staff = createStaff<Task, Answer>(options, { changed: dispatch, received, lost, gaveUp: stop });
  const { slots } = staff;
  let ended: Error | undefined;
  let nextId = 0;
  let scheduled = false;
  let dispatching = false;
  /** Where the search for a worker begins, so that equally loaded workers take turns. */
  let turn = 0;
  let failReady: (reason: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    failReady = reject;
    if (options.start === 'cold') resolve();
    else void staff.hireAll().then(resolve);
  });
  ready.catch(() => undefined); // whoever awaits it is told; nobody has to

  function run(task: Task, { signal, timeoutMs, transfer }: RunOptions = {}): Promise<Answer> {
    if (timeoutMs !== undefined) checkTimeout('timeoutMs', timeoutMs);
    return new Promise<Answer>((resolve, reject) => {
      if (ended || signal?.aborted) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the signal's reason may be anything; it is the caller's own
        reject(ended ?? signal?.reason);
        return;
      }
      const entry: Entry = {
        id: nextId++,
        task,
        transfer: transfer && transfer.length > 0 ? transfer : undefined,
        timeoutMs: timeoutMs ?? options.taskTimeoutMs,
        queuedNs: now ? now() : 0,
        resolve,
        reject,
        forget: undefined,
        state: 'queued',
        slot: 0,
        alone: false,
        prompt: false,
        sentNs: 0,
        deadlineMs: Infinity,
      };
      if (signal) listenTo(signal, entry);
      queue.push(entry);
      // What is queued in one go is dispatched in one go; the workers begin while a long list is still being queued.
      if ((queue.length & 255) === 0) dispatch();
      else if (!scheduled) {
        scheduled = true;
        queueMicrotask(dispatchQueued);
      }
    });
  }

  function listenTo(signal: AbortSignal, entry: Entry): void {
    const abort = (): void => {
      abandon(entry, signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    entry.forget = () => {
      signal.removeEventListener('abort', abort);
    };
  }

  /** Marks a task as settled. Only after this may its promise be settled, and only by the one who called this. */
  function release(entry: Entry): void {
    entry.state = 'settled';
    entry.forget?.();
  }

  function fail(entry: Entry, reason: unknown): void {
    release(entry);
    entry.reject(reason);
  }

  function abandon(entry: Entry, reason: unknown): void {
    if (entry.state === 'settled') return;
    const wasQueued = entry.state === 'queued';
    fail(entry, reason);
    if (wasQueued) {
      queue.takenBack();
      return;
    }
    const slot = slots[entry.slot];
    if (!slot) return;
    slot.sent.delete(entry.id);
    requeue(slot, false, handedOver('aborting a task on the same worker ended it'));
    staff.replace(slot);
    dispatch(); // others may be free
  }

  /** Takes back what a worker was given, to the head of the queue and in the old order. */
  function requeue(slot: Place, alone: boolean, whyNot: Error): void {
    const entries = [...slot.sent.values()].reverse();
    slot.sent.clear();
    slot.reserved = false;
    for (const entry of entries) {
      if (entry.transfer) {
        fail(entry, whyNot);
        continue;
      }
      entry.state = 'queued';
      entry.alone ||= alone;
      entry.deadlineMs = Infinity;
      queue.putBack(entry);
    }
  }

  function received(slot: Place, message: OutcomeMessage<Answer>): void {
    const gotNs = now ? now() : 0;
    const { ids } = message;
    if (message.type === 'answers') {
      const { answers } = message;
      for (let i = 0; i < ids.length; i++) {
        const entry = take(slot, ids[i], gotNs);
        if (entry) entry.resolve(answers[i] as Answer);
      }
      learn(slot, ids.length, message.tookMs);
    } else {
      for (const [i, error] of message.errors.entries()) take(slot, ids[i], gotNs)?.reject(errorFromData(error));
    }
    if (slot.sent.size === 0) slot.reserved = false;
    dispatch();
  }

  /** What an answer says about the worker, for the size of the next messages. */
  function learn(slot: Place, tasks: number, tookMs: number): void {
    if (tasks > 0) slot.costMs = updatedCost(slot.costMs, tookMs / tasks, tasks);
  }

  /** Takes the answered task off the worker's list; undefined if it is not there, which a correct worker never causes. */
  function take(slot: Place, id: number | undefined, gotNs: number): Entry | undefined {
    const entry = id === undefined ? undefined : slot.sent.get(id);
    if (!entry) return undefined;
    slot.sent.delete(entry.id);
    release(entry);
    if (onAnswered && slot.link) {
      const { queuedNs, sentNs } = entry;
      onAnswered({ id: entry.id, task: entry.task, worker: slot.link.id, queuedNs, sentNs, gotNs });
    }
    return entry;
  }

  function lost(slot: Place, reason: Error): void {
    const [only] = slot.sent.size === 1 ? slot.sent.values() : [];
    if (only) {
      slot.sent.delete(only.id);
      fail(only, reason);
    }
    requeue(slot, true, reason);
    if (options.whenLost === 'replace') dispatch();
  }

  function expire(nowMs: number): number {
    let nextMs = Infinity;
    for (const slot of slots) {
      const due = [...slot.sent.values()].filter((entry) => entry.deadlineMs <= nowMs);
      if (due.length > 0) {
        // Of tasks that share a message or wait for each other nobody knows which one hangs: each is tried alone.
        const guilty = due.filter((entry) => entry.prompt);
        for (const entry of guilty) {
          slot.sent.delete(entry.id);
          fail(entry, new PoolError('timed-out', `The task was not answered within ${entry.timeoutMs} ms.`));
        }
        requeue(slot, guilty.length === 0, handedOver('the time-out of a task on the same worker ended it'));
        staff.replace(slot);
      }
    }
    dispatch(); // what was taken back, to workers that are free
    for (const { sent } of slots) {
      for (const entry of sent.values()) nextMs = Math.min(nextMs, entry.deadlineMs);
    }
    return nextMs;
  }

  /** Gives out tasks until none waits or no worker has room. Called whenever either may have changed. */
  function dispatch(): void {
    // A link may report within `post`; the round that is under way then finds what changed.
    if (dispatching) return;
    dispatching = true;
    while (!ended && giveOut());
    dispatching = false;
    if (!ended && queue.length > 0) staff.need(queue.length);
  }

  function dispatchQueued(): void {
    scheduled = false;
    dispatch();
  }

  /** Sends one message. @returns whether it could */
  function giveOut(): boolean {
    const first = queue.peek();
    if (!first) return false;
    let chosen: Place | undefined;
    let room = 0;
    const sent = sentCount();
    const share = Math.ceil((queue.length + sent) / slots.length);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[(turn + i) % slots.length];
      if (!slot?.link || slot.reserved) continue;
      const inFlight = slot.sent.size;
      if (chosen && inFlight >= chosen.sent.size) continue;
      if (first.alone && inFlight > 0) continue;
      const most = roomIn(slot, share);
      if (most === 0) continue;
      chosen = slot;
      room = most;
    }
    if (!chosen) return false;
    // One task after the other stays with the worker that is still awake; otherwise workers take turns.
    turn = (chosen.number + (sent === 0 ? 0 : 1)) % slots.length;
    send(chosen, takeBatch(room));
    return true;
  }

  function sentCount(): number {
    let count = 0;
    for (const { sent } of slots) count += sent.size;
    return count;
  }

  function roomIn({ sent, costMs, sendingMs }: Place, share: number): number {
    const inFlight = sent.size;
    if (!adaptive) return inFlight < atOnce ? 1 : 0;
    return roomFor({ inFlight, atOnce, costMs, sendingMs, queued: queue.length, share });
  }

  /** Takes up to `most` tasks that may share a message. Handed-over data cannot be sent twice, so it travels by itself. */
  function takeBatch(most: number): readonly Entry[] {
    const batch: Entry[] = [];
    while (batch.length < most) {
      const entry = queue.peek();
      if (!entry) break;
      const single = entry.alone || entry.transfer !== undefined;
      if (single && batch.length > 0) break;
      queue.shift();
      batch.push(entry);
      if (single) break;
    }
    return batch;
  }

  function send(slot: Place, batch: readonly Entry[]): void {
    const [first] = batch;
    if (!first) return;
    if (!slot.link) {
      // Lost meanwhile, see `unsent`.
      first.state = 'queued';
      queue.putBack(first);
      return;
    }
    const sentNs = now ? now() : 0;
    const startMs = performance.now();
    const ids: number[] = [];
    const tasks: Task[] = [];
    // On the list first: a link may answer within `post`.
    for (const entry of batch) {
      ids.push(entry.id);
      tasks.push(entry.task);
      entry.state = 'sent';
      entry.slot = slot.number;
      entry.sentNs = sentNs;
      slot.sent.set(entry.id, entry);
    }
    slot.reserved = first.alone;
    const prompt = batch.length === 1 && slot.sent.size <= atOnce;
    for (const entry of batch) {
      entry.prompt = prompt;
      if (entry.timeoutMs === Infinity) continue;
      entry.deadlineMs = startMs + entry.timeoutMs;
      deadlines.watch(entry.deadlineMs);
    }
    try {
      slot.link.post({ type: 'tasks', ids, tasks, atOnce }, first.transfer);
      slot.sendingMs = updatedOverhead(slot.sendingMs, (performance.now() - startMs) / batch.length);
    } catch (error) {
      unsent(slot, batch, error);
    }
  }

  /** A message could not be cloned: the task that is to blame is found by sending each by itself. */
  function unsent(slot: Place, batch: readonly Entry[], error: unknown): void {
    // A link may have reported its end before it threw; then they wait for another worker already.
    const entries = batch.filter((entry) => slot.sent.delete(entry.id));
    if (slot.sent.size === 0) slot.reserved = false;
    const [first] = entries;
    if (batch.length === 1 && first) fail(first, error);
    else for (const entry of entries) send(slot, [entry]);
  }

  function stop(reason: Error): void {
    if (ended) return;
    ended = reason;
    failReady(reason);
    deadlines.stop();
    for (const slot of slots) {
      const entries = [...slot.sent.values()];
      slot.sent.clear();
      for (const entry of entries) fail(entry, reason);
    }
    for (let entry = queue.shift(); entry; entry = queue.shift()) fail(entry, reason);
    void staff.close();
  }

  return {
    run,
    ready,
    close() {
      stop(new PoolError('closed', 'The pool was closed.'));
      return staff.close();
    },
    counts: () => ({
      queued: queue.length,
      sent: sentCount(),
      workers: slots.filter((slot) => slot.link).length,
      hired: staff.hired,
    }),
  };
}

function handedOver(why: string): PoolError {
  return new PoolError('worker-lost', `The task was handed over and cannot be sent again; ${why}.`);
}
