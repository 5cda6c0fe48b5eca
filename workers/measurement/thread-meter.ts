import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { EventLoopUtilization } from 'node:perf_hooks';
import type { ThreadCounters } from '@core/record/events';
import { createClock } from './clock';
import type { RunClock } from './clock';
import { garbageNs, watchGarbage } from './garbage';
import { createMigrationReader } from './migrations';
import { createLoopBeat } from './thread-meter-beat';

/** Counts what the calling thread goes through between two points of time. */
export interface ThreadMeter {
  /**
   * Begins counting anew.
   * @param watchLoop also probe the event loop's delay with a beat every 10 ms. It costs nothing while the thread
   * computes or is blocked, but wakes an idle thread 100 times a second (1 to 2 % of a core on a virtual machine, and
   * as many voluntary context switches): leave it off where waiting itself is measured.
   */
  begin(watchLoop?: boolean): void;
  /**
   * Ends counting. Garbage collections are told in a later turn of the loop: end only after one. What the system does not tell, or was not watched, is null. Without
   * `begin` everything is null.
   */
  end(): ThreadCounters;
}

interface Switches {
  readonly voluntary: number;
  readonly involuntary: number;
}

interface Before {
  readonly switches: Switches | null;
  readonly loop: EventLoopUtilization;
  readonly migrations: number | null;
}

/** A meter for the thread that creates it; both ends are read outside timed sections (about 50 µs each). */
export function createThreadMeter(clock: RunClock = createClock()): ThreadMeter {
  const beat = createLoopBeat(clock);
  const readMigrations = createMigrationReader();
  watchGarbage();
  let before: Before | undefined;
  return {
    begin(watchLoop = false) {
      const switches = readSwitches();
      beat.stop();
      if (watchLoop) beat.start();
      garbageNs();
      before = { switches, migrations: readMigrations(), loop: performance.eventLoopUtilization() };
    },
    end() {
      const loop = before && utilizationSince(before.loop);
      const loopDelay = beat.stop();
      const switches = readSwitches();
      const since = before?.switches;
      const migrations = readMigrations();
      const migrationsBefore = before?.migrations ?? null;
      const known = switches !== null && since ? { now: switches, then: since } : undefined;
      const counters: ThreadCounters = {
        voluntarySwitches: known ? known.now.voluntary - known.then.voluntary : null,
        involuntarySwitches: known ? known.now.involuntary - known.then.involuntary : null,
        utilization: loop ?? null,
        loopDelay,
        migrations: migrations === null || migrationsBefore === null ? null : migrations - migrationsBefore,
        garbageNs: before ? garbageNs() : null,
      };
      before = undefined;
      return counters;
    },
  };
}

/**
 * Share of the time since then that the loop was not idle in the event provider. Null where the loop is not run by
 * libuv itself (the main threads of Electron's processes): Node then reports 0 for both times, always.
 */
function utilizationSince(then: EventLoopUtilization): number | null {
  const { idle, active } = performance.eventLoopUtilization(then);
  if (!(idle + active > 0)) return null;
  return Math.min(1, Math.max(0, active / (idle + active)));
}

/** The calling thread's context switches since it began (Linux, man 5 proc, /proc/pid/status); null elsewhere. */
function readSwitches(): Switches | null {
  try {
    const status = readFileSync('/proc/thread-self/status', 'latin1');
    const voluntary = /^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1];
    const involuntary = /^nonvoluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1];
    if (voluntary === undefined || involuntary === undefined) return null;
    return { voluntary: Number(voluntary), involuntary: Number(involuntary) };
  } catch {
    return null;
  }
}
