import type { PartDefinition } from '../experiments/definition-types';
import { ruleSetOf } from '../rules/registry';
import type { Rules } from '../rules/rules';
import type { NoiseFloor } from '../statistics/noise-floor';
import { randomFor } from './random-for';
import type { ConditionSummary } from './types';
import { findingFor, type NoVerdict, type Verdict, type VerdictKind } from './verdicts';

interface PairedTotals {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Totals of two conditions from the rounds that both have, in nanoseconds; empty lists if they share none. */
export function pairedTotals(first: ConditionSummary | undefined, second: ConditionSummary | undefined): PairedTotals {
  const pairs = (first?.rounds ?? []).flatMap((round, index) => {
    const a = first?.headlinesNs[index];
    const b = second?.headlinesNs[second.rounds.indexOf(round)];
    return a === undefined || b === undefined ? [] : [[a, b] as const];
  });
  return { first: pairs.map(([a]) => a), second: pairs.map(([, b]) => b) };
}

/** What has to hold before the conditions of a part are judged. */
export interface Comparable {
  /** False if two conditions returned different results for the same task. */
  readonly checksumsAgree: boolean;
  /** False if something disturbed what is watched while nothing ran; true where the part has no such control. */
  readonly controlHolds: boolean;
  /** Cores that the workers of a condition could use: those of the run, or fewer where it is pinned. */
  readonly coresOf: (condition: string) => number;
  /** Cores that other programs used meanwhile. */
  readonly otherCores: number;
}

/**
 * Noise floor of a part from its A/A pair; undefined if the pair shares no round, or a clock was too coarse for one of its
 * values and the rules do not clamp it.
 */
export function noiseOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  seed: number,
  smallestDifference: number,
  rules: Rules,
): NoiseFloor | undefined {
  const [a, b] = part.noisePair;
  const { first, second } = pairedTotals(find(conditions, a), find(conditions, b));
  if (first.length === 0 || !isResolved(first) || !isResolved(second)) return undefined;
  return ruleSetOf(rules).floor(first, second, randomFor(seed, `${part.id}/noise`), smallestDifference, rules);
}

/** One verdict per comparison of the part. What cannot be compared is `not-measured`, never left out. */
export function verdictsOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  noise: NoiseFloor | undefined,
  { checksumsAgree, controlHolds, coresOf, otherCores }: Comparable,
  seed: number,
  rules: Rules,
): Verdict[] {
  const judge = ruleSetOf(rules);
  return part.comparisons.map((comparison) => {
    const totals = pairedTotals(find(conditions, comparison.condition), find(conditions, comparison.baseline));
    const rounds = totals.first.length;
    const known = { part: part.id, ...comparison, ratio: null, rounds, floor: noise?.ratio ?? null };
    const without = (finding: NoVerdict): Verdict => ({ ...known, verdict: null, finding });
    if (rounds === 0 || !checksumsAgree) return without('not-measured');
    const pair = part.noisePair.map((id) => find(conditions, id)?.headlinesNs ?? []);
    if (![totals.first, totals.second, ...pair].every(isResolved)) return without('not-resolved');
    if (!noise) return without('not-measured');
    const random = randomFor(seed, `${part.id}/${comparison.condition}/${comparison.baseline}`);
    const { estimate, low, high, n, confidence } = judge.ratio(totals.first, totals.second, random, rules);
    const ratio = { estimate, low, high };
    if (!controlHolds) return { ...known, ratio, verdict: null, finding: 'not-judged' };
    const judgedWith = (share: number): VerdictKind =>
      judge.compare(
        { estimate: estimate * share, low: low * share, high: high * share, n, confidence },
        noise,
        rules,
        comparison.margin,
      );
    const verdict = judgedWith(1);
    const [own, other] = [comparison.condition, comparison.baseline].map((id) =>
      lackedShare(find(conditions, id), coresOf(id), otherCores),
    );
    if (isDecided(verdict) && own !== undefined && other !== undefined && Math.max(own, other) >= judge.leastLacked) {
      if (judgedWith((1 - own) / (1 - other)) !== verdict)
        return { ...known, ratio, verdict: null, finding: 'not-judged' };
    }
    return { ...known, ratio, verdict, finding: findingFor(comparison.expect, verdict) };
  });
}

const mostLacked = 0.99;

/**
 * The share of the cores that a condition's workers could have used and that other programs had, averaged over the wall time; by the
 * upper end of the interval of their waits. Workers wait for each other and for the dispatcher, too: while they do, all cores are
 * the run's, so only as far as fewer of them run or rest than there are cores can others have had one, and never more than others
 * used. Undefined where the system does not tell.
 */
function lackedShare(summary: ConditionSummary | undefined, cores: number, otherCores: number): number | undefined {
  const { waited, wallNs = 0, workers = 0 } = summary?.waiting ?? {};
  if (!waited || wallNs <= 0 || workers === 0) return undefined;
  const could = Math.min(workers, cores);
  const had = workers - waited.high / wallNs;
  return Math.min(mostLacked, Math.max(0, Math.min(could - had, otherCores) / could));
}

function isDecided(verdict: VerdictKind): boolean {
  return verdict !== 'undecided' && verdict !== 'too-noisy';
}

/** A time of zero is one that the clock could not tell; there is no ratio to it. */
function isResolved(values: readonly number[]): boolean {
  return values.every((value) => value > 0);
}

function find(conditions: readonly ConditionSummary[], id: string): ConditionSummary | undefined {
  return conditions.find((one) => one.condition === id);
}
