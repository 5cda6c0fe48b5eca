import type { ScalingSummary } from '../analysis/scaling';
import type { PartSummary } from '../analysis/types';
import { threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { lawSentences, speedupWords } from '../words/scaling';
import { amountAxis, countsInDoublings, doublingsAxis, zeroAxis } from './axes';
import { idealGuide, lawGuides, scalingBoundaries } from './curve-guides';
import type { CurveGuide, CurveLine, CurvesFigure, Look } from './figure';
import { baseCaption, conditionLook } from './looks';
import type { StrategyMarker } from './palette';

/** Markers that tell the parts on one figure apart, whose colour is that of their common strategy. */
const partMarks: readonly StrategyMarker[] = ['rect', 'triangle', 'circle', 'rectRot'];
/** The pattern of what was sketched before the run. */
const sketched = 2;

/** What is shown of each amount: in which unit, and beside which ideal. */
interface Quantity {
  readonly title: string;
  readonly valueOf: (speedup: number, amount: number) => number;
  readonly guides: readonly CurveGuide[];
  readonly isAlwaysLinear?: boolean;
}

/** Speed-up against ideal, laws and the machine's edges, with the sketched prediction if there is one. */
export function speedupFigure(context: ReportContext, curve: ScalingSummary, part: PartSummary): CurvesFigure {
  const { names, record } = context;
  const of = names.text;
  const { prediction } = record;
  const predicted = prediction.status === 'given' ? prediction.speedups?.[curve.part] : undefined;
  const drawn = curvesOf(context, [curve], speedups(context, lawGuides(of, curve)), predicted);
  return {
    ...drawn,
    title: of('results.scaling.threads.title', { part: names.part(curve.part) }),
    caption: [
      ...lawSentences(curve, names),
      ...(predicted ? [of('results.scaling.captionPredicted')] : []),
      speedupCaption(context, [curve], part),
    ].join(' '),
    name: `scaling-${curve.part}`,
    part: curve.part,
    table: {
      columns: [
        of('results.scaling.threads.axis'),
        ...(predicted ? [of('results.scaling.column.predicted')] : []),
        ...['speedup', 'low', 'high', 'efficiency', 'n'].map((column) => of(`results.scaling.column.${column}`)),
      ],
      rows: curve.points.map(({ condition, amount, speedup }) => [
        amount,
        ...(predicted ? [predicted[condition] ?? of('results.prediction.none')] : []),
        ...[speedup.estimate, speedup.low, speedup.high].map(toThousandth),
        toTenth((100 * speedup.estimate) / amount),
        speedup.n,
      ]),
    },
  };
}

/** What is used of each of several threads; 100 % is as much as the first one brings. */
export function efficiencyFigure(context: ReportContext, curve: ScalingSummary, part: PartSummary): CurvesFigure {
  const { names } = context;
  const of = names.text;
  const percent = (speedup: number, amount: number): number => (100 * speedup) / amount;
  return {
    ...curvesOf(context, [curve], {
      title: of('results.scaling.efficiency.axis'),
      valueOf: percent,
      guides: [{ ...idealGuide(of), at: () => 100 }],
      isAlwaysLinear: true,
    }),
    title: of('results.scaling.efficiency.title', { part: names.part(curve.part) }),
    caption: of('results.scaling.efficiency.caption', {
      scale: isWide([curve]) ? of('results.scaling.efficiency.logarithmic') : '',
      base: baseCaption(context, part),
    }),
    name: `efficiency-${curve.part}`,
    part: curve.part,
    table: {
      columns: [
        of('results.scaling.threads.axis'),
        ...['efficiency', 'low', 'high', 'n'].map((column) => of(`results.scaling.column.${column}`)),
      ],
      rows: curve.points.map(({ amount, speedup }) => [
        amount,
        ...[speedup.estimate, speedup.low, speedup.high].map((value) => toTenth(percent(value, amount))),
        speedup.n,
      ]),
    },
  };
}

/**
 * All parts of an experiment as lines on one figure, so that what gains from more and what does not is seen at a glance.
 * For experiments whose parts are different work under the same conditions.
 */
export function manyLinesFigures(context: ReportContext): readonly CurvesFigure[] {
  const { names, analysis } = context;
  const { scaling = [], parts } = analysis;
  const [first] = scaling;
  const longest = parts.find((part) => part.part === first?.part);
  if (!first || !longest) return [];
  const of = names.text;
  return [
    {
      ...curvesOf(context, scaling, speedups(context, [])),
      title: of(`results.scaling.${first.over}.title`),
      caption: speedupCaption(context, scaling, longest),
      name: 'scaling',
      table: {
        columns: [
          of('results.scaling.column.part'),
          of(`results.scaling.${first.over}.axis`),
          ...['speedup', 'low', 'high', 'n'].map((column) => of(`results.scaling.column.${column}`)),
        ],
        rows: scaling.flatMap(({ part, points }) =>
          points.map(({ amount, speedup }) => [
            names.part(part),
            amount,
            ...[speedup.estimate, speedup.low, speedup.high].map(toThousandth),
            speedup.n,
          ]),
        ),
      },
    },
  ];
}

function speedups({ names }: ReportContext, laws: readonly CurveGuide[]): Quantity {
  return {
    title: names.text('results.scaling.speedup'),
    valueOf: (speedup) => speedup,
    guides: [idealGuide(names.text), ...laws],
  };
}

function speedupCaption(context: ReportContext, curves: readonly ScalingSummary[], part: PartSummary): string {
  return context.names.text('results.scaling.caption', {
    scale: isWide(curves) ? context.names.text('results.scaling.logarithmic') : '',
    base: baseCaption(context, part),
  });
}

function isWide(curves: readonly ScalingSummary[]): boolean {
  return countsInDoublings(curves.flatMap(({ points }) => points.map(({ amount }) => amount)));
}

function curvesOf(
  context: ReportContext,
  curves: readonly ScalingSummary[],
  { title, valueOf, guides, isAlwaysLinear }: Quantity,
  predicted?: Readonly<Record<string, number>>,
): Pick<CurvesFigure, 'kind' | 'x' | 'y' | 'lines' | 'guides' | 'boundaries'> {
  const { names, record } = context;
  const over = curves[0]?.over ?? 'threads';
  const lines = curves.map((curve, index): CurveLine => {
    const look = lookOf(context, curve);
    return {
      name: curves.length > 1 ? names.part(curve.part) : names.text('results.scaling.measured'),
      look: curves.length > 1 ? { ...look, shape: partMarks[index] ?? 'circle' } : look,
      pattern: 0,
      points: curve.points.map(({ amount, speedup, speedups: singles }) => ({
        x: amount,
        estimate: valueOf(speedup.estimate, amount),
        low: valueOf(speedup.low, amount),
        high: valueOf(speedup.high, amount),
        singles: singles.map((one) => valueOf(one, amount)),
        inWords: speedupWords(speedup),
      })),
    };
  });
  const [first] = curves;
  const all = predicted && first ? [...lines, sketchOf(context, first, predicted)] : lines;
  const amounts = curves.flatMap(({ points }) => points.map(({ amount }) => amount));
  const values = all.flatMap(({ points }) => points.flatMap(({ low, high, singles = [] }) => [low, high, ...singles]));
  const reached = [...values, ...guides.flatMap(({ at }) => amounts.map(at))];
  return {
    kind: 'curves',
    x: amountAxis(names.text(`results.scaling.${over}.axis`), amounts),
    y:
      isWide(curves) && isAlwaysLinear !== true ? doublingsAxis(title, reached) : zeroAxis(title, Math.max(...reached)),
    lines: all,
    guides,
    boundaries: scalingBoundaries(names.text, over, record.environment),
  };
}

function lookOf(context: ReportContext, { points }: ScalingSummary): Look {
  const look = conditionLook(context, points[0]?.condition ?? '');
  return { colour: look?.colour ?? '#0072B2', shape: look?.shape ?? 'rect' };
}

/** What was sketched before the run: hollow, dotted, without intervals. */
function sketchOf(
  context: ReportContext,
  curve: ScalingSummary,
  predicted: Readonly<Record<string, number>>,
): CurveLine {
  return {
    name: context.names.text('results.prediction.predicted'),
    look: { ...lookOf(context, curve), hollow: true },
    pattern: sketched,
    points: curve.points.flatMap(({ condition, amount }) => {
      const value = predicted[condition];
      if (value === undefined) return [];
      return [{ x: amount, estimate: value, low: value, high: value, inWords: `${threeDigits(value)}x` }];
    }),
  };
}

function toThousandth(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function toTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
