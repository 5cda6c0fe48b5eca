import { medianCell } from '../../analysis/cells';
import type { PartSummary } from '../../analysis/types';
import { longestFrameGapNs, longestLatencyNs } from '../../analysis/window-measures';
import { rangeAxis } from '../../figures/axes';
import type { BarPiece, RowsFigure } from '../../figures/figure';
import { baseCaption, looksOfPart, toMs, type ConditionLook } from '../../figures/looks';
import type { CellRecord } from '../../record/events';
import type { ReportContext } from '../../words/context';

/** One place of the computation in one recorded round; times in milliseconds from the start of the cell. */
interface Place {
  readonly look: ConditionLook;
  /** When it computed; undefined where nothing runs. */
  readonly work: readonly [number, number] | undefined;
  readonly lengthMs: number;
  readonly framesMs: readonly number[];
  readonly answersMs: readonly number[];
  readonly longestGapMs: number;
  readonly longestWaitMs: number;
}

/** When the window drew and main answered while each place computed: recorded instants, one round each. */
export function framesFigures(context: ReportContext): readonly RowsFigure[] {
  return context.analysis.parts.flatMap((part) => framesFigure(context, part) ?? []);
}

function framesFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const places = looksOfPart(context, part.part, false).flatMap((look) => {
    return placeOf(look, medianCell(context.record, part.part, look.id)) ?? [];
  });
  if (places.length === 0) return undefined;
  const of = (key: string, values = {}): string => context.names.text(`frames.${key}`, values);
  const last = Math.max(...places.flatMap(({ framesMs, lengthMs }) => [lengthMs, ...framesMs]));
  const first = Math.min(0, ...places.flatMap(({ framesMs }) => framesMs));
  const axis = rangeAxis(of('axis'), Math.floor(first / 10) * 10, Math.ceil(last / 10) * 10);
  const instants = (kind: 'tick' | 'dot', values: readonly number[]) => ({
    kind,
    isNeutral: true,
    at: values.filter((value) => value >= axis.from && value <= axis.to).map((value) => ({ value })),
  });
  return {
    kind: 'rows',
    title: of('title'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: `frames-${part.part}`,
    part: part.part,
    axis,
    rows: places.map(({ look, work, framesMs, answersMs }) => ({
      name: look.name,
      look,
      bar: work ? [barOf(work, look, of('work'))] : [],
      instants: [instants('tick', framesMs), instants('dot', answersMs)],
    })),
    table: {
      columns: ['place', 'longestGap', 'drawn', 'longestWait'].map((key) => of(key)),
      rows: places.map(({ look, work, lengthMs, framesMs, longestGapMs, longestWaitMs }) => {
        const [from, to] = work ?? [0, lengthMs];
        return [look.name, longestGapMs, framesMs.filter((at) => at >= from && at <= to).length, longestWaitMs];
      }),
    },
  };
}

function barOf([from, to]: readonly [number, number], { colour }: ConditionLook, work: string): BarPiece {
  return { from, to, colour, isPale: true, inWords: `${work}: ${from} – ${to} ms` };
}

function placeOf(look: ConditionLook, cell: CellRecord | undefined): Place | undefined {
  const { window, startNs, endNs } = cell ?? {};
  const [task] = cell?.tasks ?? [];
  if (!window || (!task && look.definition.idle !== true) || startNs === undefined || endNs === undefined)
    return undefined;
  const since = (ns: number): number => toMs(ns - startNs);
  const { ipc, framesNs } = window;
  return {
    look,
    work: task && [since(task.startNs), since(task.servedNs)],
    lengthMs: since(task?.servedNs ?? endNs),
    framesMs: framesNs.map(since),
    answersMs: ipc.latencyNs.map((ns, index) => since(ipc.firstDueNs + index * ipc.periodNs + ns)),
    longestGapMs: toMs(longestFrameGapNs(window, startNs, endNs) ?? 0),
    longestWaitMs: toMs(longestLatencyNs(ipc, startNs, endNs) ?? 0),
  };
}
