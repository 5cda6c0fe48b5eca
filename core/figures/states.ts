import type { ConditionSummary, PartSummary } from '../analysis/types';
import { workerStates } from '../record/schema-parts';
import { formatDuration, formatShare } from '../texts/format';
import { translate } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { BarPiece, RowsFigure } from './figure';
import { knowsWaiting, waitingWords } from '../words/waiting';
import { baseCaption, measuredLooks, type ConditionLook } from './looks';
import { stateColours, stateInks } from './palette';

/** Shares of the six worker states in all workers' time, by condition: bars that add up to 100 %. */
export function statesFigure(context: ReportContext, part: PartSummary): RowsFigure {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`results.states.${key}`, values);
  // What 100 % is: workers x wall time.
  const basisOf = (look: ConditionLook, { workerTimeNs }: ConditionSummary): string => {
    const workers = look.definition.seats.length;
    return of('workers', { workers, time: formatDuration(workerTimeNs / workers) });
  };
  const rows = measuredLooks(context, part, false);
  const waits = knowsWaiting(part);
  const example = rows.findLast(({ look }) => look.definition.idle !== true);
  const hasStartUp = rows.some(({ summary }) => summary.stateShares['start-up'] > 0);
  return {
    kind: 'rows',
    title: of('title', { part: names.part(part.part) }),
    caption: of(hasStartUp ? 'captionCold' : 'caption', {
      example: example ? `${example.look.name}: ${basisOf(example.look, example.summary)}` : '',
      base: baseCaption(context, part),
    }),
    name: `states-${part.part}`,
    part: part.part,
    axis: zeroAxis(of('axis'), 100),
    rows: rows.map(({ look, summary }) => ({ name: look.name, look, bar: piecesOf(summary) })),
    legend: workerStates.map((state) => ({ name: translate(`glossary.state.${state}`), colour: stateColours[state] })),
    table: {
      columns: [
        of('condition'),
        ...workerStates.map((state) => `${translate(`glossary.state.${state}`)} (%)`),
        of('basis'),
        ...(waits ? [names.text('results.slowness.waited')] : []),
      ],
      rows: rows.map(({ look, summary }) => [
        look.name,
        ...workerStates.map((state) => percent(summary.stateShares[state])),
        basisOf(look, summary),
        ...(waits ? [waitingWords(summary.waiting, names)] : []),
      ]),
    },
  };
}

/** A share as percent with two decimals. */
function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function piecesOf({ stateShares }: ConditionSummary): BarPiece[] {
  let from = 0;
  return workerStates.flatMap((state) => {
    const share = stateShares[state];
    if (share === 0) return [];
    const start = from;
    from += 100 * share;
    return {
      from: start,
      to: from,
      colour: stateColours[state],
      inWords: `${translate(`glossary.state.${state}`)}: ${percent(share)} %`,
      label: { text: formatShare(share), ink: stateInks[state] },
    };
  });
}
