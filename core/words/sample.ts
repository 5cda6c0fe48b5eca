import type { RunRecord } from '../record/record';
import { translate } from '../texts/translate';
import { namesOf } from './names';

/**
 * A shipped record as it is shown. Title and machine say that it is a sample: so do its heading, every caption, and every page in
 * print. It is for display alone; what is stored stays as it was measured.
 */
export function asSample(record: RunRecord): RunRecord {
  const { environment } = record;
  return {
    ...record,
    title: translate('sample.title', { title: namesOf(record.plan.experiment).title }),
    environment: { ...environment, cpuModel: translate('sample.cpu', { cpu: environment.cpuModel.trim() }) },
  };
}
