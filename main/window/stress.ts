import { LabError } from '@core/ipc/envelope';
import type { RunState } from '@core/ipc/payloads';
import { blockForStress } from '@core/kernels/bounded-block';
import type { BoundedBlock } from '@core/kernels/bounded-block';
import type { MeasuringLock } from '../runs/measuring-lock';

/** Blocks something on purpose, so that a person sees what that does. Never while anything is measured. */
export interface Stress {
  /** @throws LabError `run-active`, `machine-busy` */
  allow(): void;
  /** Blocks the calling thread, which is main's. @throws LabError `run-active`, `machine-busy` */
  blockMain(): BoundedBlock;
}

/** @param takeLock the machine's measuring lock, so that a run of another program is not disturbed either */
export function createStress(
  runState: () => RunState,
  takeLock: (what: string) => Pick<MeasuringLock, 'release'>,
): Stress {
  function take(): Pick<MeasuringLock, 'release'> {
    const { phase } = runState();
    if (phase === 'running' || phase === 'stopping') {
      throw new LabError('run-active', 'A run is being measured, and blocking would disturb it. Wait until it ends.');
    }
    return takeLock('a block on purpose in the Live monitor');
  }
  return {
    allow() {
      take().release();
    },
    blockMain() {
      const lock = take();
      try {
        return blockForStress(() => performance.now());
      } finally {
        lock.release();
      }
    },
  };
}
