import type { CellRecord } from '@core/record/events';
import type { OrderedCell } from '@core/record/order';
import { timeKnead } from '../measurement/calibration';
import type { RunClock } from '../measurement/clock';
import { watchCores } from '../measurement/machine-load';
import type { CellWork } from '../experiments/body';
import { makePayload, releasePayload } from '../workloads/payload';
import { withQueueTimes } from './crew';
import type { Crew, TicketStamps } from './crew';
import type { WindowWatch } from './window-watch';
import type { WorkerHandle } from './worker-handle';
import { spansOfCell } from './cell-spans';

export interface CellContext {
  /** Watches the window and main during the cell; absent where nobody asks for it. */
  readonly watch?: WindowWatch | undefined;
  readonly clock: RunClock;
  readonly sentinelIterations: number;
  /** Whether the load of every core is recorded with the cell. */
  readonly watchesCores: boolean;
}

/**
 * Executes one condition of one part once. Timed: from just before the first ticket is sent until the last answer is
 * received, both taken in the dispatcher. Before and after it: counters of every worker, and the sentinel kernel.
 * @throws RunFailure
 */
export async function runCell(
  [round, part, condition]: OrderedCell,
  index: number,
  repetition: number,
  crew: Crew,
  work: CellWork,
  { clock, sentinelIterations, watch, watchesCores }: CellContext,
): Promise<CellRecord> {
  const sentinelBeforeNs = timeKnead(clock, sentinelIterations);
  const payload = 'payload' in work ? makePayload(work.payload) : undefined;
  // Counters start after the sentinel and the watch's lead, and are read before its tail: they cover the cell alone.
  await watch?.begin();
  const coresSince = watchesCores ? watchCores() : undefined;
  await crew.prepare(index, work);
  const startNs = clock.now();
  const stamps = await crew.execute(work, index, payload);
  const endNs = lastAnswer(stamps, startNs);

  const accounts = await crew.account(index);
  const cores = coresSince?.();
  const window = await watch?.end();
  if (payload) releasePayload(payload);
  const sentinelAfterNs = timeKnead(clock, sentinelIterations);
  const cell: CellRecord = {
    index,
    round,
    repetition,
    part,
    condition,
    startNs,
    endNs,
    sentinelBeforeNs,
    sentinelAfterNs,
    messages: 2 * stamps.size,
    workers: crew.members.map(({ handle }, i) => {
      const account = accounts[i];
      const own = [...stamps.values()].filter((stamp) => stamp.worker === handle.id);
      return {
        worker: handle.id,
        cpuNs: account?.cpuNs ?? null,
        spans: spansOfCell(startNs, endNs, account?.spans ?? [], account?.tickets ?? [], own, startUpOf(crew, handle)),
        ...(account && { counters: account.counters }),
        ...(account?.beats && { beats: account.beats }),
      };
    }),
    tasks: withQueueTimes(accounts, stamps, 'queue' in work),
    ...(window && { window }),
    ...(cores && { cores }),
  };
  await crew.rest();
  return cell;
}

function startUpOf({ cold }: Crew, { requestedNs, readyNs }: WorkerHandle) {
  return cold ? { startNs: requestedNs, endNs: readyNs } : undefined;
}

function lastAnswer(stamps: TicketStamps, startNs: number): number {
  let endNs = startNs;
  for (const { gotNs } of stamps.values()) endNs = Math.max(endNs, gotNs);
  return endNs;
}
