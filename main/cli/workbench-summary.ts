import { namesOf } from '@core/words/names';
import type { Analysis, ConditionSummary } from '@core/analysis/types';
import type { PinningRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import type { Interval } from '@core/statistics/bootstrap';
import { boundsOf, threeDigits } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import type { TextValues } from '@core/texts/translate';

/** What a run of the Workbench says of a condition beside its total: tasks per second and CPU seconds. */
export function conditionFigures({ condition, cpuSeconds }: ConditionSummary, { workbench }: Analysis): string[] {
  const rate = workbench?.find((one) => one.condition === condition)?.tasksPerSecond;
  if (!rate) return [];
  const cpu = cpuSeconds ? text('cpu', intervalValues(cpuSeconds)) : text('cpuUnknown');
  return [text('throughput', intervalValues(rate)), cpu];
}

/** How a run of the Workbench was set up, what was pinned, and why it stopped; nothing for any other run. */
export function workbenchLines(record: RunRecord, { parts }: Analysis): string[] {
  const choice = record.plan.workbench;
  if (!choice) return [];
  const workload = translate(`glossary.workload.${choice.workload}`);
  const values = { workload, operation: choice.operation, tasks: choice.tasks, ms: choice.taskMs };
  return [
    text(choice.operation === 'none' ? 'work' : 'workWithOperation', values),
    text('cpuBasis'),
    ...(record.workloadCalibrations ?? []).map(({ units, unit, wantedMs, samples }) =>
      text('calibration', { units, unit, ms: threeDigits(wantedMs), samples: samples.length }),
    ),
    ...parts.flatMap(({ noise }) => (noise ? [text('noise', { floor: threeDigits(noise.ratio), n: noise.n })] : [])),
    ...pinningLines(record, choice.pinnedCores),
    stopLine(record, choice.targetWidth),
  ];
}

function pinningLines({ plan, pinnings = [] }: RunRecord, cores: number | null): string[] {
  if (cores === null) return [text('pinning.notAsked')];
  if (pinnings.length === 0) return [text('pinning.missing', { cores })];
  return pinnings.map((pinning) => pinningLine(namesOf(plan.experiment).condition(pinning.condition), pinning));
}

function pinningLine(condition: string, { cores, method, allowed, verified, threads }: PinningRecord): string {
  const values = { condition, cores, method, threads, allowed: allowed?.join(' and ') ?? '' };
  if (method === 'none') return text('pinning.impossible', values);
  if (allowed === null) return text('pinning.unreadable', values);
  return text(verified ? 'pinning.verified' : 'pinning.different', values);
}

function stopLine({ outcome, plan, stop, cells }: RunRecord, target: number | null): string {
  if (outcome.status !== 'completed') {
    const last = cells.reduce((round, cell) => Math.max(round, cell.round), 0);
    return text('stop.early', { round: last, rounds: plan.rounds });
  }
  if (!stop) return text('stop.all', { rounds: plan.rounds });
  const widest = stop.widest === null ? text('stop.noWidth') : percent(stop.widest);
  return text(`stop.${stop.reason}`, { rounds: stop.rounds, target: percent(target ?? Number.NaN), widest });
}

function percent(width: number): string {
  return `${threeDigits(width * 100)} %`;
}

function intervalValues(interval: Interval): TextValues {
  return { estimate: threeDigits(interval.estimate), bounds: boundsOf(interval, threeDigits) };
}

function text(path: string, values?: TextValues): string {
  return translate(`commandLine.bench.${path}`, values);
}
