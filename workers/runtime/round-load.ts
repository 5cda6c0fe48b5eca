import type { RunEvent } from '@core/record/events';
import type { RunClock } from '../measurement/clock';
import { createLoadMeter } from '../measurement/machine-load';
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
  let startNs = clock.now();
  let ownBefore = ownCpuSeconds();

  return {
    async end(round) {
      const own = ownCpuSeconds() + (await cpuSecondsOfProcesses(crews));
      const load = { round, startNs, endNs: clock.now(), perCore: meter.read() };
      report({ type: 'load', load: { ...load, ownCpuSeconds: Math.max(0, own - ownBefore) } });
      ownBefore = own;
      startNs = clock.now();
    },
  };
}

/** CPU seconds of the lab process. */
function ownCpuSeconds(): number {
  const usage = process.cpuUsage();
  return (usage.user + usage.system) / 1e6;
}

/** CPU seconds of every task process together. */
async function cpuSecondsOfProcesses(crews: ReadonlyMap<string, Crew>): Promise<number> {
  let seconds = 0;
  for (const { members } of crews.values()) {
    for (const { handle } of members) {
      if (handle.kind === 'process') seconds += (await describe(handle)).cpuSeconds;
    }
  }
  return seconds;
}
