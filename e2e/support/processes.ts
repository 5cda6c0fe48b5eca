import { readdirSync, readFileSync } from 'node:fs';
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
