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
 * Stops (SIGSTOP) so many helpers, each as soon as it is there. The one that is there already counts: whoever asks cannot know
 * whether it was started a moment before or after.
 * @returns process ids of the stopped ones
 */
export async function stopNextHelpers(dataFolder: string, times: number): Promise<readonly number[]> {
  const stopped: number[] = [];
  while (stopped.length < times) {
    const pid = await nextHelper(dataFolder, stopped);
    try {
      process.kill(pid, 'SIGSTOP');
      stopped.push(pid);
    } catch {
      // It ended between being seen and being stopped: it was none of those that are meant.
    }
  }
  return stopped;
}
