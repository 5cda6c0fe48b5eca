import type { CurvesFigure } from '../../figures/figure';
import { efficiencyFigure, speedupFigure } from '../../figures/scaling';
import type { ReportContext } from '../../words/context';

/** Speed-up against ideal and laws, and what is used of each thread; the machine's cores are drawn into both. */
export function manyCooksFigures(context: ReportContext): readonly CurvesFigure[] {
  const { scaling = [], parts } = context.analysis;
  return scaling.flatMap((curve) => {
    const part = parts.find((one) => one.part === curve.part);
    return part ? [speedupFigure(context, curve, part), efficiencyFigure(context, curve, part)] : [];
  });
}
