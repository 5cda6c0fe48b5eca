import type { CellOutcome } from '@core/experiments/definition-types';
import type { CellRecord, LostTask, TaskRecord } from '@core/record/events';
import type { OrderedCell } from '@core/record/order';
import type { CellAccount } from '@core/protocol/worker';
import { timeKnead } from '../measurement/calibration';
import { observeCell } from '../measurement/cell-observer';
import type { RunClock } from '../measurement/clock';
import { watchCores } from '../measurement/machine-load';
import { beginProcessWatch } from '../measurement/process-watch';
import type { CellWork } from '../experiments/body';
import { makePayload, releasePayload } from '../workloads/payload';
import { withQueueTimes } from './crew';
import type { Crew, Executed, TicketStamps } from './crew';
import { withDueTimes } from './due-times';
import { RunFailure } from './run-failure';
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
  /** What is asked about the process that the workers are threads of: its CPU time, and whether its memory too; absent: nothing. */
  readonly watchesProcess?: 'cpu' | 'memory' | undefined;
  /** How a cell of this part may end besides `completed`; in no other way where it is absent. */
  readonly allows?: readonly CellOutcome[] | undefined;
  /** What CPU quotas did to this program so far; null where the system does not tell. */
  readonly readThrottling: () => { readonly times: number; readonly ns: number } | null;
  /** Whether other processes than this one and the workers' belong to the run (services): their load cannot be told apart. */
  readonly hasHelpers: boolean;
}

/**
 * Executes one condition of one part once. Timed: from just before the first ticket is sent until the last answer is
 * received (or the last task is known to be lost), both taken in the dispatcher. Before and after it: counters of every worker, and the sentinel kernel.
 * @throws RunFailure
 */
export async function runCell(
  [round, part, condition]: OrderedCell,
  index: number,
  repetition: number,
  crew: Crew,
  work: CellWork,
  { clock, sentinelIterations, watch, watchesCores, allows, readThrottling, hasHelpers, watchesProcess }: CellContext,
): Promise<CellRecord> {
  const observation = observeCell({ clock, readThrottling });
  const sentinelBeforeNs = observation.sentinel(() => timeKnead(clock, sentinelIterations));
  const payload = 'payload' in work ? makePayload(work.payload) : undefined;
  // Counters start after the sentinel and the watch's lead, and are read before its tail: they cover the cell alone.
  await watch?.begin();
  const coresSince = watchesCores ? watchCores() : undefined;
  const processMeter = watchesProcess && beginProcessWatch(watchesProcess === 'memory');
  await crew.prepare(index, work);
  const startNs = clock.now();
  const { stamps, outcome: ended, lost: lostWithTickets } = await crew.execute(work, index, payload, allows);
  const endNs = 'idleMs' in work ? clock.now() : lastOf(stamps, lostWithTickets, startNs);

  const accounts = await crew.account(index);
  const caught = caughtBy(crew, accounts, allows);
  const lost = [...lostWithTickets, ...caught.lost];
  const outcome = ended ?? caught.outcome;
  const ownProcess = processMeter?.end();
  const cores = coresSince?.();
  const window = await watch?.end();
  if (payload) releasePayload(payload);
  const sentinelAfterNs = observation.sentinel(() => timeKnead(clock, sentinelIterations));
  const knowsOwnLoad = !hasHelpers && !watch && !crew.cold && lost.length === 0;
  const disturbance = observation.end(knowsOwnLoad ? cpuOfProcesses(crew, accounts) : null);
  const tasks = withDueTimes(withQueueTimes(accounts, stamps, 'queue' in work), work, startNs);
  const untimed = withoutTimes(stamps, lost, tasks);
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
    workers: crew.members.flatMap(({ handle }, i) => {
      const account = accounts[i];
      if (!account) return [];
      const own = [...stamps.values()].filter((stamp) => stamp.worker === handle.id);
      const startUp = startUpIn(startNs, handle);
      const spans = spansOfCell(startNs, endNs, account.spans, account.tickets, own, startUp);
      const worker = {
        worker: handle.id,
        cpuNs: account.cpuNs,
        waitedNs: account.waitedNs,
        spans,
        counters: account.counters,
        ...(account.connections !== undefined && { connections: account.connections }),
        ...(account.beats && { beats: account.beats }),
      };
      return [worker];
    }),
    tasks,
    ...(outcome && { outcome: { ...outcome, reason: outcome.reason.slice(0, 4000) } }),
    ...(untimed.length > 0 && { lost: untimed }),
    disturbance,
    ...(ownProcess && areThreads(crew) && { process: ownProcess }),
    ...tableOf(accounts),
    ...findingsOf(accounts),
    ...(window && { window }),
    ...(cores && { cores }),
  };
  await crew.rest();
  return cell;
}

/** What all at the table saw together. */
function tableOf(accounts: readonly (CellAccount | undefined)[]): Pick<CellRecord, 'table'> {
  const tables = accounts.flatMap((account) => account?.table ?? []);
  if (tables.length === 0) return {};
  const deadlocks = tables.flatMap((table) => table.deadlocks).sort((a, b) => a.dinner - b.dinner);
  const putBack = tables.reduce((sum, table) => sum + table.putBack, 0);
  return { table: { dinners: Math.max(...tables.map(({ dinners }) => dinners)), putBack, deadlocks } };
}

/** Tasks that failed while their worker went on. @throws RunFailure where the part does not allow that */
function caughtBy(
  { members }: Crew,
  accounts: readonly (CellAccount | undefined)[],
  allows: readonly CellOutcome[] = [],
): { readonly lost: readonly LostTask[]; readonly outcome?: Executed['outcome'] } {
  const failed = accounts.flatMap((account, index) => {
    const worker = members[index]?.handle.id ?? null;
    return (account?.failed ?? []).map((one) => ({ ...one, worker }));
  });
  const [first] = failed;
  if (!first) return { lost: [] };
  if (!allows.includes('failed')) throw new RunFailure('task-failed', `A task failed: ${first.reason}`);
  const lost = failed.map(({ task, worker, knownNs, ended }): LostTask => {
    return { task, worker, outcome: 'failed', knownNs, ...(ended && { ended }) };
  });
  return { lost, outcome: { status: 'failed', reason: first.reason } };
}

/** Trials are told by one worker, logs by each that wrote any. */
function findingsOf(accounts: readonly (CellAccount | undefined)[]): Pick<CellRecord, 'trials' | 'logs'> {
  const [trials] = accounts.flatMap((account) => account?.trials ?? []);
  const logs = accounts.flatMap((account) => account?.logs ?? []);
  return { ...(trials && { trials }), ...(logs.length > 0 && { logs: [...logs] }) };
}

function areThreads({ members }: Crew): boolean {
  return members.every(({ handle }) => handle.kind === 'thread' && handle.transport !== 'pipe');
}

/** CPU time of the task processes' threads; null as soon as one is not told. */
function cpuOfProcesses({ members }: Crew, accounts: readonly (CellAccount | undefined)[]): number | null {
  let sumNs = 0;
  for (const [index, { handle }] of members.entries()) {
    const isOutside = handle.kind === 'process' || handle.transport === 'pipe';
    if (handle.kind === 'thread' && !isOutside) continue;
    const cpuNs = isOutside ? accounts[index]?.cpuNs : null;
    if (cpuNs === null || cpuNs === undefined) return null;
    sumNs += cpuNs;
  }
  return sumNs;
}

/** Whoever was hired within the cell, because its condition is cold or a worker was lost. */
function startUpIn(startNs: number, { requestedNs, readyNs }: WorkerHandle) {
  return requestedNs >= startNs ? { startNs: requestedNs, endNs: readyNs } : undefined;
}

/** The last answer, or when the last task was known to be lost. A loop: a cell may have more tickets than a call takes arguments. */
function lastOf(stamps: TicketStamps, lost: readonly LostTask[], startNs: number): number {
  let endNs = startNs;
  for (const { gotNs } of stamps.values()) endNs = Math.max(endNs, gotNs);
  for (const { knownNs } of lost) endNs = Math.max(endNs, knownNs);
  return endNs;
}

/** What was lost, and what was answered by a worker that took its notes with it. */
function withoutTimes(stamps: TicketStamps, lost: readonly LostTask[], tasks: readonly TaskRecord[]): LostTask[] {
  if (lost.length === 0) return [];
  const timed = new Set(tasks.map(({ task }) => task));
  const known = new Set(lost.map(({ task }) => task));
  const answered = [...stamps.values()].flatMap(({ task, worker, gotNs }) =>
    task.steps
      .filter((step) => !known.has(step.task))
      .map((step): LostTask => ({ task: step.task, worker, outcome: 'completed', knownNs: gotNs })),
  );
  return [...lost, ...answered].filter(({ task }) => !timed.has(task));
}
