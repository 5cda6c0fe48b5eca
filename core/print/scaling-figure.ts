import type { PartSummary } from '../analysis/types';
import type { ScalingSummary } from '../analysis/scaling';
import { plainNumber } from '../texts/format';
import { basisOf, conditionOf, type ReportContext } from '../words/context';
import { curvePicture, type FigureLine } from './curve-figure';
import { idealGuide, lawGuides, scalingBoundaries, type CurveTexts } from '../figures/curve-guides';
import { styleOf } from './drawing';
import { figure } from './elements';
import type { Markup } from './html';
import { amountScale, countsInDoublings, logScale, zeroScale } from './scale';
import { speedupWords } from '../words/scaling-words';

/** Speed-up over the amounts of a part, with ideal, laws, the machine's edges and what was sketched before the run. */
export function scalingFigure(
  context: ReportContext,
  curve: ScalingSummary,
  part: PartSummary,
  of: CurveTexts,
): Markup {
  const { environment, prediction } = context.record;
  const { points, over } = curve;
  const sketched = prediction.status === 'given' ? prediction.speedups?.[curve.part] : undefined;
  const { colour, shape } = styleOf(conditionOf(context, points[0]?.condition ?? ''));
  const measured: FigureLine = {
    name: of('results.scaling.measured'),
    colour,
    shape,
    pattern: 0,
    points: points.map(({ amount, speedup: { estimate, low, high } }) => ({ x: amount, estimate, low, high })),
  };
  const predicted = points.flatMap(({ condition, amount }) => {
    const value = sketched?.[condition];
    return value === undefined ? [] : [{ x: amount, estimate: value, low: value, high: value }];
  });
  const lines =
    predicted.length === 0
      ? [measured]
      : [measured, { ...measured, name: of('results.prediction.predicted'), pattern: 2, points: predicted }];
  const amounts = points.map(({ amount }) => amount);
  const isWide = countsInDoublings(amounts);
  const guides = [idealGuide(of), ...lawGuides(of, curve)];
  const values = [
    ...lines.flatMap((line) => line.points.flatMap(({ low, high }) => [low, high])),
    ...guides.flatMap(({ at }) => amounts.map(at)),
  ];
  const title = of(`results.scaling.${over}.title`, { part: context.names.part(part.part) });
  const said = points.map(({ amount, speedup }) => `${amount}: ${speedupWords(speedup)}`).join('; ');
  const base = basisOf(
    context,
    points.map(({ speedup }) => speedup.n),
  );
  const caption = [
    of('results.scaling.captionShort'),
    ...(isWide ? [of('results.scaling.logarithmic')] : []),
    ...(predicted.length > 0 ? [of('results.scaling.captionPredicted')] : []),
    `${base}.`,
  ];
  return figure(
    title,
    curvePicture(`${title} ${said}.`, {
      x: {
        title: of(`results.scaling.${over}.axis`),
        scale: (start, end) => amountScale(amounts, isWide, start, end),
        tick: String,
      },
      y: {
        title: of('results.scaling.speedup'),
        scale: (start, end) =>
          isWide ? logScale(values, start, end, doublings) : zeroScale(Math.max(...values), start, end),
        tick: plainNumber,
      },
      lines,
      guides,
      boundaries: scalingBoundaries(of, over, environment),
    }),
    caption.join(' '),
  );
}

const doublings = Array.from({ length: 16 }, (_, index) => 2 ** (index - 4));
