import type { ChartContext } from '../../charts/chart-theme';
import { conditionLook } from '../../charts/chart-theme';
import type { ChartTable } from '../../charts/chart-table';
import type { Analysis, WagesSummary } from '@core/runs/analysis-types';
import { formatDurationInterval, formatMemory, threeDigits } from '@core/texts/format';

/** What the hired workers of each condition cost, one row per condition, estimates with their intervals. */
export function wagesTable(context: ChartContext, analysis: Analysis): ChartTable {
  const { of } = context.texts;
  return {
    columns: [
      of('results.wages.condition'),
      of('results.wages.workers'),
      of('results.wages.hiring'),
      of('results.wages.hiringN'),
      of('results.wages.memory'),
      of('results.wages.roundTrip'),
      of('results.wages.relay'),
      of('results.wages.messages'),
    ],
    rows: analysis.wages.map((wages) => rowOf(context, analysis, wages)),
  };
}

function rowOf(context: ChartContext, analysis: Analysis, wages: WagesSummary): (string | number)[] {
  const { of } = context.texts;
  const unknown = of('results.wages.unknown');
  const { memoryPerWorkerBytes: memory, roundTrip, relay } = wages;
  const isProcess = context.experiment.conditions
    .find((one) => one.id === wages.condition)
    ?.seats.some((seat) => seat.kind === 'process');
  return [
    conditionLook(context, wages.condition)?.name ?? wages.condition,
    wages.hiredWorkers,
    formatDurationInterval(wages.hiring),
    wages.hiring.n,
    memory ? `${formatMemory(memory.estimate)} [${inMb(memory.low)}, ${inMb(memory.high)}]` : unknown,
    roundTrip ? formatDurationInterval(roundTrip) : unknown,
    relay ? formatDurationInterval(relay) : isProcess ? unknown : of('results.wages.notApplicable'),
    messagesOf(analysis, wages.condition) || unknown,
  ];
}

function inMb(bytes: number): string {
  return threeDigits(bytes / 1e6);
}

/** Messages of one execution of each part, in the order of the parts, e.g. `6 / 4`. */
function messagesOf(analysis: Analysis, condition: string): string {
  return analysis.parts
    .flatMap((part) => part.conditions.filter((one) => one.condition === condition))
    .map((one) => threeDigits(one.messagesPerCell).replace(/\.0+$/, ''))
    .join(' / ');
}
