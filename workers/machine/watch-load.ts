import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import si from 'systeminformation';
import type { LoadAnswer } from '@core/protocol/machine';
import type { OtherProgram } from '@core/monitor/other-load';
import { readCoreLayout } from '../measurement/core-choice';
import { coresOnline, createLoadMeter } from '../measurement/machine-load';
import { busiest, plainName, processDeltas, processOf } from '../measurement/other-load';
import type { CountedProcess } from '../measurement/other-load';

/** Length of one look, in ms: counters have steps of 10 ms, so a core's share is read to about 1 %. */
const lookMs = 800;
/** Systems whose list of processes needs a program to be started may take this long to answer, in ms. */
const namesWithinMs = 900;

/** Looks at the machine for `lookMs`. @param own ids of the lab's processes */
export async function lookAtLoad(own: readonly number[]): Promise<LoadAnswer> {
  const family = [...own, process.pid];
  const meter = createLoadMeter();
  // What goes on where the lab may not run does not disturb it.
  const online = coresOnline();
  const { allowed } = readCoreLayout();
  const isUsable = online.map((cpu) => allowed.includes(cpu));
  const cores = isUsable.filter(Boolean).length || online.length;
  const before = countedProcesses();
  // Elsewhere than on Linux names come from a program that is started for it: before the look, not within.
  const named = before ? undefined : namedElsewhere(family, cores);
  await pause(lookMs);
  const after = before && countedProcesses();
  const busyCores = meter.read().reduce((sum, share, place) => sum + ((isUsable[place] ?? true) ? share : 0), 0);
  if (!before || !after) return { cores, busyCores, ownCores: null, programs: (await named) ?? [] };
  const ticks = (after.atSeconds - before.atSeconds) * ticksPerSecond;
  return { cores, busyCores, ...processDeltas(before.processes, after.processes, family, ticks) };
}

/** USER_HZ: what Linux gives its counters in, on every architecture that the lab runs on (man 7 time). */
const ticksPerSecond = 100;

interface Reading {
  readonly atSeconds: number;
  readonly processes: readonly CountedProcess[];
}

/** Undefined where there is no /proc, or where it may not be read. */
function countedProcesses(): Reading | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    const processes = ids.flatMap((id) => readProcess(id) ?? []);
    return { atSeconds: Number(process.hrtime.bigint()) / 1e9, processes };
  } catch {
    return undefined;
  }
}

/** A process may end between any two readings: that is no failure. */
function readProcess(id: string): CountedProcess | undefined {
  try {
    return processOf(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Names by systeminformation; none if it takes too long. Its first answer on Windows has no interval yet. */
async function namedElsewhere(own: readonly number[], cores: number): Promise<readonly OtherProgram[]> {
  const tooLong = pause(namesWithinMs, undefined, { ref: false });
  const found = await Promise.race([si.processes().catch(() => undefined), tooLong]);
  const isFirst = !hasAsked;
  hasAsked = true;
  if (!found || (isFirst && process.platform === 'win32')) return [];
  // Windows counts a share of all cores, macOS a share of one.
  const one = process.platform === 'win32' ? cores / 100 : 1 / 100;
  const byName = new Map<string, number>();
  for (const { pid, parentPid, name, cpu } of found.list) {
    if (own.includes(pid) || own.includes(parentPid)) continue;
    const plain = plainName(name);
    byName.set(plain, (byName.get(plain) ?? 0) + cpu * one);
  }
  return busiest([...byName].map(([name, busy]) => ({ name, cores: busy })));
}
let hasAsked = false;
