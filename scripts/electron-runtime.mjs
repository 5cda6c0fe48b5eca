// Puts a runtime where the unmodified `electron` package looks for it: node_modules/electron/path.txt and .../dist.
// The official download comes first; where it cannot be reached, a pinned older runtime serves for development and tests.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fallback, unpackFallback } from './electron-fallback.mjs';
import { alone } from './setup-lock.mjs';
import { SetupError, readJson, root, say } from './common.mjs';

const home = path.join(root, 'node_modules', 'electron');
const dist = path.join(home, 'dist');
const pathFile = path.join(home, 'path.txt');
const downloadMs = 300_000;

/** The runtime in place: its program, its version, and whether it is the official one of the version asked for. */
export function installedRuntime() {
  if (!existsSync(pathFile)) return undefined;
  const executable = path.join(dist, readFileSync(pathFile, 'utf8'));
  const versionFile = path.join(dist, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  const version = readFileSync(versionFile, 'utf8').replace(/^v/, '').trim();
  return { executable, version, official: version === wantedVersion() && !lstatSync(dist).isSymbolicLink() };
}

/**
 * Makes sure that a runtime is in place. LAB_ELECTRON=official|fallback insists on one of the two.
 * @returns {Promise<string>} the path of the program
 */
export async function ensureElectron() {
  const asked = process.env['LAB_ELECTRON'] ?? 'any';
  if (!['any', 'official', 'fallback'].includes(asked)) {
    throw new SetupError(`LAB_ELECTRON is "${asked}"; it can be official or fallback.`);
  }
  const suits = () => {
    const found = installedRuntime();
    return found && (asked === 'any' || (asked === 'official') === found.official) ? found.executable : undefined;
  };
  return (
    suits() ??
    (await alone(async () => {
      if (!suits()) await install(asked);
      const done = suits();
      if (!done)
        throw new SetupError('The Electron runtime could not be put in place. To start afresh, delete node_modules.');
      return done;
    }))
  );
}

/** @param {string} asked */
async function install(asked) {
  // A stale link must not lead the official installer into the cache of the fallback.
  for (const old of [dist, pathFile]) rmSync(old, { recursive: true, force: true });
  const reason = asked === 'fallback' ? 'asked for by LAB_ELECTRON' : downloadOfficial();
  if (reason === undefined) {
    say(`Electron ${wantedVersion()} (official) is in place`);
    return;
  }
  if (asked === 'official') throw new SetupError(`Electron ${wantedVersion()} could not be downloaded:\n${reason}`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${wantedVersion()} could not be downloaded, and there is no fallback for this system:\n${reason}`,
    );
  }
  if (asked === 'any') say(`it is out of reach (${reason.split('\n', 1)[0] ?? ''})`);
  symlinkSync(await unpackFallback(), dist, 'dir');
  writeFileSync(pathFile, 'electron');
  say(
    `Electron ${fallback.version}, an old fallback for development and tests, is in place; releases need the official one`,
  );
}

/** @returns {string | undefined} why it failed, or nothing */
function downloadOfficial() {
  say(`downloading Electron ${wantedVersion()} (LAB_ELECTRON=fallback skips this)`);
  const env = { ...process.env };
  delete env['ELECTRON_SKIP_BINARY_DOWNLOAD'];
  delete env['ELECTRON_OVERRIDE_DIST_PATH'];
  const run = spawnSync(process.execPath, [path.join(home, 'install.js')], {
    env,
    stdio: ['ignore', 2, 'pipe'],
    encoding: 'utf8',
    timeout: downloadMs,
  });
  if (run.status === 0 && installedRuntime()) return undefined;
  rmSync(dist, { recursive: true, force: true });
  if (run.signal) return `no answer within ${downloadMs / 1000} s`;
  return run.stderr.trim() || 'the installer gave no reason';
}

function wantedVersion() {
  const manifest = /** @type {{ version: string }} */ (readJson(path.join(home, 'package.json')));
  return manifest.version;
}
