import type { Analysis } from '@core/analysis/types';
import { firstContradiction } from '@core/verify/first-contradiction';
import type { ExaminedRecord } from '@core/verify/first-contradiction';

/** The analysis of a record, with what in the record does not follow from the rest of it. */
export function examined(record: ExaminedRecord, analysis: Analysis): Analysis {
  const contradiction = firstContradiction(record, analysis);
  return contradiction ? { ...analysis, contradiction } : analysis;
}
