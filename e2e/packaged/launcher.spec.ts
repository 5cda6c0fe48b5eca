import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packagedFolder, requirePackagedProgram } from './program';

// The command that starts the program, before any of Chromium runs.

const launcher = join(packagedFolder, 'bin', 'concurrency-lab');
test.beforeAll(requirePackagedProgram);

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Said {
  return spawnSync(launcher, words, { encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env } });
}

/** A folder of programs that come before the system's; what is named `missing` is in none. */
function programs(folder: string, own: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(own)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
}

const noDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

test(
  'a command runs without a display, through a link too, and leaves nothing running',
  { tag: '@packaged' },
  ({}, info) => {
    const link = info.outputPath('concurrency-lab');
    symlinkSync(launcher, link);
    const { status, stdout, stderr } = spawnSync(link, ['--no-sandbox', 'list'], {
      encoding: 'utf8',
      env: { ...process.env, ...noDisplay, ELECTRON_DISABLE_SANDBOX: '1' },
    });
    expect(stdout, stderr).toContain('eggs-and-toast');
    expect(status).toBe(0);
  },
);

test('the window asks for a screen in words', { tag: '@packaged' }, () => {
  for (const display of [undefined, ':4711']) {
    const { status, stderr } = start([], { ...noDisplay, DISPLAY: display });
    expect(stderr).toContain('found no screen');
    expect(status).toBe(2);
  }
});

test('without a virtual display its package is named', { tag: '@packaged' }, ({}, info) => {
  const bin = info.outputPath('bin');
  mkdirSync(bin);
  // Only what the launcher itself calls, and no Xvfb.
  for (const name of ['sh', 'readlink', 'dirname', 'id', 'stat', 'grep', 'cat', 'unshare', 'true']) {
    const found = ['/usr/bin', '/bin'].map((folder) => join(folder, name)).find(existsSync);
    if (found) symlinkSync(found, join(bin, name));
  }
  const { status, stderr } = start(['list'], { ...noDisplay, PATH: bin });
  expect(stderr).toContain('apt-get install xvfb');
  expect(status).toBe(2);
});

test('what the sandbox lacks is said before Chromium could abort', { tag: '@packaged' }, ({}, info) => {
  // An ordinary user who may make no namespaces, as the launcher sees one.
  const user = { id: 'echo 1000', unshare: 'exit 1' };
  const plain = start(['list'], { PATH: programs(info.outputPath('plain'), { ...user, cat: 'echo 0' }) });
  expect(plain.stderr).toContain('sysctl');
  expect(plain.status).toBe(2);
  const ubuntu = start([], { PATH: programs(info.outputPath('ubuntu'), { ...user, cat: 'echo 1' }) });
  expect(ubuntu.stderr).toContain('Ubuntu 23.10');
  expect(ubuntu.stderr).toContain(join(packagedFolder, 'concurrency-lab'));
  expect(ubuntu.stderr).toContain('apparmor_parser');
  expect(ubuntu.status).toBe(2);
});
