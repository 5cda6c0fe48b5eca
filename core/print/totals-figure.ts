import type { ConditionSummary, PartSummary } from '../analysis/types';
import { formatDurationInterval } from '../texts/format';
import { basisOf, conditionOf, roundsOf, type ReportContext } from '../words/context';
import {
  axis,
  axisHeight,
  box,
  cross,
  durationTick,
  durationUnit,
  figureWidth,
  group,
  marker,
  picture,
  plotStart,
  px,
  rowLabel,
  stroke,
  styleOf,
  whisker,
  words,
} from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { inPages, numbered } from './pages';
import { zeroScale, type Scale } from './scale';

const labelRoom = 146;
const top = 6;
const rowHeight = 29;
const hiringHeight = 19;

/**
 * Raw round values, median and interval of every condition's total, and the total with hiring below it; as many figures
 * as pages are needed, all on one scale.
 */
export function totalsFigures(context: ReportContext, part: PartSummary): Markup[] {
  const name = context.names.part(part.part);
  const largest = Math.max(
    ...part.conditions.flatMap((one) => [
      ...one.totalsNs,
      one.total.high,
      one.warmUpNs ?? 0,
      hiringOf(context, one)?.high ?? 0,
    ]),
  );
  const scale = zeroScale(largest, plotStart, figureWidth - labelRoom);
  const unit = durationUnit(largest);
  const labels = {
    title: context.names.report('totals.axis', { unit: unit.symbol }),
    tick: durationTick(unit),
  };
  const title = context.names.report('totals.figure', { part: name });
  const hirings = part.conditions.flatMap((condition) => hiringOf(context, condition)?.n ?? []);
  const caption = context.names.report('totals.caption', { base: basisOf(context, roundsOf(part)) });
  const withHiring =
    hirings.length === 0
      ? caption
      : `${caption} ${context.names.report('totals.captionHiring', { n: Math.min(...hirings) })}`;
  const pages = inPages(
    part.conditions.map((item) => ({ height: rowHeight + (hiringOf(context, item) ? hiringHeight : 0), item })),
  );
  return pages.map((page, index) => {
    let y = top;
    const rows = page.map(({ item, height }) => {
      const row = totalRow(context, item, scale, y);
      y += height;
      return row;
    });
    const shown = numbered(context, title, index + 1, pages.length);
    const words = alternative(
      context,
      page.map(({ item }) => item),
      shown,
    );
    const content = html`${axis(scale, top, y, labels)}${rows}`;
    return figure(shown, picture(y + axisHeight, words, content), withHiring);
  });
}

/** The total with hiring, for conditions that hire. */
function hiringOf(context: ReportContext, condition: ConditionSummary): ConditionSummary['totalWithHiring'] {
  const definition = conditionOf(context, condition.condition);
  // Workers hired inside the cell are in the total already.
  const hires = definition?.cold !== true && definition?.seats.some((seat) => seat.hired);
  return hires ? condition.totalWithHiring : undefined;
}

function totalRow(context: ReportContext, summary: ConditionSummary, scale: Scale, rowTop: number): Markup {
  const { total, totalsNs, warmUpNs } = summary;
  const definition = conditionOf(context, summary.condition);
  const style = styleOf(definition);
  const y = rowTop + rowHeight / 2;
  const flagged = new Set([...summary.outliers, ...summary.slowRounds]);
  const points = totalsNs.map((value, index) => {
    const at = [scale.at(value), y - 3 + spread(index)] as const;
    return flagged.has(index)
      ? cross(...at, 3, style.colour)
      : marker(style.shape, ...at, 2.4, { colour: style.colour, hollow: style.hollow, faint: true });
  });
  const warmUp =
    warmUpNs === undefined ? [] : [html`<circle class="warm-up" cx="${px(scale.at(warmUpNs))}" cy="${px(y)}" r="3" />`];
  const median = scale.at(total.estimate);
  const rightmost = Math.max(...totalsNs, warmUpNs ?? 0, total.high);
  return group(
    rowLabel(definition, context.names.condition(summary.condition), y, plotStart - 24),
    box('bar', scale.start, y - 10, median - scale.start, 20, style.colour),
    ...warmUp,
    ...points,
    stroke('median', `M${px(median)} ${px(y - 10)}V${px(y + 10)}`),
    whisker(scale.at(total.low), scale.at(total.high), y + 7, 3),
    words('value', scale.at(rightmost) + 9, y + 3.6, formatDurationInterval(total)),
    hiringMark(context, summary, scale, y + 20),
  );
}

function hiringMark(context: ReportContext, summary: ConditionSummary, scale: Scale, y: number): Markup | undefined {
  const interval = hiringOf(context, summary);
  if (!interval) return undefined;
  const { colour, shape } = styleOf(conditionOf(context, summary.condition));
  const [from, x] = [scale.at(summary.total.estimate), scale.at(interval.estimate)];
  // Hired several times, but one round: as in words, that is no interval.
  const isInterval = interval.n >= 2;
  const text = context.names.report('totals.withHiring', { value: formatDurationInterval(interval) });
  return group(
    stroke('lead', `M${px(from)} ${px(y - 10)}V${px(y)}H${px(x)}`),
    isInterval ? whisker(scale.at(interval.low), scale.at(interval.high), y, 3) : undefined,
    marker(shape, x, y, 3.6, { colour, hollow: true }),
    words('value minor', (isInterval ? scale.at(interval.high) : x) + 9, y + 3.6, text),
  );
}

/** Points of successive rounds are spread over the bar's height in a fixed pattern, so as not to hide each other. */
function spread(index: number): number {
  return ((index * 5) % 7) * 1.7 - 5.1;
}

function alternative(context: ReportContext, conditions: readonly ConditionSummary[], title: string): string {
  const values = conditions.map(
    ({ condition, total }) => `${context.names.condition(condition)} ${formatDurationInterval(total)}`,
  );
  return `${title} ${values.join('; ')}.`;
}
