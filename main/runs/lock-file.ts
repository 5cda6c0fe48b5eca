import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { errorCode } from '../storage/atomic-write';
import { lifeOf, ownerSchema } from './process-identity';
import type { Owner } from './process-identity';

/** `held` without an owner: a lock that is just being made, where that takes two steps. */
export type LockState =
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly by: Owner | undefined; readonly isElsewhere: boolean }
  | { readonly kind: 'stale' };

/** Younger than this, a lock that cannot be read may still be on its way. */
const youngMs = 500;
/** A holder gives a sign of life every 10 s. One that cannot be looked at from here has ended when it gives none for so long. */
const elsewhereMs = 60_000;
/** A holder that runs, and yet gives none for so long, is stopped, or is none: its name was put there by somebody else. */
const stoppedMs = 10 * 60_000;
/** Takers are at their turn for less than a millisecond; one that was killed at it leaves its folder behind. */
const turnMs = 5_000;
const largestLock = 4_096;

/** What is at this place. Never follows a link, never waits for what is no file. */
export function lookAtLock(path: string): LockState {
  let found;
  try {
    found = lstatSync(path);
  } catch (error) {
    return { kind: errorCode(error) === 'ENOENT' ? 'free' : 'stale' };
  }
  if (!found.isFile()) return { kind: 'stale' };
  const by = readOwner(path);
  // A time in the future is no sign of life either.
  const ageMs = Math.abs(Date.now() - found.mtimeMs);
  if (!by) return ageMs < youngMs ? { kind: 'held', by, isElsewhere: false } : { kind: 'stale' };
  const life = lifeOf(by);
  const isHeld = (life === 'alive' && ageMs < stoppedMs) || (life === 'unknown' && ageMs < elsewhereMs);
  return isHeld ? { kind: 'held', by, isElsewhere: life === 'unknown' } : { kind: 'stale' };
}

function readOwner(path: string): Owner | undefined {
  let file: number | undefined;
  try {
    // Of the two only Linux and macOS know; elsewhere they are undefined, which counts as none.
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const bytes = Buffer.alloc(largestLock);
    if (!fstatSync(file).isFile()) return undefined;
    const text = bytes.toString('utf8', 0, readSync(file, bytes, 0, largestLock, 0));
    const owner = v.safeParse(ownerSchema, JSON.parse(text));
    return owner.success ? owner.output : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Makes the lock, or finds one there: exactly one of several takers makes it. A hard link appears with its content, so that no
 * half-written lock can be read; a file system without links gets a file that appears empty first.
 * @returns the open file, undefined if there is something at this place
 * @throws an error of node:fs
 */
export function makeLock(path: string, content: string): number | undefined {
  const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}`;
  // `wx`: never through a link that somebody else put there.
  const file = openSync(draft, 'wx');
  let keep = false;
  try {
    writeSync(file, content);
    keep = isLinked(draft, path);
    return keep ? file : undefined;
  } catch (error) {
    if (!withoutLinks.has(errorCode(error) ?? '')) throw error;
    return createWithoutLink(path, content);
  } finally {
    if (!keep) closeSync(file);
    removeOwn(draft);
  }
}

function isLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
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

function createWithoutLink(path: string, content: string): number | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'wx');
    writeSync(file, content);
    return file;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    if (file !== undefined) {
      closeSync(file);
      removeOwn(path);
    }
    throw error;
  }
}

function removeOwn(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // somebody tidied up before
  }
}

/** Gives a lock up. Leaves alone what somebody else has put in its place. */
export function dropLock(path: string, file: number, content: string): void {
  try {
    const own = fstatSync(file);
    closeSync(file);
    const found = lstatSync(path);
    if (found.ino === own.ino && found.dev === own.dev && readFileSync(path, 'utf8') === content) unlinkSync(path);
  } catch {
    // it is gone, or nothing can be done about it: a lock without its process is stale
  }
}

/** `other-turn`: another taker is at it; `in-the-way`: it belongs to another user, or is a folder that cannot be moved. */
export type Removal = 'removed' | 'other-turn' | 'in-the-way';

/**
 * Removes what is no lock, or one whose owner has ended. Takers do this one at a time (a folder is made by exactly one), and look
 * again inside: what one of them has removed and taken anew is held by then.
 */
export function removeStale(path: string): Removal {
  const turn = turnOf(path);
  try {
    mkdirSync(turn);
  } catch (error) {
    return errorCode(error) === 'EEXIST' ? removeOldTurn(turn) : 'in-the-way';
  }
  try {
    if (lookAtLock(path).kind === 'stale') removeAnything(path);
    return 'removed';
  } catch {
    return 'in-the-way';
  } finally {
    try {
      rmdirSync(turn);
    } catch {
      // it took so long that another one thought it dead
    }
  }
}

/** The folder that is there while a stale lock is being removed. */
export function turnOf(path: string): string {
  return `${path}.turn`;
}

function removeOldTurn(turn: string): Removal {
  try {
    const ageMs = Math.abs(Date.now() - lstatSync(turn).mtimeMs);
    if (ageMs > turnMs) removeAnything(turn);
    return 'other-turn';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'other-turn' : 'in-the-way';
  }
}

/** A folder with something in it is moved aside, since nobody knows whose that is. A link is removed, not what it leads to. */
function removeAnything(path: string): void {
  try {
    if (lstatSync(path).isDirectory()) rmdirSync(path);
    else unlinkSync(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    renameSync(path, `${path}.moved-${randomBytes(6).toString('hex')}`);
  }
}
