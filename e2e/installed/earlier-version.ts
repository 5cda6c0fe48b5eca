import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/electron-program';

/** The version that is upgraded from: a commit of 0.1.0 that wrote records of the first format. */
const commit = 'eefbf9e';

/**
 * A deb of the earlier version, built from its commit with today's tools. It is kept, since it never changes.
 * @returns its path; undefined where the commit is not there (a shallow clone)
 * @throws Error with what was said if it cannot be built
 */
export function earlierPackage(): string | undefined {
  if (spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root }).status !== 0) return undefined;
  const cache = join(root, 'node_modules', '.cache', 'earlier-version');
  const kept = join(cache, `concurrency-lab-${commit}.deb`);
  if (existsSync(kept)) return kept;
  mkdirSync(cache, { recursive: true });
  const tree = join(cache, 'tree');
  must('git', ['worktree', 'prune'], root);
  rmSync(tree, { recursive: true, force: true });
  must('git', ['worktree', 'add', '--force', '--detach', tree, commit], root);
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    must(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], tree);
    const output = '-c.directories.output=dist';
    const flavour = '-c.extraMetadata.flavour=test';
    must(
      process.execPath,
      ['node_modules/electron-builder/cli.js', '--linux', 'deb', output, flavour, '--publish=never'],
      tree,
    );
    const [deb] = readdirSync(join(tree, 'dist')).filter((name) => name.endsWith('.deb'));
    renameSync(join(tree, 'dist', deb ?? 'no deb was made'), kept);
  } finally {
    spawnSync('git', ['worktree', 'remove', '--force', tree], { cwd: root });
  }
  return kept;
}

function must(command: string, args: readonly string[], cwd: string): void {
  const env = { ...process.env, CUSTOM_FPM_PATH: join(root, 'scripts', 'fpm.mjs') };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}
