import type { Figure } from '../../figures/figure';
import type { ReportContext } from '../../words/context';
import { measuredPart } from '../observation';
import { outcomesFigure } from './outcomes-figure';
import { treeFigure } from './tree-figure';

/** What can come of the program and what came, and every schedule as a tree. The second is the same for every record. */
export function possibleAndObservedFigures(context: ReportContext): readonly Figure[] {
  const part = measuredPart(context, 'outcomes');
  return part ? [outcomesFigure(context, part) ?? [], treeFigure(context, part) ?? []].flat() : [];
}
