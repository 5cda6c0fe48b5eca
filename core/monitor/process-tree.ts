import type { ProcessesSample, ProcessRole, ProcessSample, ThreadSample } from '../ipc/monitor';

/** Groups of the tree, in the order in which they are shown. */
export const processGroups = ['run', 'window', 'instruments'] as const;
export type ProcessGroup = (typeof processGroups)[number];

const groupOf: Readonly<Record<ProcessRole, ProcessGroup>> = {
  lab: 'run',
  task: 'run',
  services: 'run',
  main: 'window',
  page: 'window',
  report: 'window',
  gpu: 'window',
  network: 'window',
  helper: 'window',
  monitor: 'instruments',
  analysis: 'instruments',
  machine: 'instruments',
};

/** CPU time and memory of one row; null where the system does not tell. */
export interface Usage {
  /** Since the process or thread began, in seconds. */
  readonly cpuSeconds: number | null;
  /** CPU time per time, over the last samples: 1 is one core. Null until it was seen in two samples. */
  readonly share: number | null;
  /** Resident set in bytes; null for threads, which share their process's. */
  readonly memoryBytes: number | null;
}

export interface ThreadRow extends Usage {
  /** `rest`: everything of the process that is none of its known threads. */
  readonly role: ThreadSample['role'] | 'rest';
  readonly tid: number | null;
  readonly condition: string;
  readonly seat: string;
}

export interface ProcessRow extends Usage {
  readonly pid: number;
  readonly role: ProcessRole;
  readonly detail: string;
  readonly threads: readonly ThreadRow[];
}

export interface GroupRow extends Usage {
  readonly group: ProcessGroup;
  readonly processes: readonly ProcessRow[];
}

export interface ProcessTree extends Usage {
  readonly groups: readonly GroupRow[];
  /** Length of the time over which shares were taken, in seconds; 0 if there was only one sample. */
  readonly shareSeconds: number;
}

const roleOrder: readonly ProcessRole[] = Object.keys(groupOf) as ProcessRole[];

/**
 * The processes of the newest sample as a tree with totals: groups, processes, threads.
 * @param before an older sample from which shares are taken; a process or thread that is not in it has no share yet
 */
export function processTree(newest: ProcessesSample, before: ProcessesSample | undefined): ProcessTree {
  const seconds = before ? (newest.atMs - before.atMs) / 1000 : 0;
  const then = new Map(before?.processes.map((one) => [one.pid, one]));
  const rows = newest.processes.map((now) => processRow(now, then.get(now.pid), seconds));
  rows.sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) || a.pid - b.pid);
  const groups = processGroups
    .map((group) => {
      const processes = rows.filter(({ role }) => groupOf[role] === group);
      return { group, processes, ...total(processes) };
    })
    .filter(({ processes }) => processes.length > 0);
  return { groups, ...total(groups), shareSeconds: seconds };
}

function processRow(now: ProcessSample, then: ProcessSample | undefined, seconds: number): ProcessRow {
  const isSame = then?.role === now.role;
  const share = shareOf(now.cpuSeconds, isSame ? then.cpuSeconds : null, seconds);
  const { pid, role, detail, cpuSeconds, memoryBytes } = now;
  return { pid, role, detail, cpuSeconds, memoryBytes, share, threads: threadRows(now, then, share, seconds) };
}

/** The known threads, and what is left of the process: its own main thread, the runtime's helpers, threads that ended. */
function threadRows(
  now: ProcessSample,
  then: ProcessSample | undefined,
  processShare: number | null,
  seconds: number,
): readonly ThreadRow[] {
  if (now.threads.length === 0) return [];
  const rows = now.threads.map(({ tid, role, condition, seat, cpuSeconds }) => {
    const before = then?.threads.find((one) => one.tid === tid)?.cpuSeconds ?? null;
    return { role, tid, condition, seat, cpuSeconds, share: shareOf(cpuSeconds, before, seconds), memoryBytes: null };
  });
  const { cpuSeconds, share } = total(rows);
  // A thread without a share yet would count as the others'.
  const isKnown = rows.every((row) => row.share !== null);
  const rest: ThreadRow = {
    role: 'rest',
    tid: null,
    condition: '',
    seat: '',
    cpuSeconds: difference(now.cpuSeconds, cpuSeconds),
    share: isKnown ? difference(processShare, share) : null,
    memoryBytes: null,
  };
  return [...rows, rest];
}

function shareOf(now: number | null, then: number | null, seconds: number): number | null {
  if (now === null || then === null || !(seconds > 0) || now < then) return null;
  return (now - then) / seconds;
}

/** Processes count in ticks of 10 ms, threads in nanoseconds: a difference may come out a little below 0. */
function difference(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : Math.max(0, whole - part);
}

/** Sums of what is known; null where nothing is. */
function total(rows: readonly Usage[]): Usage {
  const sum = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
  };
  return {
    cpuSeconds: sum(rows.map((row) => row.cpuSeconds)),
    share: sum(rows.map((row) => row.share)),
    memoryBytes: sum(rows.map((row) => row.memoryBytes)),
  };
}
