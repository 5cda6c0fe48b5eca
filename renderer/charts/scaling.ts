import type { ChartConfiguration } from 'chart.js';
import type { Strategy } from '@core/experiments/definition-types';
import { countsInDoublings } from '@core/print/scale';
import { speedupWords } from '@core/words/scaling-words';
import type { CurveBoundary, CurveGuide } from '@core/figures/curve-guides';
import { strategyColour, strategyMarkers } from '@core/figures/palette';
import type { StrategyMarker } from '@core/figures/palette';
import type { ScalingSummary } from '@core/analysis/scaling';
import { threeDigits } from '@core/texts/format';
import { curveMarks, curveRoom } from './curve-marks';
import type { CurveLine } from './curve-marks';
import type { ChartContext } from './chart-theme';

/** Markers that tell the parts on one chart apart, whose colour is that of their common strategy. */
const partMarks: readonly { readonly marker: StrategyMarker; readonly sign: string }[] = [
  { marker: 'rect', sign: '■' },
  { marker: 'triangle', sign: '▲' },
  { marker: 'circle', sign: '●' },
  { marker: 'rectRot', sign: '◆' },
];

/** How much of each amount is drawn, and in which unit. */
export interface CurveQuantity {
  readonly axis: string;
  /** From a speed-up to what the y axis shows. */
  readonly valueOf: (speedup: number, amount: number) => number;
  readonly isLogarithmic: boolean;
  readonly guides: readonly CurveGuide[];
  readonly boundaries: readonly CurveBoundary[];
  /** Speed-ups that a person sketched, by condition, in times; drawn hollow. */
  readonly predicted?: Readonly<Record<string, number>>;
}

/** True where amounts reach so far that both axes should count in doublings. */
export function isWide(curves: readonly ScalingSummary[]): boolean {
  return countsInDoublings(curves.flatMap(({ points }) => points.map(({ amount }) => amount)));
}

/** A chart of curves over amounts of one thing, one line per part. */
export function curveConfig(
  context: ChartContext,
  curves: readonly ScalingSummary[],
  quantity: CurveQuantity,
): ChartConfiguration {
  const { of } = context.texts;
  const [first] = curves;
  const strategy = strategyOf(context, first);
  const lines = curves.map((curve): CurveLine & { marker: StrategyMarker } => ({
    ...lineOf(context, curve, curves.length > 1, quantity),
    ...(curves.length > 1
      ? (partMarks[curves.indexOf(curve)] ?? { marker: 'circle', sign: '●' })
      : { marker: strategyMarkers[strategy] }),
  }));
  const amounts = [...new Set(curves.flatMap(({ points }) => points.map(({ amount }) => amount)))].sort(
    (a, b) => a - b,
  );
  const wide = isWide(curves);
  // As many points as the curve has, so that a row of the table belongs to the same place of both.
  const sketched =
    quantity.predicted &&
    first?.points.map(({ amount, condition }) => ({ x: amount, y: quantity.predicted?.[condition] ?? Number.NaN }));
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...lines.map(({ label, colour, marker, places }) => ({
          label,
          data: places.map(({ x, estimate }) => ({ x, y: estimate })),
          showLine: true,
          borderColor: colour,
          backgroundColor: colour,
          borderWidth: 2,
          pointStyle: marker,
          radius: 5,
          hoverRadius: 7,
        })),
        ...(sketched ? [sketchedDataset(of('results.prediction.predicted'), sketched, strategy)] : []),
      ],
    },
    options: {
      parsing: false,
      layout: { padding: curveRoom },
      scales: {
        x: amountAxis(of(`results.scaling.${first?.over ?? 'threads'}.axis`), amounts, wide),
        y: quantityAxis(
          quantity,
          lines,
          (sketched ?? []).map(({ y }) => y).filter((y) => !Number.isNaN(y)),
        ),
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => `${of(`results.scaling.${first?.over ?? 'threads'}.axis`)}: ${item?.parsed.x ?? ''}`,
            label: (item) => {
              const line = lines[item.datasetIndex];
              if (!line) return `${item.dataset.label ?? ''}: ${threeDigits(item.parsed.y ?? 0)}x`;
              const point = curves[item.datasetIndex]?.points[item.dataIndex];
              return point ? `${line.label}: ${speedupWords(point.speedup)}` : '';
            },
          },
        },
      },
    },
    plugins: [curveMarks({ lines, guides: quantity.guides, boundaries: quantity.boundaries })],
  };
}

function sketchedDataset(label: string, data: readonly { x: number; y: number }[], strategy: Strategy) {
  return {
    label,
    data: [...data],
    showLine: true,
    spanGaps: true,
    borderColor: strategyColour(strategy),
    backgroundColor: 'transparent',
    borderWidth: 1.5,
    borderDash: [2, 3],
    pointStyle: strategyMarkers[strategy],
    radius: 9,
    hoverRadius: 10,
  };
}

function strategyOf({ experiment }: ChartContext, curve: ScalingSummary | undefined) {
  const [point] = curve?.points ?? [];
  return experiment.conditions.find(({ id }) => id === point?.condition)?.strategy ?? 'async';
}

function lineOf(
  context: ChartContext,
  curve: ScalingSummary,
  isOneOfMany: boolean,
  { valueOf }: CurveQuantity,
): CurveLine {
  const { of } = context.texts;
  return {
    label: isOneOfMany ? of(`part.${curve.part}.name`) : of('results.scaling.measured'),
    colour: strategyColour(strategyOf(context, curve)),
    places: curve.points.map(({ amount, speedup, speedups }) => ({
      x: amount,
      estimate: valueOf(speedup.estimate, amount),
      low: valueOf(speedup.low, amount),
      high: valueOf(speedup.high, amount),
      rounds: speedups.map((one) => valueOf(one, amount)),
    })),
  };
}

/** The amounts measured, and no others, have a tick. */
function amountAxis(title: string, amounts: readonly number[], isLogarithmic: boolean) {
  const most = Math.max(...amounts);
  return {
    type: isLogarithmic ? ('logarithmic' as const) : ('linear' as const),
    min: isLogarithmic ? 0.9 : 0.7,
    max: isLogarithmic ? most * 1.1 : most + 0.3,
    title: { display: true, text: title },
    border: { display: false },
    grid: { display: false },
    afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
      axis.ticks = amounts.map((value) => ({ value }));
    },
    ticks: { maxRotation: 0, autoSkip: true, callback: (value: string | number) => String(value) },
  };
}

function quantityAxis(
  { axis, isLogarithmic, guides }: CurveQuantity,
  lines: readonly CurveLine[],
  others: readonly number[],
) {
  const places = lines.flatMap((line) => line.places);
  const measured = places.flatMap(({ estimate, low, high, rounds }) => [estimate, low, high, ...rounds]);
  const values = [...measured, ...others];
  const most = Math.max(...values, ...guides.flatMap(({ at }) => places.map(({ x }) => at(x))));
  const common = { title: { display: true, text: axis }, border: { display: false } } as const;
  if (!isLogarithmic) return { ...common, type: 'linear' as const, min: 0, suggestedMax: most * 1.06 };
  const low = Math.floor(Math.log2(Math.min(1, ...values)));
  const high = Math.ceil(Math.log2(most));
  return {
    ...common,
    type: 'logarithmic' as const,
    min: 2 ** low * 0.94,
    max: 2 ** high * 1.06,
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = Array.from({ length: high - low + 1 }, (_, step) => ({ value: 2 ** (low + step) }));
    },
    ticks: { callback: (value: string | number) => threeDigits(Number(value)).replace(/\.0+$/, '') },
  };
}
