import { idealGuide, lawGuides, scalingBoundaries } from '@core/figures/curve-guides';
import type { CurveBoundary } from '@core/figures/curve-guides';
import { lawSentences } from '@core/words/scaling-words';
import type { ScalingSummary } from '@core/analysis/scaling';
import type { PartSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { baseCaption } from './chart-theme';
import type { ChartContext, ChartView } from './chart-theme';
import type { ChartMaker } from './experiment-charts';
import { curveConfig, isWide } from './scaling';

const height = 360;
const lowHeight = 260;

/** Speed-up against ideal and laws, and what is used of each thread; the machine's cores are drawn into both. */
export const manyCooksCharts: ChartMaker = (context, record, { scaling = [], parts }) =>
  scaling.flatMap((curve): ChartView[] => {
    const part = parts.find((one) => one.part === curve.part);
    if (!part) return [];
    const boundaries = scalingBoundaries(context.texts.of, curve.over, record.environment);
    return [speedupView(context, record, curve, part), efficiencyView(context, curve, part, boundaries)];
  });

/** Speed-up against ideal, laws and the machine's cores, with the sketched prediction if there is one. */
export function speedupView(
  context: ChartContext,
  { environment, prediction }: RunRecord,
  curve: ScalingSummary,
  part: PartSummary,
): ChartView {
  const { of } = context.texts;
  const predicted = prediction.status === 'given' ? prediction.speedups?.[curve.part] : undefined;
  const isLogarithmic = isWide([curve]);
  const caption = of('results.scaling.caption', {
    scale: isLogarithmic ? of('results.scaling.logarithmic') : '',
    base: baseCaption(context, part),
  });
  return {
    config: curveConfig(context, [curve], {
      ...(predicted && { predicted }),
      axis: of('results.scaling.speedup'),
      valueOf: (speedup) => speedup,
      isLogarithmic,
      guides: [idealGuide(of), ...lawGuides(of, curve)],
      boundaries: scalingBoundaries(of, curve.over, environment),
    }),
    table: {
      columns: [
        of('results.scaling.threads.axis'),
        ...(predicted ? [of('results.scaling.column.predicted')] : []),
        ...['speedup', 'low', 'high', 'efficiency', 'n'].map((column) => of(`results.scaling.column.${column}`)),
      ],
      rows: curve.points.map(({ condition, amount, speedup }) => [
        amount,
        ...(predicted ? [predicted[condition] ?? of('results.prediction.none')] : []),
        toThousandth(speedup.estimate),
        toThousandth(speedup.low),
        toThousandth(speedup.high),
        toTenth((100 * speedup.estimate) / amount),
        speedup.n,
      ]),
    },
    title: of('results.scaling.threads.title', { part: of(`part.${curve.part}.name`) }),
    caption: [...lawSentences(curve, of), ...(predicted ? [of('results.scaling.captionPredicted')] : []), caption].join(
      ' ',
    ),
    name: `scaling-${curve.part}`,
    height,
  };
}

function efficiencyView(
  context: ChartContext,
  curve: ScalingSummary,
  part: PartSummary,
  boundaries: readonly CurveBoundary[],
): ChartView {
  const { of } = context.texts;
  const percent = (speedup: number, amount: number): number => (100 * speedup) / amount;
  return {
    config: curveConfig(context, [curve], {
      axis: of('results.scaling.efficiency.axis'),
      valueOf: percent,
      isLogarithmic: false,
      guides: [{ ...idealGuide(of), at: () => 100 }],
      boundaries,
    }),
    table: {
      columns: [
        of('results.scaling.threads.axis'),
        ...['efficiency', 'low', 'high', 'n'].map((column) => of(`results.scaling.column.${column}`)),
      ],
      rows: curve.points.map(({ amount, speedup }) => [
        amount,
        toTenth(percent(speedup.estimate, amount)),
        toTenth(percent(speedup.low, amount)),
        toTenth(percent(speedup.high, amount)),
        speedup.n,
      ]),
    },
    title: of('results.scaling.efficiency.title', { part: of(`part.${curve.part}.name`) }),
    caption: of('results.scaling.efficiency.caption', {
      scale: isWide([curve]) ? of('results.scaling.efficiency.logarithmic') : '',
      base: baseCaption(context, part),
    }),
    name: `efficiency-${curve.part}`,
    height: lowHeight,
  };
}

function toThousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
