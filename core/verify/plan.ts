import { candidatesOf } from '../analysis/candidates';
import { cellOrder, confirmingOrder, searchOf } from '../record/order';
import { conditionsOfRule, partsOfForecast, type ForecastDefinition } from '../experiments/forecasts';
import type { UnsealedRecord } from '../record/record';
import { ruleSetOf } from '../rules/registry';
import { contradiction, type Contradictions } from './contradiction';

import { isSame } from './same';

/** The definition is of the plan's experiment, the rules are those of their name, and everything that is named is defined. */
export function* planThatDoesNotFollow(record: UnsealedRecord): Contradictions {
  const { plan, definition, rules } = record;
  if (plan.experiment !== definition.id) {
    yield contradiction('experiment-differs', { plan: plan.experiment, definition: definition.id });
  }
  if (!isSame(rules, ruleSetOf(rules).rules)) yield contradiction('rules-differ', { rules: rules.name });
  yield* definitionThatDoesNotFollow(record);
  yield* orderThatDoesNotFollow(record);
}

function* definitionThatDoesNotFollow({ definition }: UnsealedRecord): Contradictions {
  const conditions = new Set<string>();
  for (const { id } of definition.conditions) {
    if (conditions.has(id)) yield contradiction('doubled-definition', { id });
    conditions.add(id);
  }
  const parts = new Set<string>();
  for (const part of definition.parts) {
    if (parts.has(part.id)) yield contradiction('doubled-definition', { id: part.id });
    parts.add(part.id);
    const own = new Set(part.conditions);
    for (const condition of part.conditions) {
      if (!conditions.has(condition)) yield contradiction('unknown-condition', { part: part.id, condition });
    }
    const asked = [
      ...part.noisePair,
      ...part.comparisons.flatMap((one) => [one.condition, one.baseline]),
      ...(part.levels ?? []).map((one) => one.condition),
    ];
    for (const condition of asked) {
      if (!own.has(condition)) yield contradiction('unknown-condition', { part: part.id, condition });
    }
  }
  const forecasts = new Set<string>();
  for (const forecast of definition.forecasts ?? []) {
    if (forecasts.has(forecast.id)) yield contradiction('doubled-definition', { id: forecast.id });
    forecasts.add(forecast.id);
    for (const part of partsOfForecast(forecast)) {
      if (!parts.has(part)) yield contradiction('unknown-part', { part });
    }
    for (const condition of conditionsOfForecast(forecast)) {
      if (!conditions.has(condition)) yield contradiction('unknown-condition', { part: forecast.id, condition });
    }
  }
}

function conditionsOfForecast(forecast: ForecastDefinition): readonly string[] {
  if (forecast.kind === 'apart') return forecast.rows.flatMap(({ condition, baseline }) => [condition, baseline]);
  return forecast.kind === 'pick' ? forecast.rows.flatMap(({ by }) => conditionsOfRule(by)) : forecast.conditions;
}

/** The order is the one that the seed gives: of every round that it has, and it has all that were planned. */
function* orderThatDoesNotFollow(record: UnsealedRecord): Contradictions {
  const { plan, definition, order, cells, outcome } = record;
  if (order.length === 0) {
    if (cells.length > 0 || outcome.status === 'completed') yield contradiction('order-missing');
    return;
  }
  const parts = new Map(definition.parts.map(({ id, conditions }) => [id, new Set(conditions)]));
  for (const [, part, condition] of order) {
    const own = parts.get(part);
    if (!own) yield contradiction('unknown-part', { part });
    else if (!own.has(condition)) yield contradiction('unknown-condition', { part, condition });
  }
  if (searchOf(definition)) {
    yield* searchThatDoesNotFollow(record);
    return;
  }
  const perRound = definition.parts.reduce((sum, { conditions }) => sum + conditions.length, 0);
  const rounds = order.length / perRound - 1;
  const most = plan.rounds + spareRoundsOf(plan);
  const isWhole = Number.isInteger(rounds) && rounds >= plan.rounds && rounds <= most;
  if (!isWhole || !isSame(order, cellOrder(definition, rounds, plan.seed))) {
    yield contradiction('order-not-of-seed', { seed: plan.seed, rounds: plan.rounds });
  }
}

/** What is confirmed follows from what the search measured, and the order of both from the seed. */
function* searchThatDoesNotFollow({
  plan,
  definition,
  order,
  cells,
  outcome,
  candidates,
}: UnsealedRecord): Contradictions {
  const search = searchOf(definition);
  if (!search) return;
  const { rounds } = search.search;
  const conditions = candidates?.conditions ?? [];
  const isWanted = outcome.status === 'completed' && plan.rounds > rounds;
  if (candidates ? candidates.afterRound !== rounds : isWanted) yield contradiction('candidates-missing', { rounds });
  if (candidates && !isSame(conditions, candidatesOf(definition, cells))) {
    yield contradiction('candidates-differ', { stored: conditions.join(', ') });
  }
  const confirming = candidates ? confirmingOrder(search.search, conditions, plan.rounds, plan.seed) : [];
  if (!isSame(order, [...cellOrder(definition, plan.rounds, plan.seed), ...confirming])) {
    yield contradiction('order-not-of-seed', { seed: plan.seed, rounds: plan.rounds });
  }
}

/** Rounds that the order holds beyond the planned ones, to be taken where a round lost a measure; plans without them have none. */
function spareRoundsOf(plan: object): number {
  const spare = (plan as { readonly spareRounds?: unknown }).spareRounds;
  return typeof spare === 'number' ? spare : 0;
}
