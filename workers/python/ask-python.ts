import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import * as v from 'valibot';
import { interpreterSchema, oldestPython, type PythonFound, type PythonProblem } from '@core/python/interpreter';
import { endGroup } from './end-group';
import { pythonEnvironment } from './environment';
import probe from './programs/probe.py?raw';

/** Nobody needs more to say what it is; a program that keeps on talking is ended. */
const mostCharacters = 100_000;

const saidSchema = v.object({
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+[\w.+-]{0,40}$/)),
  implementation: v.pipe(v.string(), v.maxLength(40)),
});

/** What came of asking a path: an interpreter that can be used, or why not. */
export type Asked = PythonFound | PythonProblem;

/** Whether it can be used. */
export function isUsable(asked: Asked): asked is PythonFound {
  return !('problem' in asked);
}

/** Asks a program what it is, by executing it with a short program of the lab's own. Never throws. */
export async function askPython(path: string, withinMs: number): Promise<Asked> {
  const refused = (problem: PythonProblem['problem'], detail = ''): PythonProblem => ({ path, problem, detail });
  if (!existsSync(path)) return refused('missing');
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return refused('not-executable');
  }
  const answer = await run(path, withinMs);
  if (answer.end === 'silent') return refused('no-answer');
  if (answer.end === 'refused') return refused('not-executable', printable(answer.why));
  return understood(path, answer.printed);
}

/** A start-up file may print something first: the answer is the last line. */
export function understood(path: string, printed: string): Asked {
  const last =
    printed
      .trim()
      .split(/\s*\n\s*/)
      .pop() ?? '';
  const said = v.safeParse(saidSchema, parsed(last));
  if (!said.success) return { path, problem: 'no-python', detail: printable(last) };
  const { version, implementation } = said.output;
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [oldestMajor, oldestMinor] = oldestPython;
  if (implementation !== 'CPython')
    return { path, problem: 'other-implementation', detail: `${implementation} ${version}` };
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    return { path, problem: 'too-old', detail: version };
  }
  const known = v.safeParse(v.object(interpreterSchema.entries), parsed(last));
  return known.success ? { path, ...known.output } : { path, problem: 'no-python', detail: printable(last) };
}

/** The file behind a name, so that an interpreter with several names is one; the name itself where that cannot be told. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function printable(text: string): string {
  return text
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 80);
}

type Answer =
  | { readonly end: 'told'; readonly printed: string }
  | { readonly end: 'silent' }
  | { readonly end: 'refused'; readonly why: string };

function run(path: string, withinMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    // At the head of a group of its own: what it may have started is ended with it.
    const python = spawn(path, ['-E', '-s', '-c', probe], {
      stdio: ['ignore', 'pipe', 'ignore'],
      cwd: process.platform === 'win32' ? undefined : '/',
      env: pythonEnvironment(),
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    let printed = '';
    const settle = (answer: Answer): void => {
      clearTimeout(limit);
      python.stdout.destroy();
      resolve(answer);
    };
    // It may take no notice of SIGTERM, and whatever it started may keep its output open: neither is waited for.
    const giveUp = (answer: Answer): void => {
      endGroup(python.pid);
      settle(answer);
    };
    const limit = setTimeout(() => {
      giveUp({ end: 'silent' });
    }, withinMs);
    python.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (printed.length > mostCharacters) giveUp({ end: 'told', printed: printed.slice(-200) });
    });
    python.once('error', ({ message }) => {
      giveUp({ end: 'refused', why: message });
    });
    python.once('close', () => {
      settle({ end: 'told', printed });
    });
  });
}
