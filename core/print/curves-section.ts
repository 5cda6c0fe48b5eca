import { payloadBytes } from '../experiments/passing-data/definition';
import type { BreakEvenSummary } from '../analysis/break-even';
import type { PartSummary } from '../analysis/types';
import { formatDuration, plainNumber } from '../texts/format';
import { translate } from '../texts/translate';
import { basisOf, conditionOf, roundsOf, type ReportContext } from '../words/context';
import { curvePicture, type CurveFigure, type FigureLine, type FigurePoint } from './curve-figure';
import { styleOf } from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { logScale } from './scale';

/** Curves over the parts of an experiment: where they break even, or what passing data costs by size; else undefined. */
export function curvesSection(context: ReportContext): Markup | undefined {
  const drawn = breakEvenFigure(context) ?? passingDataFigure(context);
  return (
    drawn &&
    html`<section>
      <h2>${translate('report.curves.heading')}</h2>
      ${drawn}
    </section>`
  );
}

/** How many times faster a condition is than the baseline, by the size of a task in ms: the turned-round ratios. */
export function breakEvenPoints({ points }: BreakEvenSummary): readonly FigurePoint[] {
  return points.map(({ sizeNs, ratio }) => ({
    x: sizeNs / 1e6,
    estimate: 1 / ratio.estimate,
    low: 1 / ratio.high,
    high: 1 / ratio.low,
  }));
}

function breakEvenFigure(context: ReportContext): Markup | undefined {
  const { analysis, names } = context;
  const summaries = (analysis.breakEven ?? []).filter(({ points }) => points.length > 0);
  const [part] = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  if (summaries.length === 0 || !part) return undefined;
  const lines = summaries.map((summary): Omit<FigureLine, 'pattern'> => {
    const { size } = summary.found ?? {};
    return {
      ...lookOf(context, summary.condition),
      points: breakEvenPoints(summary),
      place: size && { x: size.estimate / 1e6, low: size.low / 1e6, high: size.high / 1e6 },
    };
  });
  const of = (key: string, base?: string): string =>
    names.text(`breakEven.${key}`, base === undefined ? {} : { base: `${base}.` });
  const hasPlaces = summaries.some(({ found }) => found);
  return logFigure(lines, {
    title: of('title'),
    caption: of(hasPlaces ? 'caption' : 'captionPlain', basisOf(context, roundsOf(part))),
    x: of('xAxis'),
    y: of('yAxis'),
    xTick: plainNumber,
    yTick: (value) => `${plainNumber(value)}x`,
    divide: { at: 1, name: of('even') },
  });
}

/** A condition's times until the receiver has the payload, in ms, by its size in KiB. */
export function payloadPoints(parts: readonly PartSummary[], condition: string): readonly FigurePoint[] {
  return parts.flatMap(({ part, conditions }): FigurePoint[] => {
    const total = conditions.find((one) => one.condition === condition)?.total;
    if (!total) return [];
    const [estimate, low, high] = [total.estimate / 1e6, total.low / 1e6, total.high / 1e6];
    return [{ x: payloadBytes(part) / 1024, estimate, low, high }];
  });
}

/** A size in words. Input: KiB. */
export function payloadInWords(kib: number): string {
  return kib < 1024 ? `${plainNumber(kib)} KiB` : `${plainNumber(kib / 1024)} MiB`;
}

function passingDataFigure(context: ReportContext): Markup | undefined {
  const { analysis, experiment, names } = context;
  const measured = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  const [first] = measured;
  if (experiment.id !== 'passing-data' || !first) return undefined;
  const shown = first.conditions.filter(({ condition }) => conditionOf(context, condition)?.repeats === undefined);
  const lines = shown.map(({ condition }) => ({
    ...lookOf(context, condition),
    points: payloadPoints(measured, condition),
  }));
  return logFigure(lines, {
    title: names.text('curve.title'),
    caption: names.text('curve.caption', { base: `${basisOf(context, roundsOf(first))}.` }),
    x: names.text('curve.xAxis'),
    y: names.text('curve.yAxis'),
    xTick: payloadInWords,
    yTick: (ms) => formatDuration(ms * 1e6).replace(/\.0+(?= )/, ''),
    xTicks: measured.map(({ part }) => payloadBytes(part) / 1024),
  });
}

function lookOf(context: ReportContext, condition: string): Pick<FigureLine, 'name' | 'colour' | 'shape'> {
  const { colour, shape } = styleOf(conditionOf(context, condition));
  return { name: context.names.condition(condition), colour, shape };
}

interface LogFigure {
  readonly title: string;
  readonly caption: string;
  readonly x: string;
  readonly y: string;
  readonly xTick: (value: number) => string;
  readonly yTick: (value: number) => string;
  readonly xTicks?: readonly number[];
  readonly divide?: NonNullable<CurveFigure['divide']>;
}

/** Lines on two logarithmic axes; the second of one colour is dashed, the third dotted. */
function logFigure(lines: readonly Omit<FigureLine, 'pattern'>[], texts: LogFigure): Markup {
  const all = lines.flatMap(({ points }) => points);
  const patterned = lines.map((line, index): FigureLine => {
    const pattern = lines.slice(0, index).filter(({ colour }) => colour === line.colour).length;
    return { ...line, pattern };
  });
  const said = lines.map(({ name, points }) => {
    const values = points.map(({ x, estimate }) => `${texts.xTick(x)}: ${texts.yTick(estimate)}`);
    return `${name}: ${values.join(', ')}`;
  });
  const divide = texts.divide ? [texts.divide.at] : [];
  const ys = [...all.flatMap(({ estimate, low, high }) => [estimate, low, high]), ...divide];
  const content: CurveFigure = {
    x: {
      title: texts.x,
      scale: (start, end) =>
        logScale(
          all.map(({ x }) => x),
          start,
          end,
          texts.xTicks,
        ),
      tick: texts.xTick,
    },
    y: { title: texts.y, scale: (start, end) => logScale(ys, start, end), tick: texts.yTick },
    lines: patterned,
    ...(texts.divide && { divide: texts.divide }),
  };
  return figure(texts.title, curvePicture(`${texts.title} ${said.join('; ')}.`, content), texts.caption);
}
