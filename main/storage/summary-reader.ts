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

/** @param createAnalysis makes a process that is started with its first request; how long one may take is its own matter */
export function createSummaryReader(createAnalysis: () => AnalysisProcess): SummaryReader {
  let current: AnalysisProcess | undefined;
  return {
    async summarise(text) {
      current ??= createAnalysis();
      return summarisedOf(await current.request({ type: 'summarise', text }));
    },
    async stop() {
      const stopped = current;
      current = undefined;
      await stopped?.stop();
    },
  };
}
