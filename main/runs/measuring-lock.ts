import { futimes } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { visible } from '@core/texts/visible';
import { describeWriteError } from '../storage/atomic-write';
import { dropLock, lookAtLock, makeLock, removeStale, turnOf } from './lock-file';
import type { LockState } from './lock-file';
import { ownIdentity } from './process-identity';

/** The right to measure on this machine: one run at a time, or they would disturb each other. */
export interface MeasuringLock {
  /**
   * Tells those who cannot look at this process (another container, another user) that it lives; at most every 10 s anything is
   * done. The lock does so by itself, but for the time that `whileTimed` names.
   */
  signOfLife(): void;
  /** True: no timer of its own until `false`; whoever has one that goes on anyway calls `signOfLife`. */
  whileTimed(isTimed: boolean): void;
  release(): void;
}

export const machineLockPath = join(tmpdir(), 'concurrency-lab-measuring.lock');

const signEveryMs = 10_000;
/**
 * What another user left in a folder such as /tmp can be removed by him alone. Then the next place is taken. Every taker looks at
 * all of them after it has taken one, and gives it up if another one is held: of two takers at least one sees the other.
 */
const places = 8;
/** Longest that is waited for others that are just taking the lock, in tries of 10 ms. */
const turnTries = 30;
const turnWaitMs = 10;

/**
 * Takes the machine's measuring lock. A lock whose owner has ended, and what is no lock, is taken over (docs/decisions/0013).
 * @throws LabError `machine-busy` saying who measures and since when; `not-writable` or `disk-full` if no lock can be made
 */
export function takeMeasuringLock(what: string, path: string = machineLockPath): MeasuringLock {
  const content = JSON.stringify(ownIdentity(what));
  const all = Array.from({ length: places }, (_, n) => (n === 0 ? path : `${path}.${n + 1}`));
  try {
    for (const place of all) {
      const file = takePlace(place, content);
      if (file === undefined) continue;
      const held = all.filter((other) => other !== place).map(lookAtLock);
      const other = held.find((state) => state.kind === 'held');
      if (!other) return heldLock(place, file, content);
      dropLock(place, file, content);
      throw busy(other);
    }
  } catch (error) {
    throw error instanceof LabError ? error : describeWriteError(`The measuring lock ${path}`, error);
  }
  throw new LabError(
    'machine-busy',
    `Locks that another user left behind are in the way: ${all.join(', ')}. Delete them.`,
  );
}

/**
 * Waits for the lock.
 * @param onWait called once with the reason
 * @param stopped settles when waiting shall end
 * @returns undefined if it was stopped first
 */
export async function waitForMeasuringLock(
  what: string,
  onWait: (message: string) => void,
  stopped: Promise<void>,
): Promise<MeasuringLock | undefined> {
  const end = stopped.then(() => true);
  for (let waited = false; ; waited = true) {
    try {
      return takeMeasuringLock(what);
    } catch (error) {
      if (!(error instanceof LabError) || error.code !== 'machine-busy') throw error;
      if (!waited) onWait(error.message);
      const pause = new Promise<boolean>((resolve) => setTimeout(resolve, 500, false));
      if (await Promise.race([end, pause])) return undefined;
    }
  }
}

/** @returns the open lock; undefined if something is in the way that cannot be removed. @throws LabError `machine-busy` */
function takePlace(path: string, content: string): number | undefined {
  for (let tries = 0; tries < turnTries; tries++) {
    const file = makeLock(path, content);
    if (file !== undefined) return file;
    const state = lookAtLock(path);
    if (state.kind === 'held') throw busy(state);
    const removal = removeStale(path);
    if (removal === 'in-the-way') return undefined;
    if (removal === 'other-turn') sleep(turnWaitMs);
  }
  const turn = turnOf(path);
  throw new LabError(
    'machine-busy',
    `Another program is just taking the measuring lock, or was ended while it did. Try again in some seconds; if it stays so, delete ${turn}.`,
  );
}

/** For a moment and only in a race: everything here happens in one turn of the loop. */
function sleep(ms: number): void {
  // eslint-disable-next-line no-restricted-syntax -- 0.3 s at the very most, while another taker removes a stale lock
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function busy({ by, isElsewhere }: Extract<LockState, { kind: 'held' }>): LabError {
  if (!by) return new LabError('machine-busy', 'Another run is just about to measure on this machine. Try again.');
  const where = isElsewhere && by.place ? ` of "${visible(by.place.host)}"` : '';
  const until = isElsewhere ? ' It cannot be looked at from here: without a sign of life it counts for a minute.' : '';
  return new LabError(
    'machine-busy',
    `Another run is measuring on this machine: ${visible(by.what)}, process ${by.pid}${where}, since ${by.since}. Wait until it ends, or end it.${until}`,
  );
}

function heldLock(path: string, file: number, content: string): MeasuringLock {
  let isHeld = true;
  let signedMs = performance.now();
  let timer: NodeJS.Timeout | undefined;

  function signOfLife(): void {
    const nowMs = performance.now();
    if (!isHeld || nowMs - signedMs < signEveryMs) return;
    signedMs = nowMs;
    const now = new Date();
    // By the open file, never by its name; and not in main's way, whatever the disk does.
    futimes(file, now, now, () => undefined);
  }

  function whileTimed(isTimed: boolean): void {
    clearInterval(timer);
    if (isTimed || !isHeld) return;
    timer = setInterval(signOfLife, signEveryMs);
    timer.unref();
  }

  function release(): void {
    if (!isHeld) return;
    isHeld = false;
    clearInterval(timer);
    process.off('exit', release);
    dropLock(path, file, content);
  }

  whileTimed(false);
  // However the program ends, if it still can do anything.
  process.on('exit', release);
  return { signOfLife, whileTimed, release };
}
