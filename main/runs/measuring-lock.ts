import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { LabError } from '@core/ipc/envelope';
import { isAlive, ownerSchema, ownIdentity } from './process-identity';
import type { Owner } from './process-identity';

/** The right to measure on this machine: one run at a time, or they would disturb each other. */
export interface MeasuringLock {
  release(): void;
}

export const machineLockPath = join(tmpdir(), 'concurrency-lab-measuring.lock');

/**
 * Takes the machine's measuring lock. A lock whose owner has ended is taken over.
 * @throws LabError `machine-busy` saying who measures and since when
 */
export function takeMeasuringLock(what: string, path: string = machineLockPath): MeasuringLock {
  const own = ownIdentity(what);
  const draft = `${path}.${own.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (tryLink(draft, path)) return { release: () => releaseLock(own, path) };
      const holder = readHolder(path);
      if (holder && isAlive(holder)) {
        throw new LabError(
          'machine-busy',
          `Another run is measuring on this machine: ${holder.what}, process ${holder.pid}, since ${holder.since}. Wait until it ends, or end it.`,
        );
      }
      removeStale(path);
    }
    throw new LabError('machine-busy', 'The measuring lock changes hands too fast. Try again.');
  } finally {
    rmSync(draft, { force: true });
  }
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

/** A hard link is made by exactly one taker and appears with its content: no half-written lock can be read. */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock whose owner has ended. Takers do this one at a time (a folder is made by exactly one), and look again
 * inside: what one of them has removed and taken anew is alive by then.
 * @throws LabError `machine-busy` if the file belongs to another user and cannot be removed
 */
function removeStale(path: string): void {
  const turn = `${path}.turn`;
  try {
    mkdirSync(turn);
  } catch {
    removeOldTurn(turn);
    return; // another taker is at it, or has just been: try to take the lock again
  }
  try {
    const holder = readHolder(path);
    if (!holder || !isAlive(holder)) rmSync(path, { force: true });
  } catch (error) {
    const message = `A lock that another user left behind is in the way: ${path}. Delete it, or ask its owner to.`;
    throw new LabError('machine-busy', message, { cause: error });
  } finally {
    rmdirSync(turn);
  }
}

/** A taker that was killed at its turn leaves the folder behind; a turn takes far less than these seconds. */
function removeOldTurn(turn: string): void {
  try {
    if (Date.now() - statSync(turn).mtimeMs > 10_000) rmdirSync(turn);
  } catch {
    // it ended meanwhile
  }
}

function readHolder(path: string): Owner | undefined {
  try {
    const holder = v.safeParse(ownerSchema, JSON.parse(readFileSync(path, 'utf8')));
    return holder.success ? holder.output : undefined;
  } catch {
    return undefined;
  }
}

function releaseLock(own: Owner, path: string): void {
  const holder = readHolder(path);
  if (holder?.pid === own.pid && holder.processStart === own.processStart) rmSync(path, { force: true });
}
