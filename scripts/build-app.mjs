// Builds the program into out/ when its sources, or what lies in out/, differ from the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { child } from './display.mjs';
import { prepare, runScript } from './prepare.mjs';
import { alone } from './setup-lock.mjs';
import { SetupError, isStarted, root, say } from './common.mjs';

const sources = ['core', 'main', 'preload', 'renderer', 'workers'];
const settings = ['electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'];
const out = path.join(root, 'out');
const stampFile = path.join(out, 'build-stamp');

/** @returns {Promise<void>} @throws {SetupError} when the build fails */
export async function buildApp() {
  if (isFresh(sourcesHash())) return;
  await alone(async () => {
    const hash = sourcesHash();
    if (isFresh(hash)) return;
    say('building the program');
    rmSync(stampFile, { force: true });
    const bundler = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const status = await child(process.execPath, [bundler, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (status !== 0) throw new SetupError('The program could not be built; the reason is above.');
    writeFileSync(stampFile, `${hash}\n${outputsHash()}\n`);
  });
}

/** @param {string} hash */
function isFresh(hash) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${hash}\n${outputsHash()}\n`;
}

function sourcesHash() {
  const hash = createHash('sha256');
  const files = [...settings, ...sources.flatMap((folder) => filesBelow(folder))];
  for (const file of files.filter((name) => !/\.test\.ts$/.test(name))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The development server, for one, leaves other files in out/; sizes and times are enough to see that. */
function outputsHash() {
  const hash = createHash('sha256');
  for (const file of filesBelow('out')) {
    if (path.join(root, file) === stampFile) continue;
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} folder */
function filesBelow(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

if (isStarted(import.meta.url)) {
  await runScript(async () => {
    await prepare({ runtime: false });
    await buildApp();
    return 0;
  });
}
