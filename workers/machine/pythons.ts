import { spawn } from 'node:child_process';
import type { PythonFound } from '@core/ipc/payloads';
import { findProgram } from './facts';

/** Names under which CPython is looked for on PATH; the `t` builds are the free-threaded ones. */
const names = ['python3', 'python3.13t', 'python3.14t'];
const limitMs = 5_000;
/** Nobody needs more to say a version; a program that keeps on talking is ended. */
const mostCharacters = 100_000;
const version = /^\d+\.\d+[\w.+-]{0,40}$/;

/** Every CPython found, each asked for its version. One that does not answer within 5 s, or with a version, is left out. */
export async function findPythons(withinMs = limitMs): Promise<readonly PythonFound[]> {
  const found = await Promise.all(names.map((name) => askVersion(findProgram(name), withinMs).catch(() => undefined)));
  return found.filter((python) => python !== undefined);
}

/** A start-up file may print something first: the version is the last line. */
export function versionIn(printed: string): string | undefined {
  const last =
    printed
      .trim()
      .split(/\s*\n\s*/)
      .pop() ?? '';
  return version.test(last) ? last : undefined;
}

function askVersion(path: string | null, withinMs: number): Promise<PythonFound | undefined> {
  if (path === null) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    // At the head of a group of its own: what it may have started is ended with it.
    const python = spawn(path, ['-c', 'import platform; print(platform.python_version())'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let printed = '';
    const settle = (found: PythonFound | undefined): void => {
      clearTimeout(limit);
      python.stdout.destroy();
      resolve(found);
    };
    // It may take no notice of SIGTERM, and whatever it started may keep its output open: neither is waited for.
    const giveUp = (): void => {
      endGroup(python.pid);
      settle(undefined);
    };
    const limit = setTimeout(giveUp, withinMs);
    python.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.length > mostCharacters) giveUp();
    });
    python.once('error', giveUp);
    python.once('close', (status) => {
      const found = status === 0 ? versionIn(printed) : undefined;
      settle(found === undefined ? undefined : { path, version: found });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it has gone: that is what was wanted
  }
}
