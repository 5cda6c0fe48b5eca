import { LabError } from '@core/ipc/envelope';
import type { SummarisedRecord } from '@core/protocol/analysis';
import { summarisedOf } from '../processes/analysis-process';
import type { AnalysisProcess } from '../processes/analysis-process';

/** Reads records for the list, in an analysis process of its own: sealing and opening never wait behind it. */
export interface SummaryReader {
  /** @throws LabError saying why this text has no summary; `internal` if it took too long or the process ended */
  summarise(text: string): Promise<SummarisedRecord>;
  /** Ends the process; the next text starts another one. */
  stop(): Promise<void>;
}

const leastLimitMs = 30_000;
/** An honest record takes about a second per megabyte. */
const limitMsPerCharacter = 3e-3;

/** @param createAnalysis makes a process that is started with its first request */
export function createSummaryReader(
  createAnalysis: () => AnalysisProcess,
  limitMsOf = (text: string): number => leastLimitMs + text.length * limitMsPerCharacter,
): SummaryReader {
  let current: AnalysisProcess | undefined;

  async function stop(): Promise<void> {
    const stopped = current;
    current = undefined;
    await stopped?.stop();
  }

  return {
    async summarise(text) {
      current ??= createAnalysis();
      const limitMs = limitMsOf(text);
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          // Whatever it computes, it must not compute on.
          void stop();
          reject(new LabError('internal', `Analysing it took longer than ${Math.round(limitMs / 1000)} s.`));
        }, limitMs);
      });
      try {
        return summarisedOf(await Promise.race([current.request({ type: 'summarise', text }), limit]));
      } finally {
        clearTimeout(timer);
      }
    },
    stop,
  };
}
