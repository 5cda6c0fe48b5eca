import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import * as v from 'valibot';
import { count, shortText, utcTime } from '@core/record/schema-parts';

/** A process that can be told from a later one with the same pid, and from one of another container or machine. */
export const ownerSchema = v.object({
  pid: count,
  /** Start of the process in the system's own unit (Linux: clock ticks since boot); null where it cannot be read. */
  processStart: v.nullable(shortText),
  since: utcTime,
  what: shortText,
  /** Where the pid means something. Absent in what older programs wrote. */
  place: v.optional(v.object({ host: shortText, boot: v.nullable(shortText), pidNamespace: v.nullable(shortText) })),
});
export type Owner = v.InferOutput<typeof ownerSchema>;

/** The machine, its start, and the PID namespace (a container has its own): pids are unique within the three. */
export interface ProcessPlace {
  readonly host: string;
  /** Null where the system gives its starts no names. */
  readonly boot: string | null;
  /** Null where there are none. */
  readonly pidNamespace: string | null;
}

/** `unknown`: it runs elsewhere, or nothing of it may be read, so that only a sign of life of its own can tell. */
export type Life = 'alive' | 'ended' | 'unknown';

/** This process, as an owner. */
export function ownIdentity(what: string): Owner {
  const since = new Date().toISOString();
  return { pid: process.pid, processStart: processStart(process.pid), since, what, place: ownPlace() };
}

/** Where this process runs. */
export function ownPlace(): ProcessPlace {
  return {
    host: os.hostname().slice(0, 100) || 'unknown',
    boot: readOrNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()),
    pidNamespace: readOrNull(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** Whether the process that wrote this still runs, as far as that can be told from here. */
export function lifeOf({ pid, processStart: start, place }: Owner, here: ProcessPlace = ownPlace()): Life {
  const nearness = place === undefined ? 'same' : nearnessOf(place, here);
  if (nearness !== 'same') return nearness === 'earlier' ? 'ended' : 'unknown';
  if (!isRunning(pid)) return 'ended';
  const found = processStart(pid);
  // Not to be read: another system than Linux, or a process that is hidden from this user.
  if (found === null) return 'unknown';
  // This program notes the start wherever it can be read: a note without one was made by nobody who could live here.
  return found === start ? 'alive' : 'ended';
}

/** `earlier`: the same machine before it was started anew, so that nothing of it runs any more. */
function nearnessOf(place: ProcessPlace, here: ProcessPlace): 'same' | 'earlier' | 'elsewhere' {
  if (place.boot === null || here.boot === null) return place.host === here.host ? 'same' : 'elsewhere';
  if (place.boot === here.boot) return place.pidNamespace === here.pidNamespace ? 'same' : 'elsewhere';
  return place.host === here.host ? 'earlier' : 'elsewhere';
}

/** Who cannot be asked whether he lives is believed to for so long after his last sign of life. */
const elsewhereMs = 24 * 3_600_000;

/**
 * True if the process that wrote this is still running, or may be: one elsewhere is believed to for a day.
 * @param lastSign when it last gave a sign of life, ISO 8601
 */
export function isAlive(owner: Owner, lastSign: string = owner.since): boolean {
  const life = lifeOf(owner);
  return life === 'alive' || (life === 'unknown' && Math.abs(Date.now() - Date.parse(lastSign)) < elsewhereMs);
}

const largestPid = 0x7fff_ffff;

/** True if some process has this id now. */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid < 1 || pid > largestPid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat (man 5 proc). The name in field 2 may hold spaces and brackets: count from the last one. */
export function processStart(pid: number): string | null {
  const stat = readOrNull(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function readOrNull(read: () => string): string | null {
  try {
    return read().slice(0, 100);
  } catch {
    return null;
  }
}
