import type { CellRecord, Span } from '@core/runs/events';
import type { OrderedCell } from '@core/runs/order';
import { timeKnead } from '../measurement/calibration';
import type { RunClock } from '../measurement/clock';
import type { FromWorker, Ticket } from '../protocol';
import type { TicketsBySeat } from '../experiments/body';
import { RunFailure } from './run-failure';
import type { WorkerHandle } from './worker-handle';

/** One worker at its seat. */
export interface SeatedWorker {
  readonly seat: string;
  readonly handle: WorkerHandle;
}

export interface CellContext {
  readonly clock: RunClock;
  readonly sentinelIterations: number;
  /** How long a worker may take for its ticket before it counts as unresponsive, in milliseconds. */
  readonly ticketTimeoutMs: number;
}

/** Preparing and accounting only read a counter; a worker that needs longer than this is lost. */
const counterTimeoutMs = 10_000;

type Done = Extract<FromWorker, { type: 'done' }>;
interface Delivery {
  readonly sentNs: number;
  readonly done: Done;
  readonly gotNs: number;
}

/**
 * Executes one condition of one part once. Timed: from just before the first ticket is sent until the last answer is
 * received, both taken in the dispatcher. Before and after it: CPU counters of every worker, and the sentinel kernel.
 */
export async function runCell(
  [round, part, condition]: OrderedCell,
  index: number,
  repetition: number,
  team: readonly SeatedWorker[],
  tickets: TicketsBySeat,
  context: CellContext,
): Promise<CellRecord> {
  const { clock } = context;
  const ready: { readonly handle: WorkerHandle; readonly ticket: Ticket }[] = [];
  // In the order of the tickets: hired cooks are sent off before you start working yourself.
  for (const [seat, given] of Object.entries(tickets)) {
    const member = team.find((one) => one.seat === seat);
    if (!member) throw new RunFailure('protocol-error', `The condition ${condition} has no seat ${seat}.`);
    ready.push({ handle: member.handle, ticket: { type: 'ticket', cell: index, ...given } });
  }
  await Promise.all(team.map(({ handle }) => ask(handle, 'prepare', 'prepared', index)));
  const sentinelBeforeNs = timeKnead(clock, context.sentinelIterations);

  const deliveries: Promise<Delivery>[] = [];
  const startNs = clock.now();
  for (const { handle, ticket } of ready) {
    const answer = handle.answers.next('done', context.ticketTimeoutMs);
    const sentNs = clock.now();
    handle.post(ticket);
    deliveries.push(answer.then(({ message, gotNs }) => ({ sentNs, done: message, gotNs })));
  }
  const delivered = await Promise.all(deliveries);
  const endNs = Math.max(...delivered.map((delivery) => delivery.gotNs));

  const sentinelAfterNs = timeKnead(clock, context.sentinelIterations);
  const accounts = await Promise.all(team.map(({ handle }) => ask(handle, 'account', 'accounted', index)));
  return {
    index,
    round,
    repetition,
    part,
    condition,
    startNs,
    endNs,
    sentinelBeforeNs,
    sentinelAfterNs,
    messages: 2 * delivered.length,
    workers: team.map(({ handle }, i) => {
      const account = accounts[i];
      const delivery = delivered[ready.findIndex((one) => one.handle === handle)];
      return {
        worker: handle.id,
        cpuNs: account?.type === 'accounted' ? account.cpuNs : null,
        spans: wholeCell(startNs, endNs, delivery),
      };
    }),
    tasks: delivered.flatMap(({ done }) => done.tasks),
  };
}

async function ask(
  handle: WorkerHandle,
  type: 'prepare' | 'account',
  answer: 'prepared' | 'accounted',
  cell: number,
): Promise<FromWorker> {
  const answered = handle.answers.next(answer, counterTimeoutMs);
  handle.post({ type, cell });
  return (await answered).message;
}

/**
 * A worker's spans over the whole cell: idle until its ticket was sent, messaging until it was received, its own spans,
 * messaging until its answer was received, idle until the cell ended. A worker without a ticket was idle throughout.
 */
export function wholeCell(startNs: number, endNs: number, delivery: Delivery | undefined): Span[] {
  if (!delivery) return [{ state: 'idle', startNs, endNs }];
  const { sentNs, gotNs, done } = delivery;
  const spans: Span[] = [
    { state: 'idle', startNs, endNs: sentNs },
    { state: 'messaging', startNs: sentNs, endNs: done.receivedNs },
    ...done.spans,
    { state: 'messaging', startNs: done.postedNs, endNs: gotNs },
    { state: 'idle', startNs: gotNs, endNs },
  ];
  return spans.filter((span) => span.endNs > span.startNs);
}
