import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { RunRecord } from '@core/runs/record';

/** Rounds of a record in which every condition of every part was executed; the warm-up does not count. */
export function completeRounds(record: RunRecord, experiment: ExperimentDefinition): number {
  const planned = experiment.parts.reduce((sum, part) => sum + part.conditions.length, 0);
  const executed = new Map<number, Set<string>>();
  for (const { round, part, condition } of record.cells) {
    if (round === 0) continue;
    const seen = executed.get(round) ?? new Set<string>();
    executed.set(round, seen.add(`${part}/${condition}`));
  }
  return [...executed.values()].filter((seen) => seen.size >= planned).length;
}
