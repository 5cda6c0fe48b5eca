import { cellDurationNs, medianCell } from '../analysis/cells';
import type { PartSummary } from '../analysis/types';
import type { CellRecord } from '../record/events';
import { formatDuration } from '../texts/format';
import { translate } from '../texts/translate';
import { conditionOf, type ReportContext } from '../words/context';
import {
  axis,
  axisHeight,
  durationTick,
  durationUnit,
  figureWidth,
  group,
  picture,
  px,
  rowLabel,
  stroke,
  words,
} from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { mergedSpans } from '../figures/merged-spans';
import { inPages, numbered, type Row } from './pages';
import { zeroScale, type Scale } from './scale';
import { fits, legendHeight, stateLegend, statePiece } from './state-drawing';

const start = 62;
const headHeight = 21;
const laneHeight = 23;
const barHeight = 14;
const gap = 6;
/** Narrowest span that is still visible in print. */
const leastWidth = 0.8;
/** Up to this many marks of a lane each is drawn; of more, those at least this far apart. */
const fewMarks = 12;
const leastMarkDistance = 3;

/** One lane of a figure; the first lane of a condition carries its name above it. */
interface Lane {
  readonly cell: CellRecord;
  readonly worker: CellRecord['workers'][number];
  readonly isFirst: boolean;
}

/**
 * The recorded spans of one round of each condition, one lane per worker, on one time axis; as many figures as pages
 * are needed.
 */
export function timelineFigures(context: ReportContext, part: PartSummary): Markup[] {
  const cells = part.conditions.flatMap(({ condition }) => medianCell(context.record, part.part, condition) ?? []);
  const largest = Math.max(0, ...cells.map(cellDurationNs));
  const scale = zeroScale(largest, start, figureWidth - 14);
  const unit = durationUnit(largest);
  const top = legendHeight + 2;
  const labels = { title: context.names.report('timeline.axis', { unit: unit.symbol }), tick: durationTick(unit) };
  const title = context.names.report('timeline.figure', { part: context.names.part(part.part) });
  const width = formatDuration(leastNs(scale));
  const pages = inPages(cells.flatMap(lanesOf));
  return pages.map((page, index) => {
    let y = top;
    const lanes = page.map(({ item, height }) => {
      const drawn = laneWithName(context, item, scale, y);
      y += height;
      return drawn;
    });
    const shown = numbered(context, title, index + 1, pages.length);
    const named = [...new Set(page.map(({ item }) => headline(context, item.cell)))];
    const content = html`${stateLegend(start)}${axis(scale, top, y, labels)}${lanes}`;
    return figure(
      shown,
      picture(y + axisHeight, `${shown}. ${named.join('; ')}.`, content),
      context.names.report('timeline.caption', { width }),
    );
  });
}

function lanesOf(cell: CellRecord): Row<Lane>[] {
  return cell.workers.map((worker, index) => {
    const isFirst = index === 0;
    const isLast = index === cell.workers.length - 1;
    return {
      height: laneHeight + (isFirst ? headHeight : 0) + (isLast ? gap : 0),
      item: { cell, worker, isFirst },
    };
  });
}

/** What the narrowest visible piece stands for, in nanoseconds. */
function leastNs(scale: Scale): number {
  return (leastWidth / (scale.end - scale.start)) * (scale.ticks.at(-1) ?? 0);
}

function headline(context: ReportContext, cell: CellRecord): string {
  const condition = context.names.condition(cell.condition);
  return context.names.report('timeline.condition', {
    condition,
    round: cell.round,
    total: formatDuration(cellDurationNs(cell)),
  });
}

function laneWithName(context: ReportContext, { cell, worker, isFirst }: Lane, scale: Scale, top: number): Markup {
  if (!isFirst) return lane(context, cell, worker, scale, top);
  const label = rowLabel(conditionOf(context, cell.condition), headline(context, cell), top + headHeight / 2 + 2);
  return group(label, lane(context, cell, worker, scale, top + headHeight));
}

function lane(
  context: ReportContext,
  cell: CellRecord,
  { worker, spans }: CellRecord['workers'][number],
  scale: Scale,
  top: number,
): Markup {
  const seat = context.analysis.workers.find((one) => one.id === worker)?.seat;
  const y = top + laneHeight - barHeight;
  const pieces = mergedSpans(spans, leastNs(scale));
  const bars = pieces.map((piece) => {
    const x = scale.at(piece.startNs - cell.startNs);
    const width = Math.max(leastWidth, scale.at(piece.endNs - cell.startNs) - x);
    const task = piece.task === undefined ? undefined : context.names.task(piece.task);
    const texts = task === undefined ? [] : [`${task}: ${translate(`glossary.state.${piece.state}`)}`, task];
    return statePiece(piece.state, [x, width], [y, barHeight], texts);
  });
  const name = words('tick', start - 8, y + 10.4, context.names.seat(seat ?? worker), { anchor: 'end' });
  return html`${name}${bars}${servedMarks(context, cell, worker, scale, y)}`;
}

/** A mark per served dish; its name stands before it unless the mark before is too close. */
function servedMarks(context: ReportContext, cell: CellRecord, worker: string, scale: Scale, y: number): Markup[] {
  let free = scale.start;
  let before = -Infinity;
  const served = cell.tasks.filter((task) => task.worker === worker).sort((a, b) => a.servedNs - b.servedNs);
  return served.flatMap((task) => {
    const x = scale.at(task.servedNs - cell.startNs);
    if (served.length > fewMarks && x - before < leastMarkDistance) return [];
    before = x;
    const name = context.names.task(task.task);
    const named = fits(name, x - free);
    free = x + 4;
    const mark = stroke('served', `M${px(x - 3)} ${px(y - 6)}H${px(x + 3)}L${px(x)} ${px(y - 1)}z`);
    return named ? html`${mark}${words('tick', x - 5, y - 1.5, name, { anchor: 'end' })}` : mark;
  });
}
