import type { ProcessRole, ThreadSample } from '@core/ipc/monitor';
import type { RosterEntry } from '@core/protocol/monitor';
import type { RunningUtility } from '../processes/running-utilities';

/** What Electron says about one process: the part of its `ProcessMetric` that is used. */
export interface AppMetric {
  readonly pid: number;
  readonly type: string;
  readonly name?: string;
  readonly serviceName?: string;
  /** `cumulativeCPUUsage` (seconds since it began) exists from Electron 32 on. */
  readonly cpu: { readonly cumulativeCPUUsage?: number };
  /** In kilobytes. */
  readonly memory?: { readonly workingSetSize: number };
}

/** A thread of a run, and the process that it belongs to. */
export interface KnownThread extends Omit<ThreadSample, 'cpuSeconds'> {
  readonly pid: number;
}

export interface RosterParts {
  readonly metrics: readonly AppMetric[];
  readonly utilities: readonly RunningUtility[];
  readonly threads: readonly KnownThread[];
  /** Process of the window's page; undefined while there is none. */
  readonly pagePid: number | undefined;
  /** Counters of Electron go along: only where the monitor process cannot read the system's own. */
  readonly withCounters: boolean;
}

const roleOfEntry: Readonly<Record<string, ProcessRole>> = {
  'lab-process': 'lab',
  'task-process': 'task',
  'io-services': 'services',
  monitor: 'monitor',
  analysis: 'analysis',
  machine: 'machine',
};

/**
 * Who is who among the processes of the app: those that Electron names, and utilities that it does not name yet. Threads
 * are put below their process; those of a process that has gone are left out.
 */
export function rosterOf(parts: RosterParts): readonly RosterEntry[] {
  const utilities = new Map(parts.utilities.map((utility) => [utility.pid, utility]));
  // Electron was asked a while ago: utilities of the lab that have gone since are known to have.
  const current = parts.metrics.filter((metric) => utilities.has(metric.pid) || !isOwnUtility(metric));
  const named = new Set(current.map(({ pid }) => pid));
  const early = parts.utilities.filter(({ pid }) => !named.has(pid));
  const metrics: readonly AppMetric[] = [...current, ...early.map(({ pid }) => ({ pid, type: 'Utility', cpu: {} }))];
  return metrics.map((metric) => {
    const utility = utilities.get(metric.pid);
    return {
      pid: metric.pid,
      ...(utility ? ofUtility(utility) : ofChromium(metric, parts.pagePid)),
      cpuSeconds: parts.withCounters ? (metric.cpu.cumulativeCPUUsage ?? null) : null,
      memoryBytes: parts.withCounters && metric.memory ? metric.memory.workingSetSize * 1024 : null,
      threads: parts.threads
        .filter(({ pid }) => pid === metric.pid)
        .map(({ tid, role, condition, seat }) => ({ tid, role, condition, seat })),
    };
  });
}

function ofUtility({ entry, label }: RunningUtility): Pick<RosterEntry, 'role' | 'detail'> {
  const role = roleOfEntry[entry] ?? 'helper';
  // A task process is labelled by the worker that it is for.
  return { role, detail: role === 'task' ? label.replace(/^Concurrency Lab /, '') : '' };
}

/** Electron's names of Chromium's processes (Browser, Tab, GPU, Zygote, Utility, …) in the lab's words. */
function ofChromium(
  { pid, type, name, serviceName }: AppMetric,
  pagePid: number | undefined,
): Pick<RosterEntry, 'role' | 'detail'> {
  if (type === 'Browser') return { role: 'main', detail: '' };
  if (type === 'GPU') return { role: 'gpu', detail: '' };
  if (type === 'Tab') return { role: pid === pagePid ? 'page' : 'report', detail: '' };
  const called = name ?? serviceName ?? type;
  if (/network/i.test(called)) return { role: 'network', detail: '' };
  return { role: 'helper', detail: called.slice(0, 120) };
}

/** Every utility of the lab is labelled so, see `startUtility`'s callers. */
function isOwnUtility({ name, serviceName }: AppMetric): boolean {
  return [name, serviceName].some((one) => one?.startsWith('Concurrency Lab '));
}
