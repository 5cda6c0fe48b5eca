import type { Analysis, WagesSummary } from '@core/analysis/types';
import type { Interval } from '@core/statistics/bootstrap';
import { boundsOf, formatDurationInterval, formatMemory, threeDigits } from '@core/texts/format';
import type { ValueTable } from '@core/figures/value-table';
import { conditionLook } from '@core/figures/looks';
import type { ChartContext } from '../../../charts/chart-theme';

/** What the hired workers cost: one row per cost, one column per condition that hires, estimates with their intervals. */
export function wagesTable(context: ChartContext, analysis: Analysis): ValueTable {
  const { of } = context.texts;
  const { wages } = analysis;
  return {
    columns: [
      of('results.wages.cost'),
      ...wages.map(({ condition }) => conditionLook(context, condition)?.name ?? condition),
    ],
    rows: [
      ...costs.map((cost) => [of(`results.wages.${cost}`), ...wages.map((one) => costOf(context, one, cost))]),
      ...analysis.parts.map((part) => [
        of('results.wages.messages', { part: of(`part.${part.part}.name`) }),
        ...wages.map(({ condition }) => {
          const messages = part.conditions.find((one) => one.condition === condition)?.messagesPerCell;
          return messages === undefined ? of('results.wages.unknown') : messagesInWords(messages);
        }),
      ]),
    ],
  };
}

/** The costs of one condition without its messages, named, in the order of the table. */
export function wagesRows(context: ChartContext, wages: WagesSummary): (readonly [string, string | number])[] {
  return costs.map((cost) => [context.texts.of(`results.wages.${cost}`), costOf(context, wages, cost)]);
}

const costs = ['workers', 'hiring', 'memory', 'roundTrip', 'relay'] as const;

function costOf(context: ChartContext, wages: WagesSummary, cost: (typeof costs)[number]): string | number {
  switch (cost) {
    case 'workers':
      return wages.hiredWorkers;
    case 'hiring':
      return durationOf(wages.hiring);
    case 'memory':
      return memoryOf(context, wages);
    case 'roundTrip':
      return wages.roundTrip ? durationOf(wages.roundTrip) : context.texts.of('results.wages.unknown');
    case 'relay':
      return relayOf(context, wages);
  }
}

function durationOf(interval: Interval): string {
  return `${formatDurationInterval(interval)}, ${numberOf(interval)}`;
}

/** The number of samples behind an estimate: hirings or messages, not rounds. */
function numberOf({ n }: Interval): string {
  return `n\u00a0=\u00a0${n}`;
}

function memoryOf({ texts: { of } }: ChartContext, { memoryPerWorkerBytes: memory }: WagesSummary): string {
  if (!memory) return of('results.wages.unknown');
  const bounds = boundsOf(memory, (bytes) => threeDigits(bytes / 1e6));
  return `${formatMemory(memory.estimate)} ${bounds}, ${numberOf(memory)}`;
}

/** Only tickets to another process pass relays. */
function relayOf({ experiment, texts: { of } }: ChartContext, { condition, relay }: WagesSummary): string {
  if (relay) return durationOf(relay);
  const seats = experiment.conditions.find((one) => one.id === condition)?.seats ?? [];
  return of(seats.some((seat) => seat.kind === 'process') ? 'results.wages.unknown' : 'results.wages.notApplicable');
}

/** A mean over executions: whole unless they differed. */
function messagesInWords(messages: number): string {
  return Number.isInteger(messages) ? String(messages) : threeDigits(messages);
}
