import { totalsFigure } from '../figures/totals';
import { measureFigure } from '../figures/measures';
import { baseCaption } from '../figures/looks';
import type { RowsFigure } from '../figures/figure';
import type { PartSummary } from '../analysis/types';
import type { LevelVerdict, Verdict } from '../analysis/verdicts';
import type { Explained } from './blocks';
import { measuredParts, partOf, type ReportContext } from './context';
import { explanationsOf } from './explanations';

/** One thing that the run showed, why, and the rows of the chart on which it is seen. */
export interface MainClaim extends Explained {
  readonly part: string;
  readonly figure: RowsFigure | undefined;
}

/** Most claims that are explained one by one; the others are to be looked up. */
export const mostClaims = 3;

/**
 * What a lesson explains one by one, in the experiment's order: first of every part what it asks first, and what came out
 * against theory before anything else.
 */
export function mainClaims(context: ReportContext): readonly MainClaim[] {
  const all = measuredParts(context).flatMap((part) => claimsOf(context, part));
  const surprises = all.filter(({ claim }) => claim.isSurprise).slice(0, mostClaims - 1);
  const firsts = all.filter(({ place }) => place === 0);
  const few = [...new Set([...surprises, ...firsts, ...all])].slice(0, mostClaims);
  return all.filter((one) => few.includes(one)).map(({ claim }) => claim);
}

interface Placed {
  /** Its place in its part, from 0. */
  readonly place: number;
  readonly claim: MainClaim;
}

function claimsOf(context: ReportContext, part: PartSummary): Placed[] {
  const judged: readonly (Verdict | LevelVerdict)[] = [...part.verdicts, ...part.levels];
  return explanationsOf(context, part).flatMap((explained, place): Placed[] => {
    const verdict = judged[place];
    if (!verdict) return [];
    return [{ place, claim: { ...explained, part: part.part, figure: figureOf(context, part, verdict) } }];
  });
}

/** The chart of what was compared, with the rows that were compared alone. */
function figureOf(context: ReportContext, part: PartSummary, verdict: Verdict | LevelVerdict): RowsFigure | undefined {
  const { names } = context;
  const isLevel = 'measure' in verdict;
  const headline = partOf(context, part.part)?.headline ?? 'total';
  const whole =
    isLevel && verdict.measure !== headline
      ? measureFigure(context, part, verdict.measure)
      : totalsFigure(context, part);
  const shown = new Set(
    (isLevel ? [verdict.condition] : [verdict.baseline, verdict.condition]).map((id) => names.condition(id)),
  );
  const rows = whole?.rows.filter(({ name }) => shown.has(name)) ?? [];
  if (!whole || rows.length === 0) return undefined;
  return {
    ...whole,
    name: `${whole.name}-compared`,
    caption: baseCaption(context, part),
    // The title says what is shown; on the narrow chart there is room for the unit alone.
    axis: { ...whole.axis, title: /\(([^()]+)\)$/.exec(whole.axis.title)?.[1] ?? whole.axis.title },
    rows,
    table: { ...whole.table, rows: whole.table.rows.filter(([name]) => shown.has(String(name))) },
  };
}
