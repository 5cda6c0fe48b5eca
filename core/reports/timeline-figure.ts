import { cellDurationNs, medianCell } from '../runs/analysis-cells';
import type { PartSummary } from '../runs/analysis-types';
import type { CellRecord } from '../runs/events';
import { formatDuration } from '../texts/format';
import { translate } from '../texts/translate';
import { conditionOf, type ReportContext } from './context';
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
import { mergedSpans } from './merged-spans';
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

/** The recorded spans of one round of each condition, one lane per worker, on one time axis. */
export function timelineFigure(context: ReportContext, part: PartSummary): Markup | undefined {
  const cells = part.conditions.flatMap(({ condition }) => medianCell(context.record, part.part, condition) ?? []);
  if (cells.length === 0) return undefined;
  const largest = Math.max(...cells.map(cellDurationNs));
  const scale = zeroScale(largest, start, figureWidth - 14);
  const unit = durationUnit(largest);
  const top = legendHeight + 2;
  let y = top;
  const blocks = cells.map((cell) => {
    const block = conditionBlock(context, cell, scale, y);
    y += headHeight + cell.workers.length * laneHeight + gap;
    return block;
  });
  const labels = { title: context.names.report('timeline.axis', { unit: unit.symbol }), tick: durationTick(unit) };
  const title = context.names.report('timeline.figure', { part: context.names.part(part.part) });
  const width = formatDuration(leastNs(scale));
  const content = html`${stateLegend(start)}${axis(scale, top, y, labels)}${blocks}`;
  return figure(
    title,
    picture(y + axisHeight, `${title}. ${cells.map((cell) => headline(context, cell)).join('; ')}.`, content),
    context.names.report('timeline.caption', { width }),
  );
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

function conditionBlock(context: ReportContext, cell: CellRecord, scale: Scale, top: number): Markup {
  const label = rowLabel(conditionOf(context, cell.condition), headline(context, cell), top + headHeight / 2 + 2);
  const lanes = cell.workers.map((worker, index) =>
    lane(context, cell, worker, scale, top + headHeight + index * laneHeight),
  );
  return group(label, lanes);
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
