import { createPackage, extractAll } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shownWindows } from '../support/x-windows';
import { packagedFolder, requirePackagedProgram } from './program';

// What people get differs from the test flavour in one line of its package.json. Without that line the same program must
// refuse what would open it to others.

const isRoot = process.getuid?.() === 0;
const ordinaryUser = 65_534;
let folder = '';

test.beforeAll(async () => {
  requirePackagedProgram();
  // A place that an ordinary user may enter, wherever the repository lies.
  folder = mkdtempSync(join(tmpdir(), 'concurrency-lab-release-'));
  const archive = join(folder, 'program', 'resources', 'app.asar');
  cpSync(packagedFolder, join(folder, 'program'), { recursive: true });
  extractAll(archive, join(folder, 'app'));
  const manifest = join(folder, 'app', 'package.json');
  const { flavour, ...release } = JSON.parse(readFileSync(manifest, 'utf8')) as { flavour?: string };
  expect(flavour).toBe('test');
  writeFileSync(manifest, JSON.stringify(release));
  await createPackage(join(folder, 'app'), archive);
  mkdirSync(join(folder, 'home'));
  for (const path of [folder, archive]) chmodSync(path, 0o755);
  if (isRoot) chownSync(join(folder, 'home'), ordinaryUser, ordinaryUser);
});
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the release with these arguments. @returns its exit status and what it said */
function release(
  args: readonly string[],
  user?: number,
  { env = {}, meanwhile }: { env?: NodeJS.ProcessEnv; meanwhile?: (child: ChildProcess) => Promise<void> } = {},
): Promise<{ status: number | null; said: string }> {
  const home = join(folder, 'home');
  const child = spawn(
    join(folder, 'program', 'concurrency-lab'),
    [`--user-data-dir=${join(home, 'profile')}`, ...args],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
      env: { ...process.env, ELECTRON_DISABLE_SANDBOX: undefined, HOME: home, TMPDIR: home, ...env },
      ...(user === undefined ? {} : { uid: user, gid: user }),
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said }));
    meanwhile?.(child).catch(reject);
  });
}

const asUser = isRoot ? ordinaryUser : undefined;

for (const given of [
  '--no-sandbox',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--inspect=0',
  '--inspect-brk=0',
  '--disable-seccomp-filter-sandbox',
  '--disable-web-security',
  '-disable-web-security',
  '--load-extension=/nowhere',
  '--host-rules=MAP * 192.0.2.1',
  '--host-resolver-rules=EXCLUDE *',
  '--log-net-log=net.json',
  '--proxy-server=192.0.2.1:1',
  '--no-such-switch',
]) {
  test(`a release does not start with ${given}`, { tag: '@packaged' }, async () => {
    const name = given.split('=', 1)[0] ?? '';
    const { status, said } = await release([given, 'list'], asUser);
    expect(said).toContain(`does not start with ${name}`);
    expect(said).not.toContain('eggs-and-toast');
    expect(status).toBe(2);
  });
}

test('a switch after the command is refused alike', { tag: '@packaged' }, async () => {
  const log = join(folder, 'home', 'net.json');
  const { status, said } = await release(['list', `--log-net-log=${log}`], asUser);
  expect(said).toContain('does not start with --log-net-log');
  expect(said).not.toContain('eggs-and-toast');
  expect(status).toBe(2);
});

test('a release starts with options of its own and with switches for the screen', { tag: '@packaged' }, async () => {
  const { status } = await release(['--ozone-platform=x11', '--disable-gpu', 'verify', '--', 'no-such-file'], asUser);
  expect(status).toBe(1);
});

test('a release starts without them', { tag: '@packaged' }, async () => {
  const { status, said } = await release(['list'], asUser);
  expect(said).toContain('eggs-and-toast');
  expect(status).toBe(0);
});

// As its start script starts an AppImage from a desktop where the system gives no user namespaces.
const appImage = { APPIMAGE: '/home/me/concurrency-lab.AppImage', LAB_DISPLAY: undefined };
const box = 'Concurrency Lab does not start';

test('an AppImage without its sandbox says in a box why it does not start', { tag: '@packaged' }, async () => {
  const display = process.env['DISPLAY'] ?? '';
  const { said } = await release(['--no-sandbox'], asUser, {
    env: appImage,
    async meanwhile(child) {
      await expect.poll(() => shownWindows(display), { timeout: 20_000 }).toContain(box);
      child.kill('SIGKILL');
    },
  });
  expect(said).toContain('bin/concurrency-lab says what to type');
});

test(
  'no box comes for a command, without a screen, or with a switch that opens the program',
  { tag: '@packaged' },
  async () => {
    // A box would wait for a person.
    for (const [args, env, says] of [
      [['--no-sandbox', 'list'], {}, 'bin/concurrency-lab says what to type'],
      [['--no-sandbox'], { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }, 'bin/concurrency-lab says what to type'],
      [['--no-sandbox', '--remote-debugging-port=0'], {}, 'does not start with --remote-debugging-port'],
    ] as const) {
      const { status, said } = await release(args, asUser, { env: { ...appImage, ...env } });
      expect(said).toContain(says);
      expect(said).not.toContain('DevTools listening');
      expect(status).toBe(2);
    }
  },
);

test('a release does not run as root', { tag: '@packaged' }, async () => {
  test.skip(!isRoot, 'only root can start a program as root');
  const { status, said } = await release(['--no-sandbox', 'list']);
  expect(said).toContain('does not run as root');
  expect(status).toBe(2);
});
