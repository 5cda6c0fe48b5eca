import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

/** A process of a test that takes locks and makes folders as told. */
export interface Contender {
  readonly pid: number;
  /** Gives it a command and waits for its answer. */
  ask(command: string): Promise<string>;
  kill(): Promise<void>;
}

/** Builds the program of the contenders. @returns its path */
export async function buildContender(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: resolve('.'),
    resolve: { alias: { '@core': resolve('core') } },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: resolve('main/runs/testing/lock-contender.ts'),
        output: { format: 'cjs', entryFileNames: 'contender.cjs' },
      },
    },
  });
  return join(folder, 'contender.cjs');
}

/** @param before a program that starts it, with its arguments */
export function startContender(program: string, options: SpawnOptions = {}, before: readonly string[] = []): Contender {
  const [first, ...rest] = [...before, process.execPath, program];
  const child = spawn(first, rest, { ...options, stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout, pid } = child;
  if (pid === undefined) throw new Error('The contender could not be started.');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  return {
    pid,
    async ask(command) {
      stdin.write(`${command}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error(`The contender ended at "${command}".`);
      return line.value;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      // With its input closed it ends by itself, also within a namespace of its own.
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
