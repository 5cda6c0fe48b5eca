import type { ExperimentDefinition } from '../experiments/definition-types';
import { randomFor } from '../analysis/random-for';
import { createRandom, shuffled } from '../statistics/random';

export type OrderedCell = readonly [round: number, part: string, condition: string];

/**
 * The order of all cells of a run: every condition of every part once per round, shuffled anew in each round, round 0
 * being the warm-up. The same seed gives the same order.
 */
export function cellOrder(experiment: ExperimentDefinition, rounds: number, seed: number): OrderedCell[] {
  const random = createRandom(seed);
  const once = pairsOf(experiment);
  const order: OrderedCell[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [part, condition] of shuffled(once, random)) order.push([round, part, condition]);
  }
  return order;
}

/** The order of a spare round: every condition of these parts once, shuffled by the seed and the round. */
export function spareOrder(
  experiment: ExperimentDefinition,
  parts: ReadonlySet<string>,
  round: number,
  seed: number,
): OrderedCell[] {
  const cells = pairsOf(experiment).filter(([part]) => parts.has(part));
  return shuffled(cells, randomFor(seed, `spare/${round}`)).map(([part, condition]) => [round, part, condition]);
}

function pairsOf({ parts }: ExperimentDefinition): (readonly [part: string, condition: string])[] {
  return parts.flatMap((part) => part.conditions.map((condition) => [part.id, condition] as const));
}
