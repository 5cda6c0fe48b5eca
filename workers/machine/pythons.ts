import { execFile } from 'node:child_process';
import type { PythonFound } from '@core/ipc/payloads';
import { findProgram } from './facts';

/** Names under which CPython is looked for on PATH; the `t` builds are the free-threaded ones. */
const names = ['python3', 'python3.13t', 'python3.14t'];
const timeoutMs = 5_000;

/** Every CPython found, each asked for its version. One that does not answer within 5 s is left out. */
export async function findPythons(): Promise<readonly PythonFound[]> {
  const found = await Promise.all(names.map((name) => askVersion(findProgram(name))));
  return found.filter((python) => python !== undefined);
}

function askVersion(path: string | null): Promise<PythonFound | undefined> {
  if (path === null) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    execFile(
      path,
      ['-c', 'import platform; print(platform.python_version())'],
      { timeout: timeoutMs },
      (error, stdout) => {
        resolve(error ? undefined : { path, version: stdout.trim() });
      },
    );
  });
}
