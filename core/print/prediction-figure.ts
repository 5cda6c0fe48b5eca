import type { PartSummary, PredictionScore } from '../analysis/types';
import { formatDuration } from '../texts/format';
import { basisOf, conditionOf, type ReportContext } from '../words/context';
import {
  axis,
  axisHeight,
  durationTick,
  durationUnit,
  figureWidth,
  group,
  marker,
  picture,
  plotStart,
  px,
  rowLabel,
  styleOf,
  words,
} from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { zeroScale, type Scale } from './scale';

const top = 4;
const rowHeight = 24;

/** Predicted and measured total of each condition, joined by a line as long as the prediction was off. */
export function predictionFigure(context: ReportContext, part: PartSummary, score: PredictionScore): Markup {
  const name = context.names.part(part.part);
  const largest = Math.max(...score.rows.flatMap((row) => [row.predictedNs, row.measuredNs]));
  const scale = zeroScale(largest, plotStart, figureWidth - 80);
  const unit = durationUnit(largest);
  const bottom = top + score.rows.length * rowHeight;
  const rows = score.rows.map((row, index) => dumbbell(context, row, scale, top + (index + 0.5) * rowHeight));
  const title = context.names.report('prediction.figure', { part: name });
  const labels = { title: context.names.report('prediction.axis', { unit: unit.symbol }), tick: durationTick(unit) };
  const shown = score.rows.map((row) => row.condition);
  const rounds = part.conditions.filter((one) => shown.includes(one.condition)).map(({ total }) => total.n);
  return figure(
    title,
    picture(bottom + axisHeight, alternative(context, score, title), html`${axis(scale, top, bottom, labels)}${rows}`),
    context.names.report('prediction.caption', { base: basisOf(context, rounds) }),
  );
}

function dumbbell(context: ReportContext, row: PredictionScore['rows'][number], scale: Scale, y: number): Markup {
  const definition = conditionOf(context, row.condition);
  const { colour, shape } = styleOf(definition);
  const predicted = { x: scale.at(row.predictedNs), value: formatDuration(row.predictedNs), kind: 'value minor' };
  const measured = { x: scale.at(row.measuredNs), value: formatDuration(row.measuredNs), kind: 'value' };
  const [left, right] = predicted.x <= measured.x ? [predicted, measured] : [measured, predicted];
  return group(
    rowLabel(definition, context.names.condition(row.condition), y, plotStart - 24),
    html`<path d="M${px(left.x)} ${px(y)}H${px(right.x)}" stroke="${colour}" stroke-width="2" stroke-opacity="0.45" />`,
    marker(shape, measured.x, y, 4.6, { colour }),
    marker(shape, predicted.x, y, 4.6, { colour, hollow: true }),
    words(left.kind, left.x - 9, y + 3.6, left.value, { anchor: 'end' }),
    words(right.kind, right.x + 9, y + 3.6, right.value),
  );
}

function alternative(context: ReportContext, score: PredictionScore, title: string): string {
  const values = score.rows.map(({ condition, predictedNs, measuredNs }) => {
    const words = [
      `${context.names.report('prediction.predicted')} ${formatDuration(predictedNs)}`,
      `${context.names.report('prediction.measured')} ${formatDuration(measuredNs)}`,
    ];
    return `${context.names.condition(condition)}: ${words.join(', ')}`;
  });
  return `${title} ${values.join('; ')}.`;
}
