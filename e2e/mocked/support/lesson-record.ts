import { recordsOfEveryExperiment } from '@core/testing/every-experiment';
import { finishRecord } from '../../../workers/records/seal';
import { keptRecords, keptText } from '../../guard/support/kept-records';

/** The text of a record of an experiment: the kept one of its quick run, or a synthetic one where it is younger than those. */
export function lessonRecordText(experiment: string): string {
  const name = `${experiment}.quick`;
  if (keptRecords().includes(name)) return keptText(name);
  const record = recordsOfEveryExperiment(2).get(experiment);
  if (!record) throw new Error(`There is no record of ${experiment}.`);
  return finishRecord(record).text;
}
