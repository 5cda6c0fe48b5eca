import type { WagesSummary } from '../analysis/types';
import type { Interval } from '../statistics/bootstrap';
import { boundsOf, formatDurationInterval, formatMemory, threeDigits } from '../texts/format';
import type { Block, Cell, Table } from './blocks';
import { conditionOf, machineInWords, type ReportContext } from './context';

type Priced = Pick<ReportContext, 'experiment' | 'names'>;

const costs = ['workers', 'hiring', 'memory', 'roundTrip', 'relay', 'port'] as const;
type Cost = (typeof costs)[number];

/** Messages by Electron's port are measured beside those by a socket; older records have one kind only. */
function costsIn(all: readonly WagesSummary[]): readonly Cost[] {
  return costs.filter((cost) => cost !== 'port' || all.some(({ overPort }) => overPort));
}

/** Whether any condition of the experiment hires workers. */
export function hires({ experiment }: Pick<ReportContext, 'experiment'>): boolean {
  return experiment.conditions.some(({ seats }) => seats.some(({ hired }) => hired));
}

/** What the hired workers cost, in time, memory and messages; or that nobody was hired. */
export function wages(context: ReportContext): readonly Block[] {
  const { analysis, record, names } = context;
  if (analysis.wages.length === 0) {
    return [{ kind: 'paragraph', text: names.text(`results.wages.${hires(context) ? 'none' : 'nobody'}`) }];
  }
  const bases = [...new Set(analysis.wages.map(({ memoryBasis }) => names.text(`results.wages.basis.${memoryBasis}`)))];
  const values = { memory: bases.join('; '), machine: machineInWords(record) };
  return [
    { kind: 'table', table: wagesTable(context) },
    { kind: 'note', text: names.text('results.wages.caption', values) },
    ...transports(context).map((text): Block => ({ kind: 'note', text })),
    ...messageCounts(context),
  ];
}

function wagesTable(context: ReportContext): Table {
  const { analysis, names } = context;
  const shown = costsIn(analysis.wages);
  return {
    caption: names.text('results.wages.table'),
    columns: [
      { label: names.text('results.wages.condition') },
      ...shown.map((cost) => ({ label: names.text(`results.wages.${cost}`), numeric: true })),
    ],
    rows: analysis.wages.map((one) => [
      names.condition(one.condition),
      ...shown.map((cost) => costOf(context, one, cost)),
    ]),
  };
}

/** The costs of one condition, named, in the order of the table. */
export function costsOf(context: Priced, one: WagesSummary): readonly (readonly [string, Cell])[] {
  return costsIn([one]).map((cost) => [context.names.text(`results.wages.${cost}`), costOf(context, one, cost)]);
}

function costOf(context: Priced, one: WagesSummary, cost: Cost): Cell {
  const unknown = context.names.text('results.wages.unknown');
  const withNumber = (interval: Interval | undefined, inWords: (interval: Interval) => string): Cell => {
    if (!interval) return unknown;
    return { lines: [inWords(interval), context.names.text('results.wages.n', { n: interval.n })] };
  };
  switch (cost) {
    case 'workers':
      return one.hiredWorkers;
    case 'hiring':
      return withNumber(one.hiring, formatDurationInterval);
    case 'memory':
      return withNumber(one.memoryPerWorkerBytes, memoryInterval);
    case 'roundTrip':
      return withNumber(one.roundTrip, formatDurationInterval);
    case 'relay':
      if (one.relay) return withNumber(one.relay, formatDurationInterval);
      // Only messages to another process may pass relays.
      if (one.transport === 'socket') return context.names.text('results.wages.notApplicable');
      return conditionOf(context, one.condition)?.seats.some(({ kind }) => kind === 'process')
        ? unknown
        : context.names.text('results.wages.notApplicable');
    case 'port':
      if (one.overPort) return withNumber(one.overPort.roundTrip, formatDurationInterval);
      return context.names.text('results.wages.notApplicable');
  }
}

/**
 * By which way messages got to processes, and what Electron's own would have taken, in a sentence for each condition; nothing
 * where no process was hired or the record does not say.
 */
export function transports({ analysis, names }: Pick<ReportContext, 'analysis' | 'names'>): readonly string[] {
  return analysis.wages.flatMap((one) => {
    if (one.transport === 'electron-port') {
      return [names.text('results.wages.byPort', { condition: names.condition(one.condition) })];
    }
    if (one.transport !== 'socket' || !one.roundTrip || !one.overPort) return [];
    return [
      names.text('results.wages.bySocket', {
        condition: names.condition(one.condition),
        socket: formatDurationInterval(one.roundTrip),
        port: formatDurationInterval(one.overPort.roundTrip),
        relay: one.overPort.relay ? formatDurationInterval(one.overPort.relay) : names.text('results.wages.unknown'),
        n: one.roundTrip.n,
      }),
    ];
  });
}

function memoryInterval(memory: Interval): string {
  return `${formatMemory(memory.estimate)} ${boundsOf(memory, (bytes) => threeDigits(bytes / 1e6))}`;
}

function messageCounts({ analysis, names }: ReportContext): readonly Block[] {
  const counts = analysis.parts.flatMap(({ part, conditions }) =>
    conditions
      .filter(({ condition }) => analysis.wages.some((one) => one.condition === condition))
      .map(({ condition, messagesPerCell }) =>
        names.text('results.wages.messagesOf', {
          condition: names.condition(condition),
          part: names.part(part),
          count: Number.isInteger(messagesPerCell) ? messagesPerCell : threeDigits(messagesPerCell),
        }),
      ),
  );
  if (counts.length === 0) return [];
  return [{ kind: 'note', text: names.text('results.wages.messages', { counts: counts.join('; ') }) }];
}

/** What one condition's workers cost, in one line for a terminal. */
export function wagesLine({ names }: Pick<ReportContext, 'names'>, one: WagesSummary): string {
  const memory = one.memoryPerWorkerBytes;
  return names.text('results.wages.line', {
    condition: names.condition(one.condition),
    workers: one.hiredWorkers,
    hiring: formatDurationInterval(one.hiring),
    n: one.hiring.n,
    memory: memory
      ? names.text('results.wages.lineMemory', { memory: formatMemory(memory.estimate), basis: one.memoryBasis })
      : '',
  });
}
