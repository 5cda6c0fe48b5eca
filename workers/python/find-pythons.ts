import { spawn } from 'node:child_process';
import { newestFirst, type PythonFindings, type PythonFound, type PythonProblem } from '@core/python/interpreter';
import { findProgram } from '../machine/facts';
import { askPython, isUsable, realPath } from './ask-python';
import { candidates, thisMachine, type Places } from './candidates';
import { pythonEnvironment } from './environment';

const limitMs = 3_000;
/** Asked at once: each takes a core for a tenth of a second. */
const atOnce = 4;
/** No further one is asked after this long: whoever asked for the machine waits no longer than 15 s. */
const allWithinMs = 9_000;
/** More than this many files are no collection of interpreters. */
const mostAsked = 60;

export interface PythonSearch {
  /** A path that a person chose: it is asked whatever its name is, and its problem is told. */
  readonly chosen?: string | undefined;
  readonly withinMs?: number;
  readonly places?: Places;
}

/** Every CPython on this machine, each asked what it is, and what was taken for one but cannot be used. */
export async function findPythons(search: PythonSearch = {}): Promise<PythonFindings> {
  const { chosen, withinMs = limitMs, places = thisMachine() } = search;
  const launched = places.platform === 'win32' ? await fromLauncher(withinMs) : [];
  const paths = distinct([...(chosen === undefined ? [] : [chosen]), ...candidates(places), ...launched]);
  const waiting = paths.slice(0, mostAsked);
  const usable: PythonFound[] = [];
  const problems: PythonProblem[] = [];
  const untilMs = performance.now() + allWithinMs;
  const ask = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined && performance.now() < untilMs; path = waiting.shift()) {
      const asked = await askPython(path, withinMs);
      if (isUsable(asked)) usable.push(asked);
      else problems.push(asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  const first = (path: string): number => (path === chosen ? 0 : 1);
  return {
    usable: usable.sort((a, b) => first(a.path) - first(b.path) || newestFirst(a, b)),
    problems: problems.sort((a, b) => first(a.path) - first(b.path) || a.path.localeCompare(b.path)),
  };
}

/** Of several names of one file the first. */
function distinct(paths: readonly string[]): readonly string[] {
  const byFile = new Map<string, string>();
  for (const path of paths) {
    const file = realPath(path);
    if (!byFile.has(file)) byFile.set(file, path);
  }
  return [...byFile.values()];
}

/** What the `py` launcher of Windows knows: a path at the end of each line. */
function fromLauncher(withinMs: number): Promise<readonly string[]> {
  const path = findProgram('py');
  if (path === null) return Promise.resolve([]);
  return new Promise((resolve) => {
    const launcher = spawn(path, ['-0p'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: pythonEnvironment(),
      windowsHide: true,
    });
    let printed = '';
    const limit = setTimeout(() => launcher.kill(), withinMs);
    const done = (): void => {
      clearTimeout(limit);
      resolve(launcherPaths(printed));
    };
    launcher.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    launcher.once('error', done);
    launcher.once('close', done);
  });
}

/** Paths in what `py -0p` prints. */
export function launcherPaths(printed: string): readonly string[] {
  return [...printed.matchAll(/[A-Za-z]:\\[^\r\n]*?python[\w.]*\.exe/gi)].map(([path]) => path);
}
