import type { PartDefinition } from '../experiments/definition-types';
import { thresholdOf, type LevelDefinition, type MeasureId } from '../experiments/measures';
import { ruleSetOf } from '../rules/registry';
import type { Rules } from '../rules/rules';
import { medianInterval, type Interval } from '../statistics/bootstrap';
import { median } from '../statistics/quantile';
import type { Comparable } from './comparisons';
import { randomFor } from './random-for';
import type { ConditionSummary } from './types';
import { levelFinding, type LevelVerdict } from './verdicts';

/**
 * One verdict per level of the part. What was not measured is `not-measured`, never left out. The measure must be one of
 * the part's `measures` or its headline.
 */
export function levelsOfPart(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  parameters: Readonly<Record<string, number>>,
  { checksumsAgree, controlHolds }: Comparable,
  seed: number,
  rules: Rules,
): LevelVerdict[] {
  return (part.levels ?? []).map((level) => {
    const summary = conditions.find(({ condition }) => condition === level.condition);
    const place = `${part.id}/${level.condition}/${level.measure}/level`;
    const asked = askedOf(part, level, summary, parameters, () => randomFor(seed, place), rules);
    const { condition, measure, expect } = level;
    const known = { part: part.id, condition, measure, threshold: asked.threshold, expect };
    const { value } = asked;
    if (!value || !checksumsAgree) {
      return { ...known, value: null, rounds: value?.n ?? 0, verdict: null, finding: levelFinding(expect, null) };
    }
    const shown = { estimate: value.estimate, low: value.low, high: value.high };
    if (!controlHolds) {
      return { ...known, value: shown, rounds: asked.compared.n, verdict: null, finding: 'not-judged' };
    }
    const verdict = ruleSetOf(rules).level(asked.compared, asked.against, rules);
    if (verdict === 'below' && isStarved(measure, asked, summary, rules)) {
      return { ...known, value: shown, rounds: asked.compared.n, verdict: null, finding: 'not-judged' };
    }
    return {
      ...known,
      value: shown,
      rounds: asked.compared.n,
      verdict,
      finding: levelFinding(expect, verdict),
    };
  });
}

/** Measures of the processor time that a condition got, by the wall time of its cell: a core that others had lacks in them. */
const ofCores: ReadonlySet<MeasureId> = new Set<MeasureId>(['cpu-share', 'cores-used']);

/** Whether "below" rests on time in which the workers were ready and had no core; false where the system does not tell. */
function isStarved(
  measure: MeasureId,
  { compared, against }: { readonly compared: Interval; readonly against: number },
  summary: ConditionSummary | undefined,
  rules: Rules,
): boolean {
  const set = ruleSetOf(rules);
  const { waited, wallNs } = summary?.waiting ?? {};
  if (set.starved === 'judged' || !ofCores.has(measure) || !waited || wallNs === undefined) return false;
  const lacked = waited.high / wallNs;
  const { estimate, low, high } = compared;
  const fed = { ...compared, estimate: estimate + lacked, low: low + lacked, high: high + lacked };
  return set.level(fed, against, rules) !== 'below';
}

type Asked = {
  /** In the measure's unit, as it is shown. */
  readonly threshold: number;
} & (
  | /** What is shown, and what is compared with what. */
    { readonly value: Interval; readonly compared: Interval; readonly against: number }
  | { readonly value?: undefined }
);

/**
 * What a level compares. Where its threshold is a share of another measure, that is the share of the two in each round: a cell
 * that ran on a slow core is held against its own. Shown is then the same share of the other measure's median.
 */
function askedOf(
  part: PartDefinition,
  level: LevelDefinition,
  summary: ConditionSummary | undefined,
  parameters: Readonly<Record<string, number>>,
  random: () => ReturnType<typeof randomFor>,
  rules: Rules,
): Asked {
  const own = summary && seriesOf(part, summary, level.measure);
  const fixed = thresholdOf(level, parameters);
  if (fixed !== undefined) {
    return own ? { threshold: fixed, value: own.value, compared: own.value, against: fixed } : { threshold: fixed };
  }
  const { threshold } = level;
  if (typeof threshold === 'number' || !('measure' in threshold))
    throw new RangeError('A threshold without a measure.');
  const other = summary && seriesOf(part, summary, threshold.measure);
  const shares = (own?.rounds ?? []).flatMap((round, index) => {
    const basis = other?.values[other.rounds.indexOf(round)];
    const value = own?.values[index];
    return basis === undefined || basis <= 0 || value === undefined ? [] : [value / basis];
  });
  if (!own || !other || shares.length === 0) return { threshold: 0 };
  return {
    threshold: threshold.share * median(other.values),
    value: own.value,
    compared: medianInterval(shares, random(), rules.interval),
    against: threshold.share,
  };
}

/** A measure of a condition, round by round. */
export interface Series {
  readonly value: Interval;
  readonly values: readonly number[];
  readonly rounds: readonly number[];
}

/** The headline of a part or one of its measures, as a condition has it; undefined where it was not measured. */
export function seriesOf(part: PartDefinition, summary: ConditionSummary, measure: MeasureId): Series | undefined {
  if (measure === (part.headline ?? 'total')) {
    return { value: summary.headline, values: summary.headlinesNs, rounds: summary.rounds };
  }
  return summary.measures.find((one) => one.measure === measure);
}
