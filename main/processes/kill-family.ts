import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends a process at once, and the programs that it has started, which would be left alone otherwise (a Python that was asked for
 * its version and never answers). Those are found on Linux only; elsewhere the process alone is ended. Never throws.
 */
export function killFamily(pid: number): void {
  const children = childrenOf(pid);
  kill(pid);
  for (const child of children) {
    // A program that leads a group of its own takes along what it has started itself.
    kill(-child);
    kill(child);
  }
}

/** CPU time of a process with all its threads, in the system's ticks; undefined where that cannot be read (Linux only). */
export function cpuTicksOf(pid: number): number | undefined {
  const fields = fieldsOf(pid);
  // Fields 14 and 15 of man 5 proc, counted from the third one.
  return fields === undefined ? undefined : Number(fields[11]) + Number(fields[12]);
}

function childrenOf(parent: number): readonly number[] {
  if (process.platform !== 'linux') return [];
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((pid) => Number(fieldsOf(pid)?.[1]) === parent);
  } catch {
    return [];
  }
}

/** What stands after the name in /proc/PID/stat: state, parent, group, ... The name may hold spaces and brackets. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has gone, or leads no group: that is what was wanted
  }
}
