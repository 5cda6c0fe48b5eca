import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { count, shortText, utcTime } from '@core/record/schema-parts';

/** A process that can be told from a later one with the same pid. */
export const ownerSchema = v.strictObject({
  pid: count,
  /** Start of the process in the system's own unit (Linux: clock ticks since boot); null where it cannot be read. */
  processStart: v.nullable(shortText),
  since: utcTime,
  what: shortText,
});
export type Owner = v.InferOutput<typeof ownerSchema>;

/** This process, as an owner. */
export function ownIdentity(what: string): Owner {
  return { pid: process.pid, processStart: processStart(process.pid), since: new Date().toISOString(), what };
}

/** True if the process that wrote this is still running. */
export function isAlive({ pid, processStart: start }: Owner): boolean {
  return isRunning(pid) && (start === null || processStart(pid) === start);
}

/** True if some process has this id now. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat (man 5 proc). The name in field 2 may hold spaces and brackets: count from the last one. */
function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
