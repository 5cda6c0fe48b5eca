import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/electron-program';

// A clean Debian in a folder, from the packages that this machine itself is made of.

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a command in the tree. */
export interface How {
  /** As root instead of as the ordinary user. */
  readonly asRoot?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** The ordinary user's id in the tree, and home: with all that a name may have. */
export const userId = 1000;
export const home = '/home/Jürgen Groß';

/** Sources of this machine's own apt, one for each suite: whatever mirror it uses, the tree uses. */
function aptSources(): readonly { readonly uri: string; readonly suite: string }[] {
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const { stdout } = spawnSync('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const found = stdout
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([uri, , component]) => component === 'main' && /\/debian(?:-security)?\/$/.test(uri ?? ''));
  return [...new Map(found.map(([uri = '', suite = '']) => [suite, { uri, suite }])).values()];
}

/** Why no tree can be made here; undefined if one can. */
export function whyNoTree(): string | undefined {
  if (process.platform !== 'linux') return 'this is no Linux';
  if (process.getuid?.() !== 0) return 'only root can make a Debian tree and enter it';
  if (spawnSync('debootstrap', ['--version']).error) return 'debootstrap is not installed';
  return aptSources().some(({ suite }) => !suite.includes('-')) ? undefined : 'apt knows no Debian sources here';
}

/** A tree with an ordinary user in it. `remove` takes it away. */
export class DebianTree {
  constructor(readonly folder: string) {}

  /** Makes it from nothing. @throws Error with what debootstrap said last */
  make(): void {
    rmSync(this.folder, { recursive: true, force: true });
    const sources = aptSources();
    const main = sources.find(({ suite }) => !suite.includes('-'));
    if (!main) throw new Error(whyNoTree() ?? 'There are no sources.');
    const made = spawnSync('debootstrap', ['--variant=minbase', main.suite, this.folder, main.uri], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (made.status !== 0) throw new Error(`debootstrap failed:\n${made.stdout.slice(-2_000)}${made.stderr}`);
    const etc = join(this.folder, 'etc');
    const lines = sources.map(({ uri, suite }) => `deb ${uri} ${suite} main`);
    writeFileSync(join(etc, 'apt', 'sources.list'), `${lines.join('\n')}\n`);
    const settings = ['APT::Install-Recommends "false";', 'Acquire::Languages "none";', 'Dpkg::Use-Pty "false";'];
    const checks = ['Acquire::Check-Valid-Until "false";', 'Acquire::Check-Date "false";'];
    writeFileSync(join(etc, 'apt', 'apt.conf.d', '90tests'), `${[...settings, ...checks].join('\n')}\n`);
    // Tests need no durable disk.
    writeFileSync(join(etc, 'dpkg', 'dpkg.cfg.d', 'quick'), 'force-unsafe-io\n');
    for (const file of ['resolv.conf', 'hosts']) {
      rmSync(join(etc, file), { force: true });
      copyFileSync(join('/etc', file), join(etc, file));
    }
    // A machine's own trust, where its sources are reached by https.
    if (existsSync('/etc/ssl/certs'))
      cpSync('/etc/ssl/certs', join(etc, 'ssl', 'certs'), { recursive: true, dereference: true });
    this.must(['useradd', '--uid', String(userId), '--home-dir', home, '--create-home', 'student'], { asRoot: true });
    this.must(['apt-get', '-qq', 'update'], { asRoot: true });
  }

  /** Another tree, as this one is now. */
  copy(folder: string): DebianTree {
    spawnSync('cp', ['-a', '--reflink=auto', this.folder, folder]);
    return new DebianTree(folder);
  }

  /** Carries out a command to its end, as the ordinary user in the user's home. */
  run(words: readonly string[], { asRoot = false, env = {} }: How = {}): Ended {
    const [command, args] = this.#entering(words, asRoot, env);
    return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 300_000 });
  }

  /** The same. @returns its standard output @throws Error with all it said if it did not end with 0 */
  must(words: readonly string[], how: How = {}): string {
    const { status, stdout, stderr } = this.run(words, how);
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status ?? 'a signal'}:\n${stdout}${stderr}`);
    return stdout;
  }

  /** Starts a command that goes on. Killing the child ends everything that it started. */
  start(words: readonly string[], { asRoot = false, env = {} }: How = {}): ChildProcess {
    const [command, args] = this.#entering(words, asRoot, env);
    return spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Installs a package file and what it depends on, by apt. */
  install(...packages: readonly string[]): void {
    this.must(['apt-get', '-qq', 'install', '-y', ...packages], { asRoot: true });
  }

  /** Brings a file into the user's home. @returns its path there */
  bring(file: string, name: string): string {
    const path = `${home}/${name}`;
    mkdirSync(join(this.folder, home), { recursive: true });
    copyFileSync(file, join(this.folder, path));
    return path;
  }

  /** Where a path of the tree lies on this machine. */
  outside(path: string): string {
    return join(this.folder, path);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #entering(
    words: readonly string[],
    asRoot: boolean,
    env: Readonly<Record<string, string>>,
  ): [command: string, args: string[]] {
    const own = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: asRoot ? '/root' : home,
      USER: asRoot ? 'root' : 'student',
      LANG: 'C.UTF-8',
      DEBIAN_FRONTEND: 'noninteractive',
      ...env,
    };
    const inHome = ['sh', '-c', 'cd "$HOME" && exec "$@"', 'in-home', ...words];
    return [
      'env',
      [
        '-i',
        ...Object.entries(own).map(([name, value]) => `${name}=${value}`),
        ...['unshare', '--mount', '--pid', '--fork', '--kill-child', 'sh'],
        ...[join(root, 'e2e', 'installed', 'enter.sh'), this.folder, String(asRoot ? 0 : userId), ...inHome],
      ],
    ];
  }
}
