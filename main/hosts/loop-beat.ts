import type { Watched } from '@core/protocol/worker';

/** Beats on this process's event loop. */
export interface LoopBeat {
  /** Ends it. @returns the lateness of every beat that was due, and when the first one was */
  end(): NonNullable<Watched['beats']>;
}

const periodNs = 10e6;

/**
 * An open-loop beat: beat i is due at a multiple of 10 ms whether or not the one before came in time, and counts as late as
 * it is when the loop gets to it. With every beat one synthetic input is sent, so that an input which main could send only
 * late counts from when it was due.
 * @param now nanoseconds since the run's start
 */
export function createLoopBeat(now: () => number, sendInput: () => void): LoopBeat {
  const firstDueNs = now() + periodNs;
  const latencyNs: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function take(): void {
    const nowNs = now();
    for (let dueNs = firstDueNs + latencyNs.length * periodNs; dueNs <= nowNs; dueNs += periodNs) {
      latencyNs.push(nowNs - dueNs);
      sendInput();
    }
  }

  function plan(): void {
    const dueNs = firstDueNs + latencyNs.length * periodNs;
    timer = setTimeout(
      () => {
        take();
        plan();
      },
      Math.max(1, Math.ceil((dueNs - now()) / 1e6)),
    );
  }
  plan();

  return {
    end() {
      clearTimeout(timer);
      take();
      return { periodNs, firstDueNs, latencyNs: [...latencyNs] };
    },
  };
}
