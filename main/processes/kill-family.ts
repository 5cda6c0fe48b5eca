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

/**
 * Helpers of this app that are not among these: such a one was stopped before it could say that it had been launched, so that its
 * process id is not known to Electron (Linux only).
 */
export function helpersOutOf(known: readonly number[]): readonly number[] {
  if (process.platform !== 'linux') return [];
  try {
    const pids = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    return pids.filter((pid) => !known.includes(pid) && isHelper(pid) && descendsFromHere(pid));
  } catch {
    return [];
  }
}

function isHelper(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('node.mojom.NodeService');
  } catch {
    return false;
  }
}

/** Chromium starts its processes itself or through one that it keeps for that. */
function descendsFromHere(pid: number): boolean {
  let parent = pid;
  for (let levels = 0; levels < 4; levels++) {
    parent = Number(fieldsOf(parent)?.[1]);
    if (parent === process.pid) return true;
    if (!(parent > 1)) return false;
  }
  return false;
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
