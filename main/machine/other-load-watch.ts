import { app } from 'electron';
import type { OtherLoad } from '@core/monitor/other-load';
import type { FromMachine, LoadAnswer, ToMachine } from '@core/protocol/machine';
import type { AppMetric } from '../monitor/roster';
import { runningUtilities } from '../processes/running-utilities';
import { startWatchedUtility } from '../processes/watched-utility';
import type { WatchedUtility } from '../processes/watched-utility';

/** Looks at what else uses the cores, before a run and never during one. */
export interface OtherLoadWatch {
  /** One look of about a second; null where the system does not tell. @throws LabError as `mayLook` does */
  look(): Promise<OtherLoad | null>;
  /** Ends the process that looks; a look that goes on gives null. */
  stop(): Promise<void>;
}

const answerWithinMs = 5_000;
/** Nobody has asked for so long: the process ends. */
const keepMs = 4_000;

/** @param mayLook throws while anything is measured on this machine */
export function createOtherLoadWatch(mayLook: () => void): OtherLoadWatch {
  let watcher: WatchedUtility | undefined;
  /** Takes the answer to the look that goes on. */
  let settle: ((load: LoadAnswer | undefined) => void) | undefined;
  let looking: Promise<OtherLoad | null> | undefined;
  let idle: NodeJS.Timeout | undefined;

  function running(): WatchedUtility {
    if (watcher) return watcher;
    const started = startWatchedUtility('machine', 'Concurrency Lab machine', { isBusy: () => settle !== undefined });
    watcher = started;
    started.onMessage((message) => settle?.((message as Extract<FromMachine, { type: 'load' }>).load));
    void started.lost.then(() => {
      if (watcher === started) watcher = undefined;
      settle?.(undefined);
    });
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const ending = watcher;
    watcher = undefined;
    await ending?.stop();
  }

  /** Undefined if the process ends or says nothing. */
  function ask(own: readonly number[]): Promise<LoadAnswer | undefined> {
    return new Promise((resolve) => {
      const asked = running();
      // The next look has a new process.
      const giveUp = setTimeout(() => {
        asked.giveUp('It did not answer in time.');
      }, answerWithinMs);
      settle = (load) => {
        clearTimeout(giveUp);
        settle = undefined;
        resolve(load);
      };
      asked.post({ type: 'load', own } satisfies ToMachine);
    });
  }

  async function look(): Promise<OtherLoad | null> {
    clearTimeout(idle);
    const before = ownUse();
    const answer = await ask(before.pids);
    idle = setTimeout(() => void stop(), keepMs);
    if (!answer) return null;
    const ownCores = answer.ownCores ?? usedBetween(before, ownUse());
    if (ownCores === undefined) return null;
    const { cores, programs } = answer;
    return { cores, programs, busyCores: Math.min(cores, Math.max(0, answer.busyCores - ownCores)) };
  }

  return {
    look() {
      mayLook();
      looking ??= look().finally(() => (looking = undefined));
      return looking;
    },
    stop,
  };
}

interface OwnUse {
  readonly atMs: number;
  readonly pids: readonly number[];
  /** CPU seconds by process, where the runtime counts them. */
  readonly seconds: ReadonlyMap<number, number | undefined>;
}

function ownUse(): OwnUse {
  // What newer runtimes add to the older one's type.
  const found: readonly unknown[] = app.getAppMetrics();
  const metrics = found as readonly AppMetric[];
  const seconds = new Map(metrics.map(({ pid, cpu }) => [pid, cpu.cumulativeCPUUsage]));
  const pids = [process.pid, ...seconds.keys(), ...runningUtilities().map(({ pid }) => pid)];
  return { atMs: performance.now(), pids: [...new Set(pids)], seconds };
}

/** Cores that our processes kept busy; undefined where the runtime does not count: nothing can be said of others then. */
function usedBetween(before: OwnUse, after: OwnUse): number | undefined {
  let sum = 0;
  for (const [pid, seconds] of after.seconds) {
    if (seconds === undefined) return undefined;
    sum += seconds - (before.seconds.get(pid) ?? 0);
  }
  return sum / ((after.atMs - before.atMs) / 1000);
}
