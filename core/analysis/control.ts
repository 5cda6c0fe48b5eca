import type { PartDefinition } from '../experiments/definition-types';
import { thresholdOf, type MeasureId } from '../experiments/measures';
import { ruleSetOf } from '../rules/registry';
import type { Rules } from '../rules/rules';
import type { Interval } from '../statistics/bootstrap';
import { seriesOf } from './levels';
import type { ConditionSummary } from './types';

/** Whether what a part asks of its idle condition held. */
export interface ControlOutcome {
  readonly condition: string;
  readonly measure: MeasureId;
  /** In the measure's unit. */
  readonly threshold: number;
  /** Median over rounds with its interval; undefined if it was not measured. */
  readonly value: Interval | undefined;
  /**
   * True only if the whole interval lies below the threshold, or if there are too few rounds to say so and the largest value
   * does: below the minimum of rounds no verdict is given anyway. Not measured is not held.
   */
  readonly holds: boolean;
}

/** The control of a part; undefined where it declares none. */
export function controlOf(
  part: PartDefinition,
  conditions: readonly ConditionSummary[],
  parameters: Readonly<Record<string, number>>,
  rules: Rules,
): ControlOutcome | undefined {
  const { control } = part;
  if (!control) return undefined;
  const { condition, measure } = control;
  const threshold = thresholdOf(control, parameters);
  if (threshold === undefined) throw new RangeError(`The control of ${part.id} has no threshold of its own.`);
  const summary = conditions.find((one) => one.condition === condition);
  const series = summary && seriesOf(part, summary, measure);
  const known = { condition, measure, threshold, value: series?.value };
  if (!series) return { ...known, holds: false };
  const { value, values } = series;
  const holds =
    value.n < rules.minimumRounds
      ? values.every((one) => one < threshold)
      : ruleSetOf(rules).level(value, threshold, rules) === 'below';
  return { ...known, holds };
}
