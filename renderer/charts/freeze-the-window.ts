import type { ChartConfiguration, Plugin } from 'chart.js';
import { medianCell } from '@core/analysis/cells';
import type { Analysis, PartSummary } from '@core/analysis/types';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import { longestFrameGapNs, longestLatencyNs } from '@core/analysis/window-measures';
import { baseCaption, looksOfPart, rowAxis, toMs } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { rowRules } from './interval-whiskers';
import { textColor } from './theme-colors';

/** One place of the computation in one recorded round; times in milliseconds from the start of the cell. */
interface Lane {
  readonly look: ConditionLook;
  readonly work: readonly [number, number];
  readonly framesMs: readonly number[];
  readonly answersMs: readonly number[];
  readonly longestGapMs: number;
  readonly longestWaitMs: number;
}

const rowHeight = 46;
const axisHeight = 60;

/** When the window drew and main answered while each place computed: recorded instants, one round each. */
export function framesCharts(context: ChartContext, record: RunRecord, analysis: Analysis): readonly ChartView[] {
  return analysis.parts.flatMap((part) => framesChart(context, record, part) ?? []);
}

function framesChart(context: ChartContext, record: RunRecord, part: PartSummary): ChartView | undefined {
  const lanes = looksOfPart(context, part.part, false).flatMap((look) => {
    const cell = medianCell(record, part.part, look.id);
    return laneOf(look, cell) ?? [];
  });
  if (lanes.length === 0) return undefined;
  const { of } = context.texts;
  return {
    config: configOf(lanes, of('frames.axis')),
    table: {
      columns: ['place', 'longestGap', 'drawn', 'longestWait'].map((name) => of(`frames.${name}`)),
      rows: lanes.map(({ look, work: [from, to], framesMs, longestGapMs, longestWaitMs }) => [
        look.name,
        longestGapMs,
        framesMs.filter((at) => at >= from && at <= to).length,
        longestWaitMs,
      ]),
    },
    title: of('frames.title'),
    caption: of('frames.caption', { base: baseCaption(context, part) }),
    name: `frames-${part.part}`,
    height: axisHeight + rowHeight * lanes.length,
  };
}

function laneOf(look: ConditionLook, cell: CellRecord | undefined): Lane | undefined {
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

function configOf(lanes: readonly Lane[], axis: string): ChartConfiguration {
  const last = Math.max(...lanes.flatMap(({ framesMs, work }) => [work[1], ...framesMs]));
  const first = Math.min(0, ...lanes.flatMap(({ framesMs }) => framesMs));
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          label: axis,
          data: lanes.map(({ work: [from, to] }) => [from, to]),
          backgroundColor: lanes.map(({ look }) => `${look.colour}44`),
          borderColor: lanes.map(({ look }) => look.colour),
          borderWidth: 1,
          borderSkipped: false as const,
          barThickness: 20,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      events: [],
      scales: {
        x: {
          type: 'linear',
          min: Math.floor(first / 10) * 10,
          max: Math.ceil(last / 10) * 10,
          title: { display: true, text: axis },
          border: { display: false },
          ticks: { maxRotation: 0, precision: 0 },
        },
        y: rowAxis(lanes.map(({ look }) => look.name)),
      },
    },
    plugins: [rowRules(lanes.length), instants(lanes)],
  };
}

/** Upright marks for frames, points below for answers of main; Chart.js has no element for an instant. */
function instants(lanes: readonly Lane[]): Plugin {
  return {
    id: 'instants',
    afterDatasetsDraw({ ctx, scales: { x, y }, chartArea }) {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = textColor();
      ctx.fillStyle = textColor();
      ctx.lineWidth = 1;
      for (const [row, { framesMs, answersMs }] of lanes.entries()) {
        const middle = y.getPixelForValue(row);
        const inside = (at: number): boolean => at >= chartArea.left && at <= chartArea.right;
        ctx.beginPath();
        for (const at of framesMs.map((ms) => x.getPixelForValue(ms)).filter(inside)) {
          ctx.moveTo(Math.round(at) + 0.5, middle - 10);
          ctx.lineTo(Math.round(at) + 0.5, middle + 10);
        }
        ctx.stroke();
        for (const at of answersMs.map((ms) => x.getPixelForValue(ms)).filter(inside)) {
          ctx.fillRect(at - 1, middle + 13, 2, 2);
        }
      }
      ctx.restore();
    },
  };
}
