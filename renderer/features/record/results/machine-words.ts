import type { RunRecord } from '@core/record/record';
import type { ChartTexts } from '../../../charts/chart-theme';

/** The machine of a record, as captions name it. */
export function machineInWords({ environment }: RunRecord, texts: ChartTexts): string {
  return texts.of('results.machine', {
    cpu: environment.cpuModel.trim(),
    cores: environment.availableParallelism,
  });
}
