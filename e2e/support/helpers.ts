import { setTimeout as pause } from 'node:timers/promises';
import { pidsWith } from './processes';

/** Process ids of the helpers (utility processes with Node) of the app with this data folder (Linux). */
export function helpersOf(dataFolder: string): readonly number[] {
  const own = new Set(pidsWith(dataFolder));
  return pidsWith('node.mojom.NodeService').filter((pid) => own.has(pid));
}

/** Waits for a helper that is none of these. */
export async function nextHelper(dataFolder: string, known: readonly number[], limitMs = 60_000): Promise<number> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const found = helpersOf(dataFolder).find((pid) => !known.includes(pid));
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`No further helper within ${limitMs} ms.`);
    await pause(5);
  }
}

/**
 * Stops (SIGSTOP) the next helpers as soon as they are there, so many of them.
 * @param known those that are left alone
 * @returns process ids of the stopped ones
 */
export async function stopNextHelpers(
  dataFolder: string,
  times: number,
  known: readonly number[] = helpersOf(dataFolder),
): Promise<readonly number[]> {
  const stopped = [...known];
  const before = stopped.length;
  while (stopped.length - before < times) {
    const pid = await nextHelper(dataFolder, stopped);
    process.kill(pid, 'SIGSTOP');
    stopped.push(pid);
  }
  return stopped.slice(before);
}
