import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { randomFor } from '@core/analysis/random-for';
import { todaysRules } from '@core/rules/registry';
import type { CellRecord } from '@core/record/events';
import { ratioInterval } from '@core/statistics/ratio';
import { ratioWidth } from '@core/statistics/stop-rule';

/** Follows how wide the intervals of a run's comparisons are, so that it may stop before its last round. */
export interface RoundWidths {
  add(cell: CellRecord): void;
  /** Width (high / low - 1) of the widest interval over the complete rounds 1..rounds; Infinity before two rounds. */
  widest(rounds: number): number;
}

/** Creates it for the comparisons of an experiment. Warm-up cells do not count; of repetitions the fastest does. */
export function createRoundWidths(experiment: ExperimentDefinition, seed: number): RoundWidths {
  const totals = new Map<string, number>();
  const key = (part: string, condition: string, round: number): string => `${part} ${condition} ${round}`;

  function totalsOf(part: string, condition: string, rounds: number): number[] {
    return Array.from({ length: rounds }, (_, i) => totals.get(key(part, condition, i + 1)) ?? Number.NaN);
  }

  return {
    add({ part, condition, round, startNs, endNs }) {
      if (round < 1) return;
      const name = key(part, condition, round);
      totals.set(name, Math.min(endNs - startNs, totals.get(name) ?? Infinity));
    },
    widest(rounds) {
      if (rounds < 2) return Infinity;
      const widths = experiment.parts.flatMap((part) =>
        part.comparisons.map(({ condition, baseline }) => {
          const own = totalsOf(part.id, condition, rounds);
          const other = totalsOf(part.id, baseline, rounds);
          const random = randomFor(seed, `width/${part.id}/${condition}/${baseline}/${rounds}`);
          return ratioWidth(ratioInterval(own, other, random, todaysRules.interval));
        }),
      );
      return Math.max(0, ...widths);
    },
  };
}
