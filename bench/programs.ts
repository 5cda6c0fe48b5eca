import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** Root may only run Electron without the sandbox; every other user runs with it. */
export const sandboxSwitches: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export interface Ended {
  readonly stdout: string;
  /** From just before the program was started until it had ended, in milliseconds. */
  readonly tookMs: number;
}

/**
 * Runs a program to its end.
 * @throws Error with what it wrote if it does not end with status 0 within the time
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { env = process.env, limitMs = 120_000 }: { readonly env?: NodeJS.ProcessEnv; readonly limitMs?: number } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    // A group of its own, so that what the program started can be ended with it.
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    running.add(child);
    let tookMs = 0;
    let stdout = '';
    let stderr = '';
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      endGroup(child);
    }, limitMs);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', (error) => {
      clearTimeout(limit);
      running.delete(child);
      reject(error);
    });
    child.once('exit', () => {
      tookMs = performance.now() - startedMs;
    });
    child.once('close', (status, signal) => {
      clearTimeout(limit);
      running.delete(child);
      if (status === 0) resolve({ stdout, tookMs });
      else {
        const how = late ? `did not end within ${limitMs / 1000} s` : `ended with ${signal ?? status ?? 'no status'}`;
        reject(new Error(`${[program, ...args].join(' ')} ${how}:\n${stderr.trim()}`));
      }
    });
  });
}

/** A new folder in the system's temporary folder, removed when the bench ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'concurrency-lab-bench-'));
  folders.add(folder);
  return folder;
}

const politeMs = 3_000;

/** Asks every program that still runs to end, so that it can tidy up, then does as `cleanUp`. For an interrupted bench. */
export async function stop(): Promise<void> {
  const gone = [...running].map((child) => once(child, 'close'));
  for (const child of running) child.kill();
  await Promise.race([Promise.allSettled(gone), pause(politeMs)]);
  cleanUp();
}

/** Ends every program that still runs and removes every temporary folder. */
export function cleanUp(): void {
  for (const child of running) endGroup(child);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended meanwhile
  }
}
