import { _electron, expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { electronProgram, root } from '../support/electron-program';
import { pidsLeftAfter, pidsWith } from '../support/processes';

const isRoot = process.getuid?.() === 0;
/** `nobody` everywhere on Linux. Root cannot use Chromium's sandbox, so the app is started as this user instead. */
const ordinaryUser = 65_534;
const asOrdinaryUser = isRoot
  ? ['setpriv', `--reuid=${ordinaryUser}`, `--regid=${ordinaryUser}`, '--clear-groups', '--']
  : [];

/** Whether the system lets an ordinary user make a user namespace, without which there is no sandbox to check. */
function namespacesAllowed(): boolean {
  const command = [...asOrdinaryUser, 'unshare', '--user', '--map-root-user', 'true'];
  return spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' }).status === 0;
}

interface Confinement {
  readonly seccomp: string;
  readonly noNewPrivileges: string;
  readonly capabilities: string;
  /** Process ids in all namespaces that it lives in: more than one if it has a process namespace of its own. */
  readonly pids: number;
  readonly userNamespace: string;
}

function confinementOf(pid: number): Confinement {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
  return {
    seccomp: field('Seccomp'),
    noNewPrivileges: field('NoNewPrivs'),
    capabilities: field('CapPrm'),
    pids: field('NSpid').split(/\s+/).length,
    userNamespace: readlinkSync(`/proc/${pid}/ns/user`),
  };
}

test(
  'started by an ordinary user, the page runs in the sandbox of the operating system',
  { tag: '@rest' },
  async () => {
    test.skip(process.platform !== 'linux', 'reads /proc, which only Linux has');
    test.skip(!namespacesAllowed(), 'this system forbids user namespaces to ordinary users (unshare --user fails)');
    // The ordinary user must be able to read the program, which may lie in a private folder.
    const folder = mkdtempSync(join(tmpdir(), 'concurrency-lab-sandbox-'));
    const data = join(folder, 'profile');
    try {
      const program = join(folder, 'runtime', 'electron');
      cpSync(dirname(electronProgram()), join(folder, 'runtime'), { recursive: true, dereference: true });
      for (const part of ['out', 'package.json'])
        cpSync(join(root, part), join(folder, 'app', part), { recursive: true });
      mkdirSync(data);
      writeFileSync(join(folder, 'start'), `#!/bin/sh\nexec ${[...asOrdinaryUser, `'${program}'`].join(' ')} "$@"\n`);
      for (const path of [folder, join(folder, 'start')]) chmodSync(path, 0o755);
      if (isRoot) for (const path of [folder, data]) chownSync(path, ordinaryUser, ordinaryUser);

      const environment = Object.entries(process.env).filter(([name]) => name !== 'ELECTRON_DISABLE_SANDBOX');
      const app = await _electron.launch({
        executablePath: join(folder, 'start'),
        args: [`--user-data-dir=${data}`, join(folder, 'app')],
        chromiumSandbox: true,
        cwd: folder,
        env: { ...(Object.fromEntries(environment) as Record<string, string>), HOME: folder, TMPDIR: folder },
      });
      try {
        const page = await app.firstWindow();
        await expect(page.locator('main h1').first()).toBeVisible();
        expect(await page.evaluate(async () => (await window.lab['settings.read'](undefined)).ok)).toBe(true);

        const commandLine = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const pids = pidsWith(data);
        for (const pid of pids) expect(commandLine(pid)).not.toContain('--no-sandbox');
        const renderers = pids.filter((pid) => commandLine(pid).includes('--type=renderer'));
        expect(renderers.length, 'processes of pages').toBeGreaterThanOrEqual(1);
        const main = await app.evaluate(() => ({ pid: process.pid, user: process.getuid?.() }));
        expect(main.user).not.toBe(0);
        for (const pid of renderers) {
          const confinement = confinementOf(pid);
          expect(confinement).toMatchObject({ seccomp: '2', noNewPrivileges: '1', capabilities: '0000000000000000' });
          expect(confinement.pids).toBeGreaterThan(1);
          expect(confinement.userNamespace).not.toBe(readlinkSync(`/proc/${main.pid}/ns/user`));
        }
        // Main is not confined: the check can tell the difference.
        expect(confinementOf(main.pid)).toMatchObject({ seccomp: '0', pids: 1 });
      } finally {
        await app.close();
      }
      expect(await pidsLeftAfter(data, 3_000)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
