import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { PinningRecord } from '@core/record/events';
import { formatCpuList } from './core-choice';

export type PinningMethod = PinningRecord['method'];

/** The operating system's tool could not do what was asked; the message is the tool's own. */
export class AffinityError extends Error {
  override readonly name = 'AffinityError';
}

/** The program that can pin on this system. */
export interface AffinityTool {
  readonly method: PinningMethod;
  readonly path: string;
}

const timeoutMs = 10_000;
/** Windows numbers processors within groups of 64; a mask as a signed 64-bit number reaches the first 63 of them. */
const mostMaskedCpus = 63;

/**
 * The tool that this machine offers, in the place where the system installs it (never looked up on PATH); undefined if
 * there is none: macOS has no such tool at all.
 */
export function affinityTool(platform: NodeJS.Platform = process.platform): AffinityTool | undefined {
  if (platform === 'linux') {
    const path = ['/usr/bin/taskset', '/bin/taskset'].find(isExecutable);
    return path === undefined ? undefined : { method: 'taskset', path };
  }
  if (platform !== 'win32') return undefined;
  const path = join(
    process.env['SystemRoot'] ?? 'C:\\Windows',
    'System32',
    'WindowsPowerShell',
    'v1.0',
    'powershell.exe',
  );
  return isExecutable(path) ? { method: 'powershell', path } : undefined;
}

/**
 * Arguments that put a whole process on these CPUs: `taskset --all-tasks` (man 1 taskset), or the property
 * `ProcessorAffinity` of the process (.NET, System.Diagnostics.Process), which holds for all of its threads.
 * @throws RangeError for an id that is no process id, no CPU, or (Windows) a CPU beyond the mask
 */
export function pinArguments(method: 'taskset' | 'powershell', pid: number, cpus: readonly number[]): string[] {
  if (!Number.isSafeInteger(pid) || pid < 1) throw new RangeError(`${pid} is no process id.`);
  if (cpus.length === 0 || !cpus.every((cpu) => Number.isSafeInteger(cpu) && cpu >= 0)) {
    throw new RangeError(`Work can only be pinned to CPU numbers, not to [${cpus.join(', ')}].`);
  }
  if (method === 'taskset') return ['--all-tasks', '--cpu-list', '--pid', formatCpuList(cpus), String(pid)];
  if (cpus.some((cpu) => cpu >= mostMaskedCpus)) {
    throw new RangeError(`On Windows only the first ${mostMaskedCpus} processors can be pinned to.`);
  }
  const mask = cpus.reduce((bits, cpu) => bits | (1n << BigInt(cpu)), 0n);
  return powershell(`(Get-Process -Id ${pid} -ErrorAction Stop).ProcessorAffinity = ${String(mask)}`);
}

/** Arguments that print a process's affinity mask as a decimal number (Windows). */
export function maskArguments(pid: number): string[] {
  return powershell(`(Get-Process -Id ${pid} -ErrorAction Stop).ProcessorAffinity.ToInt64()`);
}

/** The CPUs of such a number, as the kernel of Linux would write them. @throws RangeError for other text */
export function listOfMask(text: string): string {
  if (!/^-?\d+$/.test(text.trim())) throw new RangeError(`"${text}" is no affinity mask.`);
  const mask = BigInt.asUintN(64, BigInt(text.trim()));
  return formatCpuList(Array.from({ length: 64 }, (_, cpu) => cpu).filter((cpu) => (mask >> BigInt(cpu)) & 1n));
}

function powershell(command: string): string[] {
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', command];
}

/** Runs the tool without a shell, for at most 10 s. @returns what it printed @throws AffinityError */
export function runTool(path: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(path, args, { timeout: timeoutMs, killSignal: 'SIGKILL', windowsHide: true }, (error, stdout, stderr) => {
      if (error) reject(new AffinityError(stderr.trim() || error.message, { cause: error }));
      else resolve(stdout);
    });
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
