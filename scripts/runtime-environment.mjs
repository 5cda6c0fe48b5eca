// What a shell's environment may do to the app, and what is missing on a machine: found out by the launcher, said by name.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { SetupError } from './common.mjs';
import { sandboxProblem } from './sandbox.mjs';

/** A person's own wish that changes no measurement: which window system is used. */
const kept = new Set(['ELECTRON_OZONE_PLATFORM_HINT']);

/**
 * The environment without what would make another program of the runtime (terminals of editors and old projects set it), and
 * without relative XDG folders, which are to be ignored by the freedesktop base-directory rule.
 * @param {NodeJS.ProcessEnv} given
 * @param {(line: string) => void} [say] told of each folder that is ignored
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(given, say) {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      if (/^(?:NODE|ELECTRON)_/.test(name)) return kept.has(name);
      if (!/^XDG_(?:CONFIG|CACHE|DATA|STATE)_HOME$/.test(name) || path.isAbsolute(value ?? '')) return true;
      if (value) say?.(`${name} is not absolute and is ignored: ${JSON.stringify(value)}`);
      return false;
    }),
  );
}

/** @throws {SetupError} naming what keeps the app from starting here */
export function checkMachine(/** @type {string} */ executable) {
  if (process.platform !== 'linux') return;
  checkTemporaryFolder();
  const files = limit('Max open files');
  if (files < 256)
    throw new SetupError(`Only ${files} files may be open at once. Raise the limit (ulimit -n 1024), then try again.`);
  const problem = process.getuid?.() === 0 ? undefined : sandboxProblem(executable);
  if (problem !== undefined) throw new SetupError(problem);
}

function checkTemporaryFolder() {
  const folder = tmpdir();
  const wrong = path.isAbsolute(folder) ? problemOf(folder) : 'is not absolute';
  if (wrong !== undefined)
    throw new SetupError(
      `The folder for temporary files (TMPDIR), ${folder}, ${wrong}. Set TMPDIR to another folder, or unset it.`,
    );
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function problemOf(folder) {
  try {
    if (!statSync(folder).isDirectory()) return 'is not a folder';
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
    return code === 'ENOENT' ? 'is not there' : `cannot be written (${code})`;
  }
}

/**
 * What may have ended an app that a signal ended without a word.
 * @param {string} signal
 * @returns {string}
 */
export function likelyCause(signal) {
  const limits = ['Max address space', 'Max stack size', 'Max file size', 'Max open files', 'Max processes']
    .map((name) => ({ name, value: limit(name) }))
    .filter(({ name, value }) => Number.isFinite(value) && value < (usual[name] ?? Infinity))
    .map(({ name, value }) => `${name.toLowerCase()} ${value}`);
  const found = limits.length > 0 ? ` This shell limits it (ulimit): ${limits.join(', ')}.` : '';
  return `The app was ended by ${signal}.${found}${sharedMemory()}`;
}

/** Values at and above which a limit is no likely cause. @type {Readonly<Record<string, number>>} */
const usual = {
  'Max address space': Infinity,
  'Max stack size': 8_000_000,
  'Max file size': Infinity,
  'Max open files': 1024,
  'Max processes': 1024,
};

function sharedMemory() {
  const found = spawnSync('df', ['--output=avail', '-k', '/dev/shm'], { encoding: 'utf8' });
  const kilobytes = Number(found.stdout.split('\n')[1]);
  return kilobytes < 64_000 ? ` Shared memory (/dev/shm) has only ${kilobytes} KB free.` : '';
}

/**
 * A soft limit of this process, Infinity if there is none or it cannot be read.
 * @param {string} name as /proc/self/limits writes it
 */
function limit(name) {
  try {
    const line = readFileSync('/proc/self/limits', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(name));
    const value = line?.slice(name.length).trim().split(/\s+/)[0];
    return value === undefined || value === 'unlimited' ? Infinity : Number(value);
  } catch {
    return Infinity;
  }
}
