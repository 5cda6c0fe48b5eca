import type { PartSummary } from '../analysis/types';
import { workerStates } from '../record/schema-parts';
import { formatDuration, formatShare } from '../texts/format';
import type { Table } from './blocks';
import { conditionOf, type ReportContext } from './context';
import { knowsWaiting, waitingWords } from './waiting';

/** What the workers of each condition of a part did with their time, and what 100 % is. */
export function statesTable(context: ReportContext, part: PartSummary): Table {
  const { names } = context;
  const waits = knowsWaiting(part);
  return {
    caption: names.text('results.states.table', { part: names.part(part.part) }),
    columns: [
      { label: names.text('results.states.condition') },
      ...workerStates.map((state) => ({ label: names.glossary(`state.${state}`), numeric: true })),
      { label: names.text('results.states.basis'), numeric: true },
      ...(waits ? [{ label: names.text('results.slowness.waited'), numeric: true }] : []),
    ],
    rows: part.conditions.map(({ condition, stateShares, workerTimeNs, headline: total, waiting }) => {
      const workers = conditionOf(context, condition)?.seats.length ?? 0;
      const time = formatDuration(workers === 0 ? total.estimate : workerTimeNs / workers);
      return [
        names.condition(condition),
        ...workerStates.map((state) => formatShare(stateShares[state])),
        names.text('results.states.workers', { workers, time }),
        ...(waits ? [waitingWords(waiting, names)] : []),
      ];
    }),
  };
}
