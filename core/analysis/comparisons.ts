import type { ComparisonDefinition, PartDefinition } from '../experiments/definition-types';
import { ruleSetOf } from '../rules/registry';
import type { Rules } from '../rules/rules';
import type { NoiseFloor } from '../statistics/noise-floor';
import { randomFor } from './random-for';
import type { ConditionSummary } from './types';
import { findingFor, type Verdict } from './verdicts';

interface PairedTotals {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Totals of two conditions from the rounds that both have, in nanoseconds; empty lists if they share none. */
export function pairedTotals(first: ConditionSummary | undefined, second: ConditionSummary | undefined): PairedTotals {
  const pairs = (first?.rounds ?? []).flatMap((round, index) => {
    const a = first?.totalsNs[index];
    const b = second?.totalsNs[second.rounds.indexOf(round)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return { first: pairs.map(([a]) => a), second: pairs.map(([, b]) => b) };
}

/** Noise floor of a part from its A/A pair; undefined if the pair shares no round. */
export function noiseOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  seed: number,
  smallestDifference: number,
  rules: Rules,
): NoiseFloor | undefined {
  const [a, b] = part.noisePair;
  const { first, second } = pairedTotals(find(conditions, a), find(conditions, b));
  if (first.length === 0) return undefined;
  return ruleSetOf(rules).floor(first, second, randomFor(seed, `${part.id}/noise`), smallestDifference, rules);
}

/** One verdict per comparison of the part. What cannot be compared is `not-measured`, never left out. */
export function verdictsOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  noise: NoiseFloor | undefined,
  checksumsAgree: boolean,
  seed: number,
  rules: Rules,
): Verdict[] {
  const judge = ruleSetOf(rules);
  return part.comparisons.map((comparison) => {
    const totals = pairedTotals(find(conditions, comparison.condition), find(conditions, comparison.baseline));
    const rounds = totals.first.length;
    if (rounds === 0 || !noise || !checksumsAgree) return notMeasured(part.id, comparison, rounds, noise);
    const random = randomFor(seed, `${part.id}/${comparison.condition}/${comparison.baseline}`);
    const ratio = judge.ratio(totals.first, totals.second, random, rules);
    const verdict = judge.compare(ratio, noise, rules);
    return {
      part: part.id,
      ...comparison,
      ratio: { estimate: ratio.estimate, low: ratio.low, high: ratio.high },
      rounds,
      floor: noise.ratio,
      verdict,
      finding: findingFor(comparison.expect, verdict),
    };
  });
}

function notMeasured(
  part: string,
  comparison: ComparisonDefinition,
  rounds: number,
  noise: NoiseFloor | undefined,
): Verdict {
  const floor = noise?.ratio ?? null;
  return {
    part,
    ...comparison,
    ratio: null,
    rounds,
    floor,
    verdict: null,
    finding: findingFor(comparison.expect, null),
  };
}

function find(conditions: readonly ConditionSummary[], id: string): ConditionSummary | undefined {
  return conditions.find((one) => one.condition === id);
}
