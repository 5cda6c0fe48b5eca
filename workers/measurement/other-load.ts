import type { OtherProgram } from '@core/monitor/other-load';

/** One process as Linux counts it. */
export interface CountedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** CPU time, user and system, in ticks since it began. */
  readonly ticks: number;
  /** When it began, in ticks since the system did: tells it from a later process of the same id. */
  readonly startTicks: number;
}

/** Programs below this many cores are not named. */
const namedFromCores = 0.02;
const mostNamed = 4;

/**
 * Fields 1, 2, 4, 14, 15 and 22 of /proc/<pid>/stat (man 5 proc). The name may hold spaces and parentheses, but ends with the
 * last ")". Undefined if the text is not of that form.
 */
export function processOf(stat: string): CountedProcess | undefined {
  const open = stat.indexOf('(');
  const close = stat.lastIndexOf(')');
  if (open < 1 || close < open) return undefined;
  const fields = stat.slice(close + 2).split(' ');
  const [parent, user, system, startTicks] = [fields[1], fields[11], fields[12], fields[19]].map((field) =>
    field === undefined || field === '' ? Number.NaN : Number(field),
  );
  const counted = {
    pid: Number(stat.slice(0, open)),
    parent: parent ?? Number.NaN,
    ticks: (user ?? Number.NaN) + (system ?? Number.NaN),
    startTicks: startTicks ?? Number.NaN,
  };
  if (!Object.values(counted).every(Number.isFinite)) return undefined;
  return { ...counted, name: plainName(stat.slice(open + 1, close)) };
}

/** A name as it may be shown anywhere: a program chooses its own, control characters for a terminal included. */
export function plainName(name: string): string {
  return name.replace(/\p{C}/gu, '').trim().slice(0, 40) || '?';
}

export interface ProcessDeltas {
  /** Cores that our own processes kept busy. */
  readonly ownCores: number;
  /** The busiest others. */
  readonly programs: readonly OtherProgram[];
}

/**
 * What each process used between two readings.
 * @param own ids of our processes; whatever descends from them is ours, too
 * @param ticks ticks that one core has had between the readings
 */
export function processDeltas(
  before: readonly CountedProcess[],
  after: readonly CountedProcess[],
  own: readonly number[],
  ticks: number,
): ProcessDeltas {
  const earlier = new Map(before.map((one) => [one.pid, one]));
  const ours = familyOf(own, [...before, ...after]);
  const byName = new Map<string, number>();
  let ownCores = 0;
  for (const { pid, name, ticks: now, startTicks } of after) {
    const then = earlier.get(pid);
    // One that began meanwhile has used all its time since then.
    const cores = Math.max(0, now - (then?.startTicks === startTicks ? then.ticks : 0)) / ticks;
    if (ours.has(pid)) ownCores += cores;
    else byName.set(name, (byName.get(name) ?? 0) + cores);
  }
  return { ownCores, programs: busiest([...byName].map(([name, cores]) => ({ name, cores }))) };
}

/** The programs that are worth a name, most first. */
export function busiest(programs: readonly OtherProgram[]): readonly OtherProgram[] {
  return programs
    .filter(({ cores }) => cores >= namedFromCores)
    .sort((a, b) => b.cores - a.cores)
    .slice(0, mostNamed);
}

function familyOf(own: readonly number[], processes: readonly CountedProcess[]): ReadonlySet<number> {
  const children = new Map<number, number[]>();
  for (const { pid, parent } of processes) children.set(parent, [...(children.get(parent) ?? []), pid]);
  const family = new Set<number>();
  const open = [...own];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    if (family.has(pid)) continue;
    family.add(pid);
    open.push(...(children.get(pid) ?? []));
  }
  return family;
}
