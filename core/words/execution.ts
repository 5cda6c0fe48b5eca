import type { ExperimentDefinition } from '../experiments/definition-types';
import { roundCells } from '../analysis/cells';
import type { RunRecord } from '../record/record';

/** How much of its plan a run executed. */
export interface Execution {
  /** Conditions of parts that were executed with all their repetitions, over all rounds, the warm-up included. */
  readonly done: number;
  readonly planned: number;
  /** Rounds in which every condition of every part was executed, without the warm-up. */
  readonly rounds: number;
  readonly plannedRounds: number;
}

/** Counts what was executed against the plan: a run that ended early may lack any of it. Spare rounds are no part of it. */
export function executionOf(record: RunRecord, experiment: ExperimentDefinition): Execution {
  const pairs = experiment.parts.flatMap((part) => part.conditions.map((condition) => [part.id, condition] as const));
  const all = pairs.flatMap(([part, condition]) => roundCells(record, part, condition).map(({ round }) => round));
  const rounds = all.filter((round) => round <= record.plan.rounds);
  const perRound = new Map<number, number>();
  for (const round of rounds) perRound.set(round, (perRound.get(round) ?? 0) + 1);
  const plannedRounds = record.plan.rounds;
  return {
    done: rounds.length,
    planned: pairs.length * (plannedRounds + 1),
    rounds: [...perRound].filter(([round, count]) => round > 0 && count === pairs.length).length,
    plannedRounds,
  };
}
