// The npm packages: `npm ci` when what is installed is not what the lock file says.
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { npm } from './npm.mjs';
import { alone } from './setup-lock.mjs';
import { SetupError, readJson, root, say } from './common.mjs';

const lockFile = path.join(root, 'package-lock.json');
const installedFile = path.join(root, 'node_modules', '.package-lock.json');
const stampFile = path.join(root, 'node_modules', '.lab-lock');

export async function ensurePackages() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).update(`${process.platform} ${process.arch}`);
  const wanted = stamp.digest('hex');
  if (isStamped(wanted)) return;
  await alone(() => {
    if (isStamped(wanted)) return;
    // After a plain `npm install` by hand all is there already; installing again would throw the runtime away.
    if (!isInstalled()) install();
    writeFileSync(stampFile, wanted);
  });
}

/** @param {string} wanted */
function isStamped(wanted) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted;
}

/** Whether npm's own list of what it installed agrees with the lock file, apart from other platforms' optional packages. */
function isInstalled() {
  if (!existsSync(installedFile)) return false;
  const wanted = packagesIn(lockFile);
  const present = packagesIn(installedFile);
  return Object.entries(wanted).every(([name, { integrity, optional }]) =>
    name === '' ? true : name in present ? present[name]?.integrity === integrity : optional === true,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { integrity?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  const listing = /** @type {{ packages: ReturnType<typeof packagesIn> }} */ (readJson(file));
  return listing.packages;
}

function install() {
  const folder = path.dirname(installedFile);
  // Told by name where another user has installed them, rather than by a page of npm's.
  if (existsSync(folder)) accessSync(folder, constants.W_OK);
  say('installing the npm packages (about half a minute)');
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  // --include=dev, because NODE_ENV=production would leave out what the program is built from.
  if (!npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], env, root)) {
    throw new SetupError('The npm packages could not be installed; the reason is above. To try by hand: npm ci');
  }
}
