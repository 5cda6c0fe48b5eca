import type { SealedRecord } from '@core/protocol/analysis';
import type { UnsealedRecord } from '@core/record/record';
import { sealedOf } from '../processes/analysis-process';
import type { AnalysisProcess } from '../processes/analysis-process';

/** Computes the verdicts of a run and seals its record; where the process ends meanwhile, the analysis tries once more. */
export async function sealRun(analysis: AnalysisProcess, record: UnsealedRecord): Promise<SealedRecord> {
  return sealedOf(await analysis.request({ type: 'finish', record }));
}

/** What to say where a record could not be made or kept although everything measured is on disk. */
export function safeInJournal(journal: string): string {
  return `What was measured is safe in ${journal}; the next start puts it into the Notebook.`;
}
