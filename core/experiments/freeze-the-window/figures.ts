import { medianCell } from '../../analysis/cells';
import type { PartSummary } from '../../analysis/types';
import { longestFrameGapNs, longestLatencyNs } from '../../analysis/window-measures';
import { rangeAxis } from '../../figures/axes';
import type { RowsFigure } from '../../figures/figure';
import { baseCaption, looksOfPart, toMs, type ConditionLook } from '../../figures/looks';
import type { CellRecord } from '../../record/events';
import type { ReportContext } from '../../words/context';

/** One place of the computation in one recorded round; times in milliseconds from the start of the cell. */
interface Place {
  readonly look: ConditionLook;
  readonly work: readonly [number, number];
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
  const last = Math.max(...places.flatMap(({ framesMs, work }) => [work[1], ...framesMs]));
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
    rows: places.map(({ look, work: [from, to], framesMs, answersMs }) => ({
      name: look.name,
      look,
      bar: [{ from, to, colour: look.colour, isPale: true, inWords: `${of('work')}: ${from} – ${to} ms` }],
      instants: [instants('tick', framesMs), instants('dot', answersMs)],
    })),
    table: {
      columns: ['place', 'longestGap', 'drawn', 'longestWait'].map((key) => of(key)),
      rows: places.map(({ look, work: [from, to], framesMs, longestGapMs, longestWaitMs }) => [
        look.name,
        longestGapMs,
        framesMs.filter((at) => at >= from && at <= to).length,
        longestWaitMs,
      ]),
    },
  };
}

function placeOf(look: ConditionLook, cell: CellRecord | undefined): Place | undefined {
  const { window, startNs, endNs } = cell ?? {};
  const [task] = cell?.tasks ?? [];
  if (!window || !task || startNs === undefined || endNs === undefined) return undefined;
  const since = (ns: number): number => toMs(ns - startNs);
  const { ipc, framesNs } = window;
  return {
    look,
    work: [since(task.startNs), since(task.servedNs)],
    framesMs: framesNs.map(since),
    answersMs: ipc.latencyNs.map((ns, index) => since(ipc.firstDueNs + index * ipc.periodNs + ns)),
    longestGapMs: toMs(longestFrameGapNs(window, startNs, endNs) ?? 0),
    longestWaitMs: toMs(longestLatencyNs(ipc, startNs, endNs) ?? 0),
  };
}
