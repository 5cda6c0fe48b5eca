import { candidatesOf } from '@core/analysis/candidates';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { CellRecord, RunEvent } from '@core/record/events';
import { confirmingOrder, searchOf } from '@core/record/order';
import type { OrderedCell } from '@core/record/order';
import type { RunPlan } from '@core/record/plan';

/** Of a search: what its rounds measured, and what is confirmed after them. */
export interface Narrowing {
  add(cell: CellRecord): void;
  /** The cells that confirm, after the last round of a search, once; none after any other. Reports them. */
  after(round: number): readonly OrderedCell[];
  /** Most cells that are still to be chosen, for an estimate of the time left. */
  toCome(): number;
}

/** Creates it for an experiment; for one that searches nothing it never gives a cell. */
export function createNarrowing(
  experiment: ExperimentDefinition,
  { rounds, seed }: Pick<RunPlan, 'rounds' | 'seed'>,
  report: (event: RunEvent) => void,
): Narrowing {
  const search = searchOf(experiment);
  const cells: Pick<CellRecord, 'part' | 'condition' | 'round' | 'startNs' | 'endNs'>[] = [];
  let toCome = search ? (search.search.most + 1) * Math.max(0, rounds - search.search.rounds) : 0;
  return {
    toCome: () => toCome,
    add({ part, condition, round, startNs, endNs }) {
      if (search?.id === part) cells.push({ part, condition, round, startNs, endNs });
    },
    after(round) {
      if (!search || round !== search.search.rounds || rounds <= round) return [];
      toCome = 0;
      const conditions = candidatesOf(experiment, cells);
      const order = confirmingOrder(search.search, conditions, rounds, seed);
      report({
        type: 'narrowed',
        candidates: { afterRound: round, conditions: [...conditions] },
        cells: order.map(([...cell]) => cell),
      });
      return order;
    },
  };
}
