import type { WorkerState } from '@core/record/schema-parts';
import { spanIndexAt } from '../timeline/timeline-layout';
import type { Kitchen, KitchenTask, Station } from './kitchen-run';

// What there is to see at one moment of a recorded execution. A pure function of the record and the time.

/** Where a cook stands: by a state that was recorded, and by the task that was recorded with it. */
export type Standing = 'entrance' | 'line' | 'post' | 'pass' | Exclude<Station, 'worktop'>;

export interface SceneCook {
  readonly state: WorkerState;
  /** The task of the state's span. */
  readonly task: string | undefined;
  /** False in the moment between a task's being served and the end of its span. */
  readonly isHolding: boolean;
  readonly standing: Standing;
  /** When this state began and when it ends. */
  readonly sinceNs: number;
  readonly untilNs: number;
  /** Tasks that were sent to this cook and not begun; 0 where the record does not hold when each was sent. */
  readonly tickets: number;
  /** Of a state `messaging`: what is under way, if the record tells. */
  readonly message: 'ticket' | 'answer' | 'either' | undefined;
}

/** A task that was begun, is not served and is in nobody's hands, or in those of a cook who is blocked beside it. */
export interface SceneDish {
  readonly task: string;
  readonly cook: number;
  readonly station: Station;
  readonly sinceNs: number;
  readonly isAttended: boolean;
}

export interface KitchenScene {
  readonly timeNs: number;
  readonly cooks: readonly SceneCook[];
  /** Tasks that are not begun, in the order in which they will be. */
  readonly open: readonly KitchenTask[];
  readonly dishes: readonly SceneDish[];
  /** Tasks that are served, in the order in which they were. */
  readonly served: readonly KitchenTask[];
  /** Tasks sent and answers received until now; undefined where the record holds only their number in the end. */
  readonly messages: number | undefined;
}

/** The scene at a time, which is taken as the nearest one of the execution. At a boundary the new state holds. */
export function kitchenAt(kitchen: Kitchen, atNs: number): KitchenScene {
  const timeNs = Math.min(Math.max(0, atNs), kitchen.totalNs);
  const inHand = kitchen.cooks.map(({ spans }) => spans[spanIndexAt(spans, timeNs)]);
  const open: KitchenTask[] = [];
  const dishes: SceneDish[] = [];
  const ways = kitchen.cooks.map(() => ({ tickets: 0, isTicket: false, isAnswer: false, isServed: false }));
  let messages = 0;
  let done = 0;
  for (const task of kitchen.tasks) {
    const way = ways[task.cook];
    const span = inHand[task.cook];
    const isOwn = span?.task === task.task;
    if ((task.sentNs ?? Infinity) <= timeNs) messages += 1;
    if ((task.answeredNs ?? Infinity) <= timeNs) messages += 1;
    if (task.servedNs <= timeNs) {
      done += 1;
      if (isOwn && way) way.isServed = true;
      if (way && (task.answeredNs ?? Infinity) > timeNs) way.isAnswer = true;
    } else if (task.startNs > timeNs && !isOwn) {
      open.push(task);
      if (!way || (task.sentNs ?? 0) > timeNs) continue;
      way.isTicket = true;
      if (task.sentNs !== undefined) way.tickets += 1;
    } else {
      const isAttended = isOwn && span.state === 'blocked';
      const { cook, station, startNs: sinceNs } = task;
      if (!isOwn || isAttended) dishes.push({ task: task.task, cook, station, sinceNs, isAttended });
    }
  }
  const cooks = inHand.map((span, index): SceneCook => {
    const state = span?.state ?? 'idle';
    const way = ways[index];
    return {
      state,
      task: span?.task,
      isHolding: span?.task !== undefined && state !== 'blocked' && way?.isServed !== true,
      standing: standingOf(state, kitchen.stations.get(span?.task ?? '')),
      sinceNs: span?.startNs ?? 0,
      untilNs: span?.endNs ?? kitchen.totalNs,
      tickets: way?.tickets ?? 0,
      message: state === 'messaging' && way ? messageOf(way) : undefined,
    };
  });
  const isQueued = kitchen.tasks.some(({ sentNs }) => sentNs !== undefined);
  return {
    timeNs,
    cooks,
    open,
    dishes,
    served: kitchen.byServed.slice(0, done),
    messages: isQueued ? messages : undefined,
  };
}

function standingOf(state: WorkerState, station: Station | undefined): Standing {
  switch (state) {
    case 'start-up':
      return 'entrance';
    case 'queued':
      return 'line';
    case 'blocked':
      return station === undefined || station === 'worktop' ? 'post' : station;
    case 'messaging':
      return 'pass';
    case 'busy':
    case 'idle':
      return 'post';
  }
}

/**
 * What a cook's message is. With one ticket for all its tasks: before the first is begun the ticket, after the last is
 * served the answer. With a ticket for each: whichever was sent and not begun, or served and not answered.
 */
function messageOf({ isTicket, isAnswer }: { readonly isTicket: boolean; readonly isAnswer: boolean }) {
  if (isTicket === isAnswer) return 'either';
  return isTicket ? 'ticket' : 'answer';
}

/** The recorded moment after a time, or before it; undefined at the ends. */
export function momentBeside(
  { momentsNs }: Pick<Kitchen, 'momentsNs'>,
  timeNs: number,
  direction: 'next' | 'previous',
): number | undefined {
  if (direction === 'next') return momentsNs[momentsUntil(momentsNs, timeNs)];
  const until = momentsUntil(momentsNs, timeNs);
  return momentsNs[momentsNs[until - 1] === timeNs ? until - 2 : until - 1];
}

/** How many of the ascending moments are at or before a time. */
export function momentsUntil(momentsNs: readonly number[], timeNs: number): number {
  let low = 0;
  let high = momentsNs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((momentsNs[middle] ?? Infinity) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}
