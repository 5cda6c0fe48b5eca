import { isQuiet, quietLooksInARow } from '@core/monitor/other-load';
import type { OtherLoad } from '@core/monitor/other-load';
import { otherLoadSentence } from '@core/words/other-load';

export interface QuietTools {
  /** One look of about a second; null where the system does not tell. */
  readonly look: () => Promise<OtherLoad | null>;
  readonly tell: (line: string) => void;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
  /** True once the person asked to stop. */
  readonly isInterrupted: () => boolean;
}

/**
 * Waits at most so many seconds for a quiet machine, and says on standard error what it waits for.
 * @returns false if the person asked to stop; otherwise the run is to begin, quiet or not
 */
export async function waitForQuiet(seconds: number, tools: QuietTools): Promise<boolean> {
  const { look, tell, now, isInterrupted } = tools;
  const endMs = now() + seconds * 1000;
  let inARow = 0;
  let told = false;
  for (;;) {
    const load = await look();
    if (isInterrupted()) return false;
    if (!load) {
      tell('This system does not tell what else uses the cores. The run begins.');
      return true;
    }
    inARow = isQuiet(load) ? inARow + 1 : 0;
    // Whoever finds the machine quiet at once need not wait; after a noise one quiet second may be a pause of it.
    if (inARow >= (told ? quietLooksInARow : 1)) {
      if (told) tell('The machine is quiet. The run begins.');
      return true;
    }
    if (now() >= endMs) {
      const sentence = otherLoadSentence(load);
      tell(`The machine was not quiet after ${seconds} s: it is measured all the same. ${sentence}`);
      return true;
    }
    if (!told) tell(`Waiting until the machine is quiet, at most ${seconds} s. ${otherLoadSentence(load)}`);
    told = true;
  }
}
