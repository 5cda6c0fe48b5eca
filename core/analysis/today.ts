import { definitionFor } from '../experiments/definition-for';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { canonicalText } from '../record/canonical';
import type { UnsealedRecord } from '../record/record';
import { todaysRules } from '../rules/registry';
import type { Rules } from '../rules/rules';
import { slowCells } from './conditions';
import { summarisePart } from './summarise-part';
import type { PartSummary } from './types';
import type { LevelVerdict, Verdict } from './verdicts';

/** What this program would say about a record that was judged by another definition or other rules. */
export interface TodaysVerdicts {
  /** Name of the rule set that new runs are judged by. */
  readonly rules: string;
  /** Only those that differ, each as it would be today; the record's own stand in its parts. */
  readonly verdicts: readonly Verdict[];
  readonly levels: readonly LevelVerdict[];
}

/** By what this program judges a new run. */
export interface TodaysJudgement {
  readonly definition: ExperimentDefinition | undefined;
  readonly rules: Rules;
}

/** For the plan of a record. */
export function judgementToday({ plan }: Pick<UnsealedRecord, 'plan'>): TodaysJudgement {
  return { definition: definitionFor(plan), rules: todaysRules };
}

/**
 * Judges a record once more, by today's definition and rules; undefined where that says the same. Questions that only one of
 * the two asks are no difference.
 * @param own what the record says by its own
 */
export function todaysVerdicts(
  record: UnsealedRecord,
  own: readonly PartSummary[],
  { definition, rules }: TodaysJudgement,
): TodaysVerdicts | undefined {
  if (!definition || (isSame(definition, record.definition) && isSame(rules, record.rules))) return undefined;
  const judged = { ...record, definition, rules };
  const slow = slowCells(judged);
  const parts = definition.parts.map((part) => summarisePart(judged, definition, part, slow));
  const verdicts = parts
    .flatMap((part) => part.verdicts)
    .filter((today) =>
      isOther(
        today,
        own.flatMap((part) => part.verdicts).find((one) => isSameComparison(one, today)),
      ),
    );
  const levels = parts
    .flatMap((part) => part.levels)
    .filter((today) =>
      isOther(
        today,
        own.flatMap((part) => part.levels).find((one) => isSameLevel(one, today)),
      ),
    );
  return verdicts.length + levels.length === 0 ? undefined : { rules: rules.name, verdicts, levels };
}

function isSameComparison(one: Verdict, other: Verdict): boolean {
  return one.part === other.part && one.condition === other.condition && one.baseline === other.baseline;
}

function isSameLevel(one: LevelVerdict, other: LevelVerdict): boolean {
  return one.part === other.part && one.condition === other.condition && one.measure === other.measure;
}

type Judged = Pick<Verdict | LevelVerdict, 'verdict' | 'finding'>;

function isOther(today: Judged, before: Judged | undefined): boolean {
  return before !== undefined && (today.verdict !== before.verdict || today.finding !== before.finding);
}

/** Definitions and rules are plain data; the order of their keys says nothing. */
function isSame(one: object, other: object): boolean {
  return canonicalText({ one }) === canonicalText({ one: other });
}
