import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../support/electron-program';
import { home, userId } from './debian-tree';
import type { DebianTree } from './debian-tree';

/** Where the checkout lies in the tree. */
export const checkout = `${home}/lab`;

/** Two commands of a checkout: what `npm start` and `npm run lab -- …` begin. */
export const npmStart = ['node', `${checkout}/scripts/start.mjs`];
export const npmRunLab = ['node', `${checkout}/scripts/lab.mjs`];

/**
 * Brings Node, this checkout as it is, its packages and its runtime into the tree, all of it the ordinary user's: what a person has
 * after a clone and the downloads.
 * @returns what the environment says of the runtime
 */
export function bringCheckout(tree: DebianTree): Readonly<Record<string, string>> {
  cpSync(process.execPath, tree.outside('/usr/local/bin/node'));
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const to = tree.outside(checkout);
  for (const file of listed.stdout.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    cpSync(join(root, file), join(to, file));
  }
  copyTo(to, join(root, 'node_modules'), join(root, 'out'));
  const runtime = join(root, 'node_modules', 'electron', 'dist');
  const isFallback = lstatSync(runtime).isSymbolicLink();
  if (isFallback) {
    const cache = tree.outside(`${home}/.cache/concurrency-lab`);
    mkdirSync(cache, { recursive: true });
    const unpacked = realpathSync(runtime);
    copyTo(join(cache, basename(unpacked)), `${unpacked}/.`);
  }
  tree.must(['chown', '-R', String(userId), home], { asRoot: true });
  return isFallback ? { LAB_ELECTRON: 'fallback' } : {};
}

function copyTo(folder: string, ...from: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  // With the times of the files: by them a build is known to be of these sources.
  const { status, stderr } = spawnSync('cp', ['-a', '--reflink=auto', ...from, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`cp failed: ${stderr}`);
}
