import type { ChartConfiguration, Plugin } from 'chart.js';
import { medianCell } from '@core/analysis/cells';
import type { Analysis, PartSummary } from '@core/analysis/types';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import { threeDigits } from '@core/texts/format';
import { looksOfPart, rowAxis, toMs, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, labelColumn, rowRules } from './interval-whiskers';
import { latenessAgainstTime } from './lateness-against-time';

interface Beat {
  /** Milliseconds since the start of the cell. */
  readonly due: number;
  readonly came: number;
}

interface Row {
  readonly look: ConditionLook;
  readonly cell: CellRecord;
  readonly beats: readonly Beat[];
  readonly job: { readonly from: number; readonly to: number };
}

const rowHeight = 58;
const axisHeight = 56;
/** A beat later than this has missed the next one, in milliseconds. */
const periodMs = 10;

/** When the heartbeats of each condition came beside the job, and what lateness and time of the job were together. */
export function sharingTheLoopCharts(context: ChartContext, record: RunRecord, analysis: Analysis): ChartView[] {
  return analysis.parts.flatMap((part) => {
    const rows = rowsOf(context, record, part);
    return rows.length === 0 ? [] : [beatsChart(context, part, rows), latenessAgainstTime(context, part)];
  });
}

/** Of each condition the recorded execution closest to its median lateness; second halves of A/A pairs are left out. */
function rowsOf(context: ChartContext, record: RunRecord, { part, conditions }: PartSummary): Row[] {
  return looksOfPart(context, part, false).flatMap((look): Row[] => {
    const cell = conditions.some(({ condition }) => condition === look.id)
      ? medianCell(record, part, look.id, 'lateness')
      : undefined;
    const series = cell?.workers.find(({ beats }) => beats)?.beats;
    const [job] = cell?.tasks ?? [];
    if (!cell || !series || !job) return [];
    const since = (ns: number): number => toMs(ns - cell.startNs);
    return [
      {
        look,
        cell,
        beats: series.latencyNs.map((late, beat) => {
          const dueNs = series.firstDueNs + beat * series.periodNs;
          return { due: since(dueNs), came: since(dueNs + late) };
        }),
        job: { from: since(job.startNs), to: since(job.servedNs) },
      },
    ];
  });
}

function lateBeats({ beats }: Row): number {
  return beats.filter(({ due, came }) => came - due > periodMs).length;
}

function longestMs({ beats }: Row): number {
  return Math.max(...beats.map(({ due, came }) => came - due));
}

function beatsChart(context: ChartContext, { part }: PartSummary, rows: readonly Row[]): ChartView {
  const { of } = context.texts;
  const columns = ['condition', 'round', 'jobFrom', 'jobTo', 'count', 'late', 'longest'];
  return {
    config: configOf(context, rows),
    table: {
      columns: columns.map((column) => of(`beats.${column}`)),
      rows: rows.map((row) => [
        row.look.name,
        row.cell.round,
        row.job.from,
        row.job.to,
        row.beats.length,
        lateBeats(row),
        toMs(longestMs(row) * 1e6),
      ]),
    },
    title: of('beats.title', { part: of(`part.${part}.name`) }),
    caption: of('beats.caption', { machine: context.machine }),
    name: `beats-${part}`,
    height: axisHeight + rowHeight * rows.length,
  };
}

function configOf({ texts: { of } }: ChartContext, rows: readonly Row[]): ChartConfiguration {
  const points = rows.flatMap(({ look, beats }, y) => beats.map((beat) => ({ look, beat, y })));
  const most = Math.max(
    ...rows.map(({ cell, job, beats }) => {
      return Math.max(toMs(cell.endNs - cell.startNs), job.to, ...beats.map(({ came }) => came));
    }),
  );
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          label: of('beats.beat'),
          data: points.map(({ beat, y }) => ({ x: beat.came, y: y - 0.16 })),
          pointStyle: 'line',
          rotation: 90,
          radius: 7,
          hoverRadius: 9,
          borderWidth: 1.75,
          borderColor: points.map(({ look }) => look.colour),
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: labelColumn } },
      scales: { x: valueAxis(of('beats.axis'), most), y: rowAxis(rows.map(({ look }) => look.name)) },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => points[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => {
              const beat = points[item.dataIndex]?.beat;
              if (!beat) return '';
              const { due, came } = beat;
              const late = came - due;
              return of('beats.tooltip', { due: due.toFixed(1), came: came.toFixed(1), late: threeDigits(late) });
            },
          },
        },
      },
    },
    plugins: [
      rowRules(rows.length),
      jobsAndWaits(rows),
      intervalWhiskers(
        rows.map((row, index) => ({
          row: index,
          colour: row.look.colour,
          labels: [
            of('beats.label', { late: lateBeats(row), count: row.beats.length }),
            of('beats.longestLabel', { longest: threeDigits(longestMs(row)) }),
          ],
        })),
      ),
    ],
  };
}

/** The job as a bar below the beats, and a line from when each beat was due until it came. */
function jobsAndWaits(rows: readonly Row[]): Plugin {
  return {
    id: 'jobsAndWaits',
    beforeDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      const at = (ms: number): number => x.getPixelForValue(ms);
      ctx.save();
      rows.forEach((row, index) => {
        ctx.fillStyle = row.look.colour;
        ctx.globalAlpha = 0.85;
        const barY = y.getPixelForValue(index + 0.2);
        ctx.fillRect(at(row.job.from), barY - 6, at(row.job.to) - at(row.job.from), 12);
        ctx.strokeStyle = row.look.colour;
        ctx.lineWidth = 1.5;
        ctx.globalAlpha = 0.6;
        const beatY = y.getPixelForValue(index - 0.16);
        for (const { due, came } of row.beats) {
          ctx.beginPath();
          ctx.moveTo(at(due), beatY);
          ctx.lineTo(at(came), beatY);
          ctx.stroke();
        }
      });
      ctx.restore();
    },
  };
}
