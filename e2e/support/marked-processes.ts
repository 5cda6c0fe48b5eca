import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that carries a mark in its environment or its command line, with the X display that it was given. */
export interface Marked {
  readonly pid: number;
  readonly name: string;
  readonly display: string | undefined;
}

/** Every process that was started, by whomever, from one that carries this mark (Linux). Zombies have neither and do not count. */
export function markedProcesses(mark: string): readonly Marked[] {
  return readdirSync('/proc').flatMap((entry): Marked[] => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    const words = read(pid, 'cmdline');
    // Chromium's processes write their command line over their environment.
    const environment = read(pid, 'environ');
    if (!words.includes(mark) && !environment.includes(mark)) return [];
    const display = /(?:^|\0)DISPLAY=([^\0]+)/.exec(environment)?.[1];
    return words === '' ? [] : [{ pid, name: words.split('\0').slice(0, 3).join(' '), display }];
  });
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** Waits until none is left. @returns those left after the limit */
export async function markedLeftAfter(mark: string, limitMs: number): Promise<readonly Marked[]> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const left = markedProcesses(mark);
    if (left.length === 0 || performance.now() > deadline) return left;
    await pause(100);
  }
}
