import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    for (let attempt = 0; attempt < 3; attempt++) {
      if (tryLink(draft, path)) return { release: () => releaseLock(own, path) };
      const holder = readHolder(path);
      if (holder && isAlive(holder)) {
        throw new LabError(
          'machine-busy',
          `Another run is measuring on this machine: ${holder.what}, process ${holder.pid}, since ${holder.since}. Wait until it ends, or end it.`,
        );
      }
      removeStale(path, `${path}.stale-${own.pid}`);
    }
    throw new LabError('machine-busy', 'The measuring lock changes hands too fast. Try again.');
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for the lock. @param onWait called once with the reason */
export async function waitForMeasuringLock(what: string, onWait: (message: string) => void): Promise<MeasuringLock> {
  for (let waited = false; ; waited = true) {
    try {
      return takeMeasuringLock(what);
    } catch (error) {
      if (!(error instanceof LabError) || error.code !== 'machine-busy') throw error;
      if (!waited) onWait(error.message);
      await new Promise((resolve) => setTimeout(resolve, 500));
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

/** Moves a stale lock away first: if another taker was faster, what was moved is its fresh lock, and it is put back. */
function removeStale(path: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else removed it
  }
  const moved = readHolder(aside);
  if (moved && isAlive(moved)) tryLink(aside, path);
  rmSync(aside, { force: true });
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
