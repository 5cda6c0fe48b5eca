import type { Analysis, ConditionSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import type { Interval } from '@core/statistics/bootstrap';
import { boundsOf, threeDigits } from '@core/texts/format';
import { translate } from '@core/texts/translate';
import type { TextValues } from '@core/texts/translate';
import { answerLine } from '@core/words/answer';
import { namesOf } from '@core/words/names';
import { setUpFacts } from '@core/words/set-up';

/** What a run of the Workbench says of a condition beside its total: tasks per second and CPU seconds. */
export function conditionFigures({ condition, cpuSeconds }: ConditionSummary, { workbench }: Analysis): string[] {
  const rate = workbench?.find((one) => one.condition === condition)?.tasksPerSecond;
  if (!rate) return [];
  const cpu = cpuSeconds ? text('cpu', intervalValues(cpuSeconds)) : text('cpuUnknown');
  return [text('throughput', intervalValues(rate)), cpu];
}

/** The answer of a search in one line, for standard output. */
export function answerText(record: RunRecord, analysis: Analysis): string {
  const line = answerLine({ record, analysis, names: namesOf(record.definition.id) });
  return `${line.replaceAll('\u00a0', ' ')}\n`;
}

/** How a run of the Workbench was set up, what was pinned, and why it stopped; nothing for any other run. */
export function workbenchLines(record: RunRecord, analysis: Analysis): string[] {
  const { definition: experiment } = record;
  if (!record.plan.workbench) return [];
  const facts = setUpFacts({ record, analysis, experiment, names: namesOf(experiment.id) });
  return [...facts.flatMap(({ name, lines }) => lines.map((line) => `${name}: ${line}`)), text('cpuBasis')];
}

function intervalValues(interval: Interval): TextValues {
  return { estimate: threeDigits(interval.estimate), bounds: boundsOf(interval, threeDigits) };
}

function text(path: string, values?: TextValues): string {
  return translate(`commandLine.bench.${path}`, values);
}
