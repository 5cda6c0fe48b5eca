import type { RunEvent } from '@core/record/events';
import type { RunClock } from '../measurement/clock';
import { coresOnline, createLoadMeter } from '../measurement/machine-load';
import { readCoreLayout } from '../measurement/core-choice';
import { createCounterReader } from '../measurement/process-counters';
import type { Crew } from './crew';
import { describe } from './hiring';

/** Reports the machine's load over each round, and how much of it was the run's own. */
export interface RoundLoad {
  /** Reports the load since the last call as that of this round (-1: before the run). */
  end(round: number): Promise<void>;
}

/** Begins the first interval. `crews` may still be empty then. */
export function createRoundLoad(
  clock: RunClock,
  crews: ReadonlyMap<string, Crew>,
  report: (event: RunEvent) => void,
): RoundLoad {
  const meter = createLoadMeter();
  const usable = usableCores(coresOnline(), readCoreLayout().allowed);
  const counters = createCounterReader();
  let startNs = clock.now();
  let ownBefore = ownSeconds();

  /**
   * CPU seconds of the lab process, and of processes of the run that have ended: what a lost worker used is ours. Main forks the
   * task processes, the lab process the Pythons; only Linux tells the sum of those that are gone.
   */
  function ownSeconds(): number {
    const { user, system } = process.cpuUsage();
    const ended = [process.pid, process.ppid].map((pid) => counters?.process(pid)?.endedChildrenSeconds ?? 0);
    return (user + system) / 1e6 + ended.reduce((sum, one) => sum + one, 0);
  }

  return {
    async end(round) {
      const own = ownSeconds() + (await cpuSecondsOfProcesses(crews));
      const load = { round, startNs, endNs: clock.now(), perCore: meter.read(), ...usable };
      report({ type: 'load', load: { ...load, ownCpuSeconds: Math.max(0, own - ownBefore) } });
      ownBefore = own;
      startNs = clock.now();
    },
  };
}

/**
 * Places in the list of cores of those that the lab may use; nothing if it may use all.
 * @param online logical CPUs in the order of the list
 */
export function usableCores(online: readonly number[], allowed: readonly number[]): { readonly usable?: number[] } {
  const places = online.flatMap((cpu, place) => (allowed.includes(cpu) ? [place] : []));
  return places.length === 0 || places.length === online.length ? {} : { usable: places };
}

/** CPU seconds of every task process together. */
async function cpuSecondsOfProcesses(crews: ReadonlyMap<string, Crew>): Promise<number> {
  let seconds = 0;
  const counted = new Set<number>();
  for (const { members } of crews.values()) {
    for (const { handle } of members) {
      if (handle.kind !== 'process' && handle.transport !== 'pipe') continue;
      const { pid, cpuSeconds } = await describe(handle);
      // Several threads may be of one process, which is counted once.
      if (!counted.has(pid)) seconds += cpuSeconds;
      counted.add(pid);
    }
  }
  return seconds;
}
