/** What a Workbench record shows beyond what every record shows, as tables: the same in the window and in the report. */
import type { RunRecord } from '../record/record';
import type { Interval } from '../statistics/bootstrap';
import { boundsOf, formatDurationInterval, formatPlainRatio, threeDigits } from '../texts/format';
import { translate } from '../texts/translate';
import type { Block, Cell, Table } from './blocks';
import { countOfRounds, machineInWords, type ReportContext } from './context';
import type { FigureBlocks } from './figure-blocks';
import { untold } from './verdicts';
import { knowsWaiting, waitingWords } from './waiting';

/** An estimate with its interval on a line of its own; neither line breaks elsewhere. */
function inTwoLines(interval: string): Cell {
  return { lines: interval.split(/ (?=[[(])/).map((line) => line.replaceAll(' ', '\u00a0')) };
}

/** Total, throughput, latency, ratio and verdict of every condition; those not measured are left out. */
export function figuresTable({ analysis, experiment, names }: ReportContext): Table {
  const [part] = analysis.parts;
  const pair = experiment.parts[0]?.noisePair ?? ['', ''];
  const numeric = ['total', 'throughput', 'latencyMedian', 'latencyHigh', 'service', 'latencyTasks', 'ratio'];
  const rows = (analysis.workbench ?? []).map(({ condition, tasksPerSecond, latency }) => {
    const total = part?.conditions.find((one) => one.condition === condition)?.headline;
    const verdict = part?.verdicts.find((one) => one.condition === condition);
    const ratio = verdict?.ratio;
    const [baseline, repeat] = pair;
    const judged = verdict ? names.text(`results.openMark.${verdict.verdict ?? 'not-measured'}`) : '';
    return [
      names.condition(condition),
      total ? inTwoLines(formatDurationInterval(total)) : untold,
      inTwoLines(
        names.text('figures.perSecond', {
          value: threeDigits(tasksPerSecond.estimate),
          bounds: boundsOf(tasksPerSecond, threeDigits),
        }),
      ),
      latency ? inTwoLines(formatDurationInterval(latency.median)) : untold,
      latency ? inTwoLines(formatDurationInterval(latency.p99)) : untold,
      latency ? inTwoLines(formatDurationInterval(latency.service)) : untold,
      latency ? String(latency.tasks) : untold,
      ratio ? inTwoLines(formatPlainRatio(ratio)) : untold,
      condition === baseline
        ? names.text('figures.baseline')
        : condition === repeat
          ? names.text('figures.repeat')
          : judged,
    ];
  });
  return {
    caption: names.text('figures.table'),
    columns: [
      { label: names.text('figures.condition') },
      ...numeric.map((key) => ({ label: names.text(`figures.${key}`), numeric: true })),
      { label: names.text('figures.verdict') },
    ],
    rows,
  };
}

/** CPU time, event loop and context switches of every condition, per execution. */
export function threadsTable({ analysis, names }: ReportContext): Table {
  const keys = ['cpu', 'cpuPerWorker', 'utilization', 'loopDelay', 'voluntary', 'involuntary'];
  const [part] = analysis.parts;
  const waits = part !== undefined && knowsWaiting(part);
  const rows = (analysis.workbench ?? []).map((one) => {
    const summary = part?.conditions.find(({ condition }) => condition === one.condition);
    const cpu = summary?.cpuSeconds;
    return [
      names.condition(one.condition),
      seconds(cpu),
      seconds(one.cpuSecondsPerWorker),
      ...(waits ? [waitingWords(summary?.waiting, names)] : []),
      percent(one.utilization),
      one.loopDelayNs ? inTwoLines(formatDurationInterval(one.loopDelayNs)) : untold,
      one.voluntarySwitches ? bracketed(one.voluntarySwitches) : untold,
      one.involuntarySwitches ? bracketed(one.involuntarySwitches) : untold,
    ];
  });
  return {
    caption: names.text('figures.threads.table'),
    columns: [
      { label: names.text('figures.condition') },
      ...keys.flatMap((key) => [
        { label: names.text(`figures.threads.${key}`), numeric: true },
        ...(waits && key === 'cpuPerWorker' ? [{ label: names.text('results.slowness.waited'), numeric: true }] : []),
      ]),
    ],
    rows,
  };
}

/** CPU time, utilisation and tasks of every worker, per execution. */
export function workersTable({ analysis, names }: ReportContext): Table {
  const all = analysis.workbench ?? [];
  const waits = all.some(({ workers }) => workers.some((one) => 'waitedNs' in one));
  const rows = all.flatMap(({ condition, workers }) =>
    workers.map(({ seat, cpuSeconds, utilization, tasks, waitedNs }) => [
      names.condition(condition),
      names.seat(seat),
      seconds(cpuSeconds),
      ...(waits
        ? [waitedNs ? inTwoLines(formatDurationInterval(waitedNs)) : names.text('results.slowness.untold')]
        : []),
      percent(utilization),
      threeDigits(tasks).replace(/\.0+$/, ''),
    ]),
  );
  return {
    caption: names.text('figures.workers.table'),
    columns: [
      { label: names.text('figures.condition') },
      { label: names.text('figures.workers.worker') },
      ...['cpu', 'utilization', 'tasks'].flatMap((key) => [
        { label: names.text(`figures.workers.${key}`), numeric: true },
        ...(waits && key === 'cpu' ? [{ label: names.text('results.slowness.waited'), numeric: true }] : []),
      ]),
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

/** What was measured of the tasks; nothing for a record that is not of the Workbench, or of which nothing was measured. */
export function workbench(context: ReportContext): readonly Block[] {
  if ((context.analysis.workbench ?? []).length === 0) return [];
  return [{ kind: 'table', table: figuresTable(context) }, note(context, 'figures.caption')];
}

/** What the workers cost the machine, and how the CPU time was shared among them; else as `workbench`. */
export function workers(context: ReportContext, figures: FigureBlocks): readonly Block[] {
  if ((context.analysis.workbench ?? []).length === 0) return [];
  return [
    { kind: 'table', table: threadsTable(context) },
    note(context, 'figures.threads.caption'),
    ...figures('workers'),
    { kind: 'table', table: workersTable(context), isFolded: true },
  ];
}

function note({ record, analysis, experiment, names }: ReportContext, path: string): Block {
  const text = names.text(path, {
    rounds: countOfRounds(...(analysis.workbench ?? []).map(({ tasksPerSecond }) => tasksPerSecond.n)),
    baseline: names.short(experiment.parts[0]?.noisePair[0] ?? ''),
    source: cpuSourcesInWords(record),
    machine: machineInWords(record),
  });
  return { kind: 'note', text };
}

function bracketed(interval: Interval): Cell {
  return inTwoLines(`${threeDigits(interval.estimate)} ${boundsOf(interval, threeDigits)}`);
}

/** CPU seconds in their natural unit. */
function seconds(interval: Interval | undefined): Cell {
  if (!interval) return untold;
  const { estimate, low, high } = interval;
  return inTwoLines(
    formatDurationInterval({ ...interval, estimate: estimate * 1e9, low: low * 1e9, high: high * 1e9 }),
  );
}

function percent(interval: Interval | undefined): Cell {
  if (!interval) return untold;
  const write = (share: number): string => threeDigits(share * 100);
  return inTwoLines(`${write(interval.estimate)} % ${boundsOf(interval, write)}`);
}
