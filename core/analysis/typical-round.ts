import type { ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { median } from '../statistics/quantile';
import { roundCells } from './cells';

/** One recorded round that is shown as an example of a part. */
export interface TypicalRound {
  readonly round: number;
  /** By condition: the cell that stands for it in this round. */
  readonly cells: ReadonlyMap<string, CellRecord>;
}

/**
 * The measured round of a part in which every condition took about as long as it did in the median: the sum over the
 * conditions of |ln(headline / median)| is the smallest (the earlier one if two are alike). Conditions in which nothing runs do
 * not count. Undefined if no round has a cell of every condition that was measured.
 * @param only conditions that count; all of the part where it is absent
 */
export function typicalRound(
  record: UnsealedRecord,
  { conditions, parts }: Pick<ExperimentDefinition, 'conditions' | 'parts'>,
  part: string,
  only?: readonly string[],
): TypicalRound | undefined {
  const definition = parts.find(({ id }) => id === part);
  if (!definition) return undefined;
  const counted = (only ?? definition.conditions).filter(
    (id) => conditions.find((one) => one.id === id)?.idle !== true,
  );
  const measured = counted.flatMap((condition) => {
    const byRound = measuredCells(record, definition, condition);
    return byRound.size > 0 ? [{ condition, byRound, middle: median([...byRound.values()].map((one) => one.ns)) }] : [];
  });
  const [first] = measured;
  let best: { readonly round: number; readonly distance: number } | undefined;
  for (const round of first?.byRound.keys() ?? []) {
    const distances = measured.map(({ byRound, middle }) => distanceOf(byRound.get(round)?.ns, middle));
    const distance = distances.reduce((sum, one) => sum + one, 0);
    if (distance < (best?.distance ?? Infinity)) best = { round, distance };
  }
  if (!best) return undefined;
  const { round } = best;
  const cells = measured.flatMap(({ condition, byRound }): [string, CellRecord][] => {
    const found = byRound.get(round);
    return found ? [[condition, found.cell]] : [];
  });
  return { round, cells: new Map(cells) };
}

function measuredCells(record: UnsealedRecord, part: PartDefinition, condition: string) {
  const cells = roundCells(record, part.id, condition, part.headline).filter(({ round }) => round > 0);
  return new Map(cells.map(({ round, totalNs, cell }) => [round, { ns: totalNs, cell }]));
}

/** Infinite for a round that lacks the condition; a nanosecond is added, since a coarse clock may tell zero. */
function distanceOf(ns: number | undefined, middle: number): number {
  return ns === undefined ? Infinity : Math.abs(Math.log((ns + 1) / (middle + 1)));
}
