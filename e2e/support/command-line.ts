import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { electronProgram, root, sandboxSwitches } from './electron-program';

export interface CommandResult {
  readonly status: number | null;
  /** The signal that ended it, if one did. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartedCommand {
  readonly child: ChildProcess;
  readonly ended: Promise<CommandResult>;
  /** Waits until standard error holds this text. */
  stderrHas(text: string): Promise<void>;
}

/** Where a command finds things, if not where it usually does. */
export interface CommandPlace {
  /** Folder of a built app to start instead of this repository's. */
  readonly app?: string;
  /** Folder for temporary files; the machine's measuring lock is there too. */
  readonly temporary?: string;
}

/** Starts the command line of the built app with a data folder of its own. */
export function startCommand(dataFolder: string, args: readonly string[], place: CommandPlace = {}): StartedCommand {
  const program = process.env['LAB_EXECUTABLE'];
  const own = [...sandboxSwitches, `--user-data-dir=${dataFolder}`];
  const env = { ...process.env, ...(place.temporary === undefined ? {} : { TMPDIR: place.temporary }) };
  const child =
    program && place.app === undefined
      ? spawn(program, [...own, ...args], { env })
      : spawn(electronProgram(), [...own, place.app ?? root, ...args], { cwd: root, env });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  const startedMs = performance.now();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    for (const watch of watchers) watch();
  });
  const ended = new Promise<CommandResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      resolve({ status, signal, stdout, stderr });
    });
  });
  return {
    child,
    ended,
    stderrHas: (text) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (!stderr.includes(text)) return;
          watchers.delete(watch);
          resolve();
        };
        watchers.add(watch);
        watch();
        void ended.then(({ status, signal }) => {
          if (stderr.includes(text)) return;
          // A crash of the runtime says nothing on standard error: how it ended, and when, is all there is to go by.
          const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
          const how = signal === null ? `with status ${String(status)}` : `by ${signal}`;
          reject(new Error(`ended ${how} after ${seconds} s, before "${text}":\n${stderr}\nstdout:\n${stdout}`));
        });
      }),
  };
}

/** Runs a command to its end. */
export function command(dataFolder: string, args: readonly string[], place?: CommandPlace): Promise<CommandResult> {
  return startCommand(dataFolder, args, place).ended;
}

/** The parameters of a run that is over soon but passes through everything. */
export const shortRun = [
  ...['run', 'eggs-and-toast', '--preset', 'quick', '--seed', '7'],
  ...['--set', 'eggsMs=12', '--set', 'toastMs=8', '--set', 'cleaningMs=2', '--set', 'doughMs=3'],
] as const;
