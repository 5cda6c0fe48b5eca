import { readFileSync, readdirSync } from 'node:fs';
import os from 'node:os';

/** Which logical CPUs work may be put on, and which of them share a physical core. */
export interface CoreLayout {
  /** Logical CPUs that the process may use, in ascending order. */
  readonly allowed: readonly number[];
  /** Logical CPUs by physical core; a CPU that is in no group is a core of its own. */
  readonly cores: readonly (readonly number[])[];
}

const cpuFolder = '/sys/devices/system/cpu';

/**
 * Logical CPUs of a list as the kernel writes it, such as `0-2,4`; empty for an empty list.
 * @throws RangeError if the text is no such list
 */
export function parseCpuList(text: string): number[] {
  const list = text.trim();
  if (list === '') return [];
  const cpus = list.split(',').flatMap((part) => {
    const [whole, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    const from = Number(first);
    const to = Number(last);
    if (whole === undefined || to < from) throw new RangeError(`"${text}" is no list of logical CPUs such as 0-2,4.`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return ascending(cpus);
}

/** The same list as the kernel writes it: ascending, neighbours joined to ranges. */
export function formatCpuList(cpus: readonly number[]): string {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const cpu of ascending(cpus)) {
    const last = ranges.at(-1);
    if (last && cpu === last.to + 1) last.to = cpu;
    else ranges.push({ from: cpu, to: cpu });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/**
 * The layout as the calling process finds it. Read it before anything is pinned: a pinned process may use fewer CPUs.
 * Without `/proc` and `/sys` (Windows, macOS) every logical CPU is allowed and counts as a core of its own.
 */
export function readCoreLayout(): CoreLayout {
  const status = readText('/proc/self/status');
  const list = status === null ? undefined : /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1];
  const allowed = list === undefined ? os.cpus().map((_, cpu) => cpu) : parseCpuList(list);
  return { allowed, cores: physicalCores() };
}

/**
 * The CPUs to pin to when `count` cores are wanted: the first allowed CPU of each physical core, core by core; only when
 * the cores do not suffice, further CPUs of the same cores. Fewer than `count` if fewer are allowed. Ascending.
 * @throws RangeError if `count` is not a whole number of at least 1
 */
export function coresToPin(count: number, layout: CoreLayout = readCoreLayout()): readonly number[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`At least one core is needed, not ${count}.`);
  const rank = new Map<number, number>();
  for (const core of layout.cores) {
    const usable = ascending(core).filter((cpu) => layout.allowed.includes(cpu));
    for (const [position, cpu] of usable.entries()) rank.set(cpu, position);
  }
  // A stable sort: CPUs of equal rank stay in ascending order.
  const byRank = ascending(layout.allowed).sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return ascending(byRank.slice(0, count));
}

function physicalCores(): number[][] {
  const groups = new Set<string>();
  for (const name of folderNames(cpuFolder)) {
    if (!/^cpu\d+$/.test(name)) continue;
    const siblings = readText(`${cpuFolder}/${name}/topology/thread_siblings_list`);
    if (siblings !== null) groups.add(siblings.trim());
  }
  return [...groups].map(parseCpuList);
}

function ascending(cpus: readonly number[]): number[] {
  return [...new Set(cpus)].sort((a, b) => a - b);
}

function folderNames(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return []; // not Linux: every logical CPU counts as a core of its own
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null; // not Linux, or a CPU that is switched off
  }
}
