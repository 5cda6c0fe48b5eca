import type { Figure } from '../../figures/figure';
import type { ReportContext } from '../../words/context';
import { lanesFigure } from './lanes-figure';
import { trialsFigure } from './trials-figure';

/** Of every part how many trials lost how much, and what was read and written where it was written down. */
export function lostUpdatesFigures(context: ReportContext): readonly Figure[] {
  return context.analysis.parts
    .filter(({ conditions }) => conditions.length > 0)
    .flatMap((part) => [trialsFigure(context, part) ?? [], lanesFigure(context, part) ?? []].flat());
}
