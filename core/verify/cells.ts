import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { contradiction, placeOf, type Contradictions } from './contradiction';

/**
 * Cells follow the stored order from its begin, one after the other, each as often as every cell of its part, and a run that
 * completed has all rounds of its plan, or all up to the one that it says it stopped after.
 */
export function* cellsThatDoNotFollow(record: UnsealedRecord): Contradictions {
  const { cells, order, definition } = record;
  const parts = new Map(definition.parts.map((part) => [part.id, part]));
  const repetitions = repetitionsOf(cells);
  let position = -1;
  let previous: CellRecord | undefined;
  for (const [index, cell] of cells.entries()) {
    const place = placeOf(cell);
    const part = parts.get(cell.part);
    if (!part) yield contradiction('cell-unknown-part', place);
    else if (!part.conditions.includes(cell.condition)) yield contradiction('cell-unknown-condition', place);
    if (cell.index !== index) yield contradiction('cell-index', { ...place, expected: index });
    const ended = previous === undefined || previous.repetition === repetitions.get(previous.part);
    if (ended) position += 1;
    const [round, partId, condition] = order[position] ?? [];
    if (round === undefined) yield contradiction('cells-too-many', place);
    else if (cell.round !== round || cell.part !== partId || cell.condition !== condition) {
      yield contradiction('cell-order', {
        ...place,
        orderRound: round,
        orderPart: String(partId),
        orderCondition: String(condition),
      });
    }
    const repetition = ended ? 0 : (previous?.repetition ?? -1) + 1;
    if (cell.repetition !== repetition) {
      yield contradiction('cell-repetition', { ...place, repetition: cell.repetition, expected: repetition });
    }
    previous = cell;
  }
  const isWhole = previous === undefined || previous.repetition === repetitions.get(previous.part);
  yield* endThatDoesNotFollow(record, isWhole ? position + 1 : position);
}

/** The last repetition of the cells of each part. */
function repetitionsOf(cells: readonly CellRecord[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { part, repetition } of cells) last.set(part, Math.max(repetition, last.get(part) ?? 0));
  return last;
}

/** @param done places of the order that were executed in full */
function* endThatDoesNotFollow({ outcome, order, plan, stop }: UnsealedRecord, done: number): Contradictions {
  if (outcome.status !== 'completed') return;
  const last = order[done - 1]?.[0] ?? -1;
  const isWholeRound = order[done]?.[0] !== last;
  const wanted = stop ? stop.rounds : plan.rounds;
  if (!isWholeRound || last < wanted) {
    yield contradiction('cells-missing', { done, planned: order.filter(([round]) => round <= wanted).length });
  }
  if (stop && last > stop.rounds) yield contradiction('stop-round', { stop: stop.rounds, last });
}
