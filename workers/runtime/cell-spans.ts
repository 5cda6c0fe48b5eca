import type { Span } from '@core/record/events';
import type { Ticket, TicketTimes } from '@core/protocol/worker';
import type { TaskStamp } from './pool/pool-types';

interface Interval {
  readonly startNs: number;
  readonly endNs: number;
}

type Stamp = Pick<TaskStamp<Ticket>, 'sentNs' | 'gotNs'> & { readonly task: Pick<Ticket, 'n'> };

/**
 * A worker's spans over the whole cell, without gap or overlap. What the worker recorded itself is kept; of its idle
 * time, what a ticket or an answer was on its way is messaging. A worker that had no ticket was idle throughout.
 * @param startUp when the worker was asked for and when it was ready, if that was inside the cell
 * @param recorded the worker's own chain, which may begin before the cell and end after it
 * @param tickets when the worker had its tickets
 * @param stamps when the dispatcher sent the same tickets and had their answers
 */
export function spansOfCell(
  startNs: number,
  endNs: number,
  recorded: readonly Span[],
  tickets: readonly TicketTimes[],
  stamps: readonly Stamp[],
  startUp?: Interval,
): Span[] {
  const messaging = union([...waysOf(tickets, stamps)]);
  const spans: Span[] = [];
  let nowNs = startNs;
  const add = (state: Span['state'], untilNs: number, task?: string, reason?: Span['reason']): void => {
    const end = Math.min(untilNs, endNs);
    if (end <= nowNs) return;
    const last = spans.at(-1);
    if (last?.state === state && last.task === task && last.reason === reason) last.endNs = end;
    else {
      const known = { ...(task !== undefined && { task }), ...(reason !== undefined && { reason }) };
      spans.push({ state, startNs: nowNs, endNs: end, ...known });
    }
    nowNs = end;
  };
  let way = 0;
  const addFree = (untilNs: number): void => {
    for (let next = messaging[way]; next && next.startNs < untilNs; next = messaging[way]) {
      add('idle', next.startNs);
      add('messaging', Math.min(next.endNs, untilNs));
      if (next.endNs > untilNs) return;
      way++;
    }
    add('idle', untilNs);
  };
  if (startUp) {
    addFree(startUp.startNs);
    add('start-up', startUp.endNs);
  }
  for (const span of recorded) {
    if (span.startNs > nowNs) addFree(span.startNs);
    if (span.state === 'idle') addFree(span.endNs);
    else add(span.state, span.endNs, span.task, span.reason);
  }
  addFree(endNs);
  return spans;
}

/** The ways of all messages: of each ticket to the worker, and of each answer back. */
function* waysOf(tickets: readonly TicketTimes[], stamps: readonly Stamp[]): Iterable<Interval> {
  const byNumber = new Map(stamps.map((stamp) => [stamp.task.n, stamp]));
  for (const { n, receivedNs, doneNs } of tickets) {
    const stamp = byNumber.get(n);
    if (!stamp) continue;
    yield { startNs: stamp.sentNs, endNs: receivedNs };
    yield { startNs: doneNs, endNs: stamp.gotNs };
  }
}

/** The same time as intervals that neither overlap nor touch, in order. */
function union(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals.filter((one) => one.endNs > one.startNs).sort((a, b) => a.startNs - b.startNs);
  const joined: { startNs: number; endNs: number }[] = [];
  for (const one of sorted) {
    const last = joined.at(-1);
    if (last && one.startNs <= last.endNs) last.endNs = Math.max(last.endNs, one.endNs);
    else joined.push({ ...one });
  }
  return joined;
}
