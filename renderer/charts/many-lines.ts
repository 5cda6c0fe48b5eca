import { idealGuide, scalingBoundaries } from '@core/figures/curve-guides';
import { baseCaption } from './chart-theme';
import type { ChartView } from './chart-theme';
import type { ChartMaker } from './experiment-charts';
import { curveConfig, isWide } from './scaling';

const height = 380;

/**
 * All parts of an experiment as lines on one chart, so that what gains from more and what does not is seen at a glance.
 * For experiments whose parts are different work under the same conditions.
 */
export const manyLinesCharts: ChartMaker = (context, { environment }, { scaling = [], parts }) => {
  const [first] = scaling;
  const longest = parts.find((part) => part.part === first?.part);
  if (!first || !longest) return [];
  const { of } = context.texts;
  const isLogarithmic = isWide(scaling);
  const view: ChartView = {
    config: curveConfig(context, scaling, {
      axis: of('results.scaling.speedup'),
      valueOf: (speedup) => speedup,
      isLogarithmic,
      guides: [idealGuide(of)],
      boundaries: scalingBoundaries(of, first.over, environment),
    }),
    table: {
      columns: [
        of('results.scaling.column.part'),
        of(`results.scaling.${first.over}.axis`),
        ...['speedup', 'low', 'high', 'n'].map((column) => of(`results.scaling.column.${column}`)),
      ],
      rows: scaling.flatMap(({ part, points }) =>
        points.map(({ amount, speedup }) => [
          of(`part.${part}.name`),
          amount,
          ...[speedup.estimate, speedup.low, speedup.high].map((value) => Math.round(value * 1000) / 1000),
          speedup.n,
        ]),
      ),
    },
    title: of(`results.scaling.${first.over}.title`),
    caption: of('results.scaling.caption', {
      scale: isLogarithmic ? of('results.scaling.logarithmic') : '',
      base: baseCaption(context, longest),
    }),
    name: 'scaling',
    height,
  };
  return [view];
};
