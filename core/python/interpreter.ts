import * as v from 'valibot';
import { shortText } from '../record/schema-parts';

/** The oldest CPython that runs the lab's programs. */
export const oldestPython = [3, 8] as const;

/** How an interpreter takes its subinterpreters: by a module of its own, by a private one, or not at all. */
export const subinterpreterModules = ['none', 'private', 'public'] as const;

/** What a record keeps of an interpreter. */
export const interpreterSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+[\w.+-]{0,40}$/)),
  /** A free-threaded build can run without the lock. */
  build: v.picklist(['default', 'free-threaded']),
  /** Whether the global interpreter lock is on after everything was imported that the programs use. */
  gil: v.boolean(),
  subinterpreters: v.picklist(subinterpreterModules),
  /** How `multiprocessing` starts processes unless it is told otherwise. */
  startMethod: shortText,
});
export type Interpreter = v.InferOutput<typeof interpreterSchema>;

/** An interpreter on this machine that the lab can use. */
export interface PythonFound extends Interpreter {
  readonly path: string;
}

export const pythonProblems = [
  'missing',
  'not-executable',
  'no-answer',
  'no-python',
  'too-old',
  'other-implementation',
] as const;

/** What was taken for an interpreter and cannot be used, and why. */
export interface PythonProblem {
  readonly path: string;
  readonly problem: (typeof pythonProblems)[number];
  /** Its version or its own words; empty where there are none. */
  readonly detail: string;
}

/** What was found on a machine: the newest first. */
export interface PythonFindings {
  readonly usable: readonly PythonFound[];
  readonly problems: readonly PythonProblem[];
}

/** What a run calls an interpreter: its minor version, with a `t` for a free-threaded build. */
export function keyOf({ version, build }: Pick<Interpreter, 'version' | 'build'>): string {
  const [major = '', minor = ''] = version.split('.');
  return `${major}.${Number.parseInt(minor, 10)}${build === 'free-threaded' ? 't' : ''}`;
}

/** Of the interpreters of a machine the first of each key, as a plan holds them: without their paths, which name people. */
export function plannedPythons({ usable }: PythonFindings): readonly Interpreter[] {
  const keys = usable.map(keyOf);
  return usable
    .filter((one, index) => keys.indexOf(keyOf(one)) === index)
    .map(({ version, build, gil, subinterpreters, startMethod }) => ({
      version,
      build,
      gil,
      subinterpreters,
      startMethod,
    }));
}

/** Where the interpreter of each key is. */
export function pathsByKey({ usable }: PythonFindings): Readonly<Record<string, string>> {
  return Object.fromEntries([...usable].reverse().map((one) => [keyOf(one), one.path]));
}

/** Major and minor version as one number, for ids: 3.12.1 is 312. */
export function versionNumber({ version }: Pick<Interpreter, 'version'>): number {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major * 100 + minor;
}

/** The inverse of `versionNumber`, as people write it: 312 is 3.12. */
export function versionName(number: number): string {
  return `${Math.floor(number / 100)}.${number % 100}`;
}

/** Whether threads of it can compute at the same time. */
export function isFree({ build, gil }: Pick<Interpreter, 'build' | 'gil'>): boolean {
  return build === 'free-threaded' && !gil;
}

/** The newest first; of equal ones the default build first. */
export function newestFirst(a: Interpreter, b: Interpreter): number {
  const [left, right] = [a, b].map(({ version }) => version.split('.').map((part) => Number.parseInt(part, 10)));
  for (let place = 0; place < 3; place++) {
    const difference = (right?.[place] || 0) - (left?.[place] || 0);
    if (difference !== 0) return difference;
  }
  return a.build.localeCompare(b.build);
}
