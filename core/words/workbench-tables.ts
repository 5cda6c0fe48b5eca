/** What a Workbench record shows beyond what every record shows, as tables: the same in the window and in the report. */
import type { ExperimentDefinition } from '../experiments/definition-types';
import type { Analysis } from '../analysis/types';
import type { WorkbenchCondition } from '../analysis/workbench';
import type { RunRecord } from '../record/record';
import type { Interval } from '../statistics/bootstrap';
import { experimentText } from '../texts/experiment-text';
import { boundsOf, formatDurationInterval, formatPlainRatio, threeDigits } from '../texts/format';
import { translate, type TextValues } from '../texts/translate';
import type { Column } from '../print/elements';

/** Looks up texts by their path below the experiment, and below the glossary. */
export interface WorkbenchTexts {
  readonly of: (path: string, values?: TextValues) => string;
  readonly glossary: (path: string) => string;
}

/** What the tables are made from. */
export interface WorkbenchContext {
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly experiment: ExperimentDefinition;
  readonly texts: WorkbenchTexts;
}

export interface TextTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** What is put where a machine does not tell. */
export const untold = '–';

/** An estimate with its interval on a line of its own; neither line breaks elsewhere. */
function inTwoLines(interval: string): string {
  return interval.replace(/ (?=[[(])/, '\n').replaceAll(' ', '\u00a0');
}

/** Texts from the one catalogue, for the report. */
export function catalogueTexts(experiment: string): WorkbenchTexts {
  return {
    of: (path, values = {}) => {
      const place = experimentText(experiment, path);
      return translate(place.path, { ...place.values, ...values });
    },
    glossary: (path) => translate(`glossary.${path}`),
  };
}

/** Total, throughput, latency, ratio and verdict of every condition; those not measured are left out. */
export function figuresTable({ analysis, experiment, texts: { of } }: WorkbenchContext): TextTable {
  const [part] = analysis.parts;
  const pair = experiment.parts[0]?.noisePair ?? ['', ''];
  const numeric = ['total', 'throughput', 'latencyMedian', 'latencyHigh', 'service', 'latencyTasks', 'ratio'];
  const rows = (analysis.workbench ?? []).map(({ condition, tasksPerSecond, latency }) => {
    const total = part?.conditions.find((one) => one.condition === condition)?.total;
    const verdict = part?.verdicts.find((one) => one.condition === condition);
    const ratio = verdict?.ratio;
    const [baseline, repeat] = pair;
    const judged = verdict ? of(`results.openMark.${verdict.verdict ?? 'not-measured'}`) : '';
    return [
      of(`condition.${condition}.name`),
      total ? inTwoLines(formatDurationInterval(total)) : untold,
      inTwoLines(
        of('figures.perSecond', {
          value: threeDigits(tasksPerSecond.estimate),
          bounds: boundsOf(tasksPerSecond, threeDigits),
        }),
      ),
      latency ? inTwoLines(formatDurationInterval(latency.median)) : untold,
      latency ? inTwoLines(formatDurationInterval(latency.p99)) : untold,
      latency ? inTwoLines(formatDurationInterval(latency.service)) : untold,
      latency ? String(latency.tasks) : untold,
      ratio ? inTwoLines(formatPlainRatio(ratio)) : untold,
      condition === baseline ? of('figures.baseline') : condition === repeat ? of('figures.repeat') : judged,
    ];
  });
  return {
    columns: [
      { label: of('figures.condition') },
      ...numeric.map((key) => ({ label: of(`figures.${key}`), numeric: true })),
      { label: of('figures.verdict') },
    ],
    rows,
  };
}

/** CPU time, event loop and context switches of every condition, per execution. */
export function threadsTable({ analysis, texts: { of } }: WorkbenchContext): TextTable {
  const keys = ['cpu', 'cpuPerWorker', 'utilization', 'loopDelay', 'voluntary', 'involuntary'];
  const [part] = analysis.parts;
  const rows = (analysis.workbench ?? []).map((one) => {
    const cpu = part?.conditions.find(({ condition }) => condition === one.condition)?.cpuSeconds;
    return [
      of(`condition.${one.condition}.name`),
      seconds(cpu),
      seconds(one.cpuSecondsPerWorker),
      percent(one.utilization),
      one.loopDelayNs ? inTwoLines(formatDurationInterval(one.loopDelayNs)) : untold,
      one.voluntarySwitches ? bracketed(one.voluntarySwitches) : untold,
      one.involuntarySwitches ? bracketed(one.involuntarySwitches) : untold,
    ];
  });
  return {
    columns: [
      { label: of('figures.condition') },
      ...keys.map((key) => ({ label: of(`figures.threads.${key}`), numeric: true })),
    ],
    rows,
  };
}

/** CPU time, utilisation and tasks of every worker, per execution. */
export function workersTable({ analysis, texts: { of } }: WorkbenchContext): TextTable {
  const rows = (analysis.workbench ?? []).flatMap(({ condition, workers }) =>
    workers.map(({ seat, cpuSeconds, utilization, tasks }) => [
      of(`condition.${condition}.name`),
      of(`seat.${seat}`),
      seconds(cpuSeconds),
      percent(utilization),
      threeDigits(tasks).replace(/\.0+$/, ''),
    ]),
  );
  return {
    columns: [
      { label: of('figures.condition') },
      { label: of('figures.workers.worker') },
      ...['cpu', 'utilization', 'tasks'].map((key) => ({ label: of(`figures.workers.${key}`), numeric: true })),
    ],
    rows,
  };
}

/** Where the CPU times of a record come from. */
export function cpuSourcesInWords({ workers }: Pick<RunRecord, 'workers'>): string {
  const sources = new Set(workers.map((worker) => worker.cpuSource));
  if (sources.size === 0) sources.add('none');
  return [...sources].map((source) => translate(`report.method.cpuSource.${source}`)).join(', ');
}

/** Name of the condition that all others are compared with. */
export function baselineName({ experiment, texts }: WorkbenchContext): string {
  return texts.of(`condition.${experiment.parts[0]?.noisePair[0] ?? ''}.short`);
}

/** Rounds behind the conditions: one number, or from the fewest to the most. */
export function roundsBehind(conditions: readonly WorkbenchCondition[]): string {
  const rounds = conditions.map(({ tasksPerSecond }) => tasksPerSecond.n);
  const [low, high] = [Math.min(...rounds), Math.max(...rounds)];
  return low === high ? String(low) : `${low}–${high}`;
}

function bracketed(interval: Interval): string {
  return inTwoLines(`${threeDigits(interval.estimate)} ${boundsOf(interval, threeDigits)}`);
}

/** CPU seconds in their natural unit. */
function seconds(interval: Interval | undefined): string {
  if (!interval) return untold;
  const { estimate, low, high } = interval;
  return inTwoLines(
    formatDurationInterval({ ...interval, estimate: estimate * 1e9, low: low * 1e9, high: high * 1e9 }),
  );
}

function percent(interval: Interval | undefined): string {
  if (!interval) return untold;
  const write = (share: number): string => threeDigits(share * 100);
  return inTwoLines(`${write(interval.estimate)} % ${boundsOf(interval, write)}`);
}
