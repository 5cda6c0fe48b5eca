import { readFileSync, readdirSync } from 'node:fs';

/** CPU time in ticks of the system's accounting: of the whole machine, and of a process with all that came from it. */
interface Ticks {
  readonly machine: number;
  readonly busy: number;
  readonly own: number;
}

/** Measures what programs other than the given ones do meanwhile. */
export interface OthersMeter {
  /** Share of the machine's CPU time used by all other programs since the meter was made; null where it cannot be read. */
  read(): number | null;
}

/**
 * A window that loses the processor to another program is late through no fault of its own: the figures must tell. Kernel
 * work on behalf of nobody in particular counts as other programs'. Linux alone.
 * @param roots the processes that are not "others", with their descendants
 */
export function meterOthers(roots: readonly number[]): OthersMeter {
  if (process.platform !== 'linux') return { read: () => null };
  const before = ticksNow(roots);
  return {
    read() {
      const after = ticksNow(roots);
      const machine = after.machine - before.machine;
      const others = after.busy - before.busy - (after.own - before.own);
      return machine > 0 ? Math.max(0, others / machine) : null;
    },
  };
}

function ticksNow(roots: readonly number[]): Ticks {
  // "cpu" user nice system idle iowait irq softirq steal ...; guest times are in user already.
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n');
  const times = first.trim().split(/\s+/).slice(1, 9).map(Number);
  const machine = times.reduce((sum, one) => sum + one, 0);
  const [idle = 0, waiting = 0] = times.slice(3, 5);
  return { machine, busy: machine - idle - waiting, own: ownTicks(roots) };
}

/** Of the living and of those that have been waited for (utime, stime, cutime, cstime: fields 14 to 17). */
function ownTicks(roots: readonly number[]): number {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        const fields = statOf(name);
        return fields ? [[Number(name), fields] as const] : [];
      }),
  );
  const isOwn = (pid: number): boolean => {
    const parent = stats.get(pid)?.parent;
    return roots.includes(pid) || (parent !== undefined && parent !== 0 && isOwn(parent));
  };
  return [...stats].filter(([pid]) => isOwn(pid)).reduce((sum, [, { ticks }]) => sum + ticks, 0);
}

function statOf(pid: string): { readonly parent: number; readonly ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before them may hold spaces but ends with ")".
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {
      parent: Number(fields[1]),
      ticks: fields
        .slice(11, 15)
        .map(Number)
        .reduce((sum, one) => sum + one, 0),
    };
  } catch {
    return undefined; // it has ended meanwhile
  }
}
