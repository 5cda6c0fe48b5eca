import * as v from 'valibot';
import { planSchema } from '../plan';
import { manyCooksOf010, workbenchOf010 } from './builders-0.1.0';
import type { ChoiceOf010 } from './builders-0.1.0';
import { definitionsOf010 } from './definitions-0.1.0';
import type { Json } from './upgrade';

/**
 * Format 2 holds the definition and the rules that a record was judged by. A record of format 1 was judged by those of
 * program version 0.1.0, the only one that wrote it. An experiment that version did not have stays without a definition.
 */
export function upgrade1to2(record: Json): Json {
  const { plan } = record as { readonly plan?: PlanOf010 | null };
  // What is out of bounds is refused by the schema, at the plan: no definition is made of it before.
  const definition = plan && isWithinBounds(plan) ? definitionOf010(plan) : undefined;
  return { ...record, schemaVersion: 2, ...(definition && { definition }), rules: rulesOf010 };
}

/** The rule set `2026-1` as 0.1.0 applied it. */
const rulesOf010 = {
  name: '2026-1',
  estimator: 'median-of-log-ratios',
  interval: { method: 'percentile-bootstrap', confidence: 0.95, resamples: 2000 },
  minimumRounds: 7,
  floor: 'far-end-of-aa-interval',
  levels: 'whole-interval-beyond',
  claims: '2026-1',
};

function isWithinBounds({ cores, workbench }: PlanOf010): boolean {
  const { entries } = planSchema;
  return v.is(entries.cores, cores) && v.is(entries.workbench, workbench);
}

/** What a plan of format 1 holds, as far as the definition rests on it. */
interface PlanOf010 {
  readonly experiment?: unknown;
  readonly preset?: unknown;
  readonly cores?: unknown;
  readonly workbench?: Partial<ChoiceOf010>;
}

interface Comparison extends Json {
  readonly condition: string;
  readonly baseline: string;
}

/** As far as a preset may take something away. */
interface DefinitionOf010 extends Json {
  readonly conditions: readonly (Json & { readonly id: string })[];
  readonly parts: readonly (Json & {
    readonly id: string;
    readonly conditions: readonly string[];
    readonly comparisons: readonly Comparison[];
    readonly levels?: readonly (Json & { readonly condition: string })[];
  })[];
  readonly presets: Readonly<
    Record<string, { readonly leavesOut?: readonly string[]; readonly leavesOutParts?: readonly string[] }>
  >;
}

function definitionOf010({ experiment, preset, cores, workbench }: PlanOf010): Json | undefined {
  if (experiment === 'workbench') return isChoice(workbench) ? workbenchOf010(workbench) : undefined;
  // Plans that do not say how many cores there were are of experiments that do not ask.
  const whole = wholeOf010(String(experiment), typeof cores === 'number' ? cores : 2);
  return whole && narrowed(whole, String(preset));
}

/** Whether the lists are there: the schema of the plan, which comes after the upgrade, says the rest. */
function isChoice(choice: Partial<ChoiceOf010> | undefined): choice is ChoiceOf010 {
  return [choice?.strategies, choice?.workers, choice?.inFlight].every(Array.isArray);
}

function wholeOf010(experiment: string, cores: number): DefinitionOf010 | undefined {
  if (experiment === 'many-cooks') return manyCooksOf010(cores) as DefinitionOf010;
  const known = Object.hasOwn(definitionsOf010, experiment) ? definitionsOf010[experiment] : undefined;
  const json = known?.findLast(([least]) => least <= cores)?.[1];
  return json === undefined ? undefined : (JSON.parse(json) as DefinitionOf010);
}

/** Without the conditions and parts that the preset left out. */
function narrowed(whole: DefinitionOf010, preset: string): DefinitionOf010 {
  const { leavesOut = [], leavesOutParts = [] } = whole.presets[preset] ?? {};
  if (leavesOut.length === 0 && leavesOutParts.length === 0) return whole;
  const stays = (id: string): boolean => !leavesOut.includes(id);
  return {
    ...whole,
    conditions: whole.conditions.filter(({ id }) => stays(id)),
    parts: whole.parts
      .filter(({ id }) => !leavesOutParts.includes(id))
      .map((part) => ({
        ...part,
        conditions: part.conditions.filter(stays),
        comparisons: part.comparisons.filter(({ condition, baseline }) => stays(condition) && stays(baseline)),
        ...(part.levels && { levels: part.levels.filter(({ condition }) => stays(condition)) }),
      })),
  };
}
