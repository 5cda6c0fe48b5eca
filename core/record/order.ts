import type { ExperimentDefinition } from '../experiments/definition-types';
import { createRandom, shuffled } from '../statistics/random';

export type OrderedCell = readonly [round: number, part: string, condition: string];

/**
 * The order of all cells of a run: every condition of every part once per round, shuffled anew in each round, round 0
 * being the warm-up. The same seed gives the same order.
 */
export function cellOrder(experiment: ExperimentDefinition, rounds: number, seed: number): OrderedCell[] {
  const random = createRandom(seed);
  const once = experiment.parts.flatMap((part) => part.conditions.map((condition) => [part.id, condition] as const));
  const order: OrderedCell[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [part, condition] of shuffled(once, random)) order.push([round, part, condition]);
  }
  return order;
}
