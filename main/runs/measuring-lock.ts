import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { LabError } from '@core/ipc/envelope';
import { describeWriteError, errorCode } from '../storage/atomic-write';
import { isAlive, ownerSchema, ownIdentity } from './process-identity';
import type { Owner } from './process-identity';

/** The right to measure on this machine: one run at a time, or they would disturb each other. */
export interface MeasuringLock {
  release(): void;
}

export const machineLockPath = join(tmpdir(), 'concurrency-lab-measuring.lock');

/**
 * Takes the machine's measuring lock. A lock whose owner has ended is taken over.
 * @throws LabError `machine-busy` saying who measures and since when; `not-writable` or `disk-full` if no lock can be made
 */
export function takeMeasuringLock(what: string, path: string = machineLockPath): MeasuringLock {
  const own = ownIdentity(what);
  const draft = `${path}.${own.pid}-${randomBytes(6).toString('hex')}`;
  try {
    // `wx`: never through a link that somebody else put there.
    writeFileSync(draft, JSON.stringify(own), { flag: 'wx' });
    for (let attempt = 0; attempt < 20; attempt++) {
      if (tryLink(draft, path, JSON.stringify(own))) return { release: () => releaseLock(own, path) };
      const holder = readHolder(path);
      if (holder && isAlive(holder)) {
        throw new LabError(
          'machine-busy',
          `Another run is measuring on this machine: ${holder.what}, process ${holder.pid}, since ${holder.since}. Wait until it ends, or end it.`,
        );
      }
      // Where a lock cannot be made with its content in one step, it may be read before it is whole.
      if (!holder && isYoung(path)) {
        throw new LabError('machine-busy', 'Another run is just about to measure on this machine. Try again.');
      }
      removeStale(path);
    }
    throw new LabError('machine-busy', 'The measuring lock changes hands too fast. Try again.');
  } catch (error) {
    throw error instanceof LabError ? error : describeWriteError(`The measuring lock ${path}`, error);
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
function tryLink(draft: string, path: string, content: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!withoutLinks.has(code)) throw error;
    return tryCreate(path, content);
  }
}

/** What file systems without hard links answer. */
const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EXDEV',
]);

/** Also made by exactly one taker, but it appears empty first. */
function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

const youngMs = 500;

function isYoung(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    return age >= 0 && age < youngMs;
  } catch {
    return false;
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
