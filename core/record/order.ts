import type { ExperimentDefinition, PartDefinition, SearchDefinition } from '../experiments/definition-types';
import { randomFor } from '../analysis/random-for';
import { createRandom, shuffled } from '../statistics/random';

export type OrderedCell = readonly [round: number, part: string, condition: string];

/** The part of an experiment that searches for what another one confirms; undefined for all that are no search. */
export function searchOf({
  parts,
}: Pick<ExperimentDefinition, 'parts'>): (PartDefinition & { readonly search: SearchDefinition }) | undefined {
  return parts.find(
    (part): part is PartDefinition & { readonly search: SearchDefinition } => part.search !== undefined,
  );
}

/**
 * The order of all cells of a run: every condition of every part once per round, shuffled anew in each round, round 0
 * being the warm-up. The same seed gives the same order. Of a search only its own rounds: what is confirmed follows from them
 * (`confirmingOrder`).
 */
export function cellOrder(experiment: ExperimentDefinition, rounds: number, seed: number): OrderedCell[] {
  const random = createRandom(seed);
  const search = searchOf(experiment);
  const once = pairsOf(experiment).filter(([part]) => search === undefined || part === search.id);
  const last = search ? Math.min(rounds, search.search.rounds) : rounds;
  const order: OrderedCell[] = [];
  for (let round = 0; round <= last; round++) {
    for (const [part, condition] of shuffled(once, random)) order.push([round, part, condition]);
  }
  return order;
}

/** The order of the rounds that confirm, after those of the search: these conditions once per round, shuffled in each. */
export function confirmingOrder(
  search: SearchDefinition,
  conditions: readonly string[],
  rounds: number,
  seed: number,
): OrderedCell[] {
  const random = randomFor(seed, 'confirming');
  const order: OrderedCell[] = [];
  for (let round = search.rounds + 1; round <= rounds; round++) {
    for (const condition of shuffled(conditions, random)) order.push([round, search.confirms, condition]);
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
