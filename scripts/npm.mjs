import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * Runs npm with what it prints sent to stderr. The same npm as the one that started this script, if one did.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} cwd
 * @returns {boolean} whether npm succeeded
 */
export function npm(args, env, cwd) {
  const cli = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd, env, stdio: ['ignore', 2, 2] };
  const run = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return run.status === 0;
}
