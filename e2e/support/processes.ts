import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Process ids whose command line holds this text (Linux). Zombies have no command line and do not count. */
export function pidsWith(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && commandLineOf(pid).includes(text));
}

function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** Waits until no process is left whose command line holds this text. @returns those left after the limit */
export async function pidsLeftAfter(text: string, limitMs: number): Promise<readonly number[]> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const left = pidsWith(text);
    if (left.length === 0 || performance.now() > deadline) return left;
    await pause(50);
  }
}

/** Cpus_allowed_list of every thread of a process, by thread id (Linux). */
export function allowedCpus(pid: number): ReadonlyMap<number, string> {
  const threads = readdirSync(`/proc/${pid}/task`).flatMap((tid): [number, string][] => {
    try {
      const status = readFileSync(`/proc/${pid}/task/${tid}/status`, 'utf8');
      return [[Number(tid), /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? '']];
    } catch {
      return []; // the thread has ended meanwhile
    }
  });
  return new Map(threads);
}

/** Those of these processes that listen for TCP connections on 127.0.0.1 (Linux). */
export function pidsListening(pids: readonly number[]): readonly number[] {
  const inodes = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    // Local address and state; 0A is LISTEN.
    .filter(([, local, , state]) => local?.startsWith('0100007F:') === true && state === '0A')
    .map((columns) => `socket:[${columns[9] ?? ''}]`);
  return pids.filter((pid) => openFiles(pid).some((file) => inodes.includes(file)));
}

function openFiles(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
      } catch {
        return []; // it was closed meanwhile
      }
    });
  } catch {
    return []; // the process has ended meanwhile
  }
}
