import { cellDurationNs, medianCell } from '../analysis/cells';
import type { TypicalRound } from '../analysis/typical-round';
import type { PartSummary } from '../analysis/types';
import type { CellRecord } from '../record/events';
import { formatDuration, plainNumber } from '../texts/format';
import { machineInWords, type ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { FigureLane, LanesFigure } from './figure';
import { conditionLook, toMs } from './looks';

/** The shortest piece that is drawn as long as it is, as a share of the axis: about a point of print. */
const leastShare = 1 / 750;

/** The recorded spans of one round of each condition, one lane per worker, on one time axis. */
export function timelineFigure(context: ReportContext, part: PartSummary): LanesFigure | undefined {
  const ids = part.conditions.map(({ condition }) => condition);
  return lanesFigure(context, part, ids, (condition) => medianCell(context.record, part.part, condition));
}

/** The recorded spans of some conditions in one and the same round, whose number the title names; undefined if there are none. */
export function roundFigure(
  context: ReportContext,
  part: PartSummary,
  { round, cells }: TypicalRound,
): LanesFigure | undefined {
  const { names, record } = context;
  const figure = lanesFigure(context, part, [...cells.keys()], (id) => cells.get(id));
  return (
    figure && {
      ...figure,
      title: names.text('story.figure.timeline', { part: names.part(part.part), round }),
      caption: names.text('story.figure.caption', { base: machineInWords(record) }),
      name: `story-${part.part}`,
    }
  );
}

function lanesFigure(
  context: ReportContext,
  part: PartSummary,
  conditions: readonly string[],
  cellFor: (condition: string) => CellRecord | undefined,
): LanesFigure | undefined {
  const { names } = context;
  const shown = conditions.flatMap((condition) => {
    const cell = cellFor(condition);
    const look = conditionLook(context, condition);
    return cell && look ? [{ cell, look }] : [];
  });
  if (shown.length === 0) return undefined;
  const largest = Math.max(...shown.map(({ cell }) => cellDurationNs(cell)));
  const { symbol, sizeNs } = unitFor(largest);
  const axis = zeroAxis(names.text('results.timeline.figureAxis', { unit: symbol }), largest, (ns) =>
    plainNumber(ns / sizeNs),
  );
  const leastNs = axis.to * leastShare;
  const of = (key: string): string => names.text(`results.timeline.${key}`);
  return {
    kind: 'lanes',
    title: names.text('results.timeline.figure', { part: names.part(part.part) }),
    caption: names.text('results.timeline.figureCaption', { width: formatDuration(leastNs) }),
    name: `timeline-${part.part}`,
    part: part.part,
    axis,
    leastNs,
    groups: shown.map(({ cell, look }) => ({ name: headline(context, cell), look, lanes: lanesOf(context, cell) })),
    table: {
      columns: [of('condition'), of('round'), `${of('duration')} (ms)`],
      rows: shown.map(({ cell, look }) => [look.name, cell.round, toMs(cellDurationNs(cell))]),
    },
  };
}

function unitFor(ns: number): { readonly symbol: string; readonly sizeNs: number } {
  if (ns >= 10e9) return { symbol: 's', sizeNs: 1e9 };
  return ns >= 10e6 ? { symbol: 'ms', sizeNs: 1e6 } : { symbol: 'µs', sizeNs: 1e3 };
}

function headline({ names }: ReportContext, cell: CellRecord): string {
  return names.text('results.timeline.figureRow', {
    condition: names.condition(cell.condition),
    round: cell.round,
    total: formatDuration(cellDurationNs(cell)),
  });
}

function lanesOf({ names, analysis }: ReportContext, { startNs, workers, tasks }: CellRecord): FigureLane[] {
  const known = new Map<string, string>();
  const nameOf = (task: string): string => {
    const name = known.get(task) ?? names.task(task);
    known.set(task, name);
    return name;
  };
  return workers.map(({ worker, spans }) => ({
    name: names.seat(analysis.workers.find((one) => one.id === worker)?.seat ?? worker),
    spans: spans.map((span) => ({
      state: span.state,
      startNs: span.startNs - startNs,
      endNs: span.endNs - startNs,
      task: span.task === undefined ? undefined : nameOf(span.task),
    })),
    served: tasks
      .filter((task) => task.worker === worker)
      .map((task) => ({ atNs: task.servedNs - startNs, name: nameOf(task.task) }))
      .sort((a, b) => a.atNs - b.atNs),
  }));
}
