import { medianCell } from '../../analysis/cells';
import type { PartSummary } from '../../analysis/types';
import { logAxis, zeroAxis } from '../../figures/axes';
import type { Figure, PlaneFigure, RowsFigure } from '../../figures/figure';
import {
  baseCaption,
  durationInMs,
  estimateInMs,
  looksOfPart,
  measuredLooks,
  toMs,
  type ConditionLook,
} from '../../figures/looks';
import type { CellRecord } from '../../record/events';
import { plainNumber, threeDigits } from '../../texts/format';
import { machineInWords, type ReportContext } from '../../words/context';

interface Beat {
  /** Milliseconds since the start of the cell. */
  readonly due: number;
  readonly came: number;
}

interface Beats {
  readonly look: ConditionLook;
  readonly cell: CellRecord;
  readonly beats: readonly Beat[];
  /** Undefined where nothing runs. */
  readonly job: { readonly from: number; readonly to: number } | undefined;
  /** Beats that came so late that the next one was due already. */
  readonly late: number;
  readonly longestMs: number;
}

/** A beat later than this has missed the next one, in milliseconds. */
const periodMs = 10;

/** When the heartbeats of each condition came beside the job, and what lateness and time of the job were together. */
export function sharingTheLoopFigures(context: ReportContext): readonly Figure[] {
  return context.analysis.parts.flatMap((part) => {
    const rows = beatsOf(context, part);
    return rows.length === 0 ? [] : [beatsFigure(context, part, rows), priceFigure(context, part)];
  });
}

/** Of each condition the recorded execution closest to its median lateness; second halves of A/A pairs are left out. */
function beatsOf(context: ReportContext, { part, conditions }: PartSummary): Beats[] {
  return looksOfPart(context, part, false).flatMap((look): Beats[] => {
    const cell = conditions.some(({ condition }) => condition === look.id)
      ? medianCell(context.record, part, look.id, 'lateness')
      : undefined;
    const series = cell?.workers.find(({ beats }) => beats)?.beats;
    const [job] = cell?.tasks ?? [];
    if (!cell || !series || (!job && look.definition.idle !== true)) return [];
    const since = (ns: number): number => toMs(ns - cell.startNs);
    const beats = series.latencyNs.map((late, beat) => {
      const dueNs = series.firstDueNs + beat * series.periodNs;
      return { due: since(dueNs), came: since(dueNs + late) };
    });
    const lateness = beats.map(({ due, came }) => came - due);
    return [
      {
        look,
        cell,
        beats,
        job: job && { from: since(job.startNs), to: since(job.servedNs) },
        late: lateness.filter((ms) => ms > periodMs).length,
        longestMs: Math.max(...lateness),
      },
    ];
  });
}

function beatsFigure(context: ReportContext, { part }: PartSummary, rows: readonly Beats[]): RowsFigure {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`beats.${key}`, values);
  const most = Math.max(
    ...rows.flatMap(({ cell, job, beats }) => [
      toMs(cell.endNs - cell.startNs),
      ...(job ? [job.to] : []),
      ...beats.map(({ came }) => came),
    ]),
  );
  const columns = ['condition', 'round', 'jobFrom', 'jobTo', 'count', 'late', 'longest'];
  return {
    kind: 'rows',
    title: of('title', { part: names.part(part) }),
    caption: of('caption', { machine: machineInWords(context.record) }),
    name: `beats-${part}`,
    part,
    axis: zeroAxis(of('axis'), most),
    rows: rows.map(({ look, job, beats, late, longestMs }) => ({
      name: look.name,
      look,
      bar: job
        ? [{ ...job, colour: look.colour, inWords: `${of('jobFrom')} ${job.from}, ${of('jobTo')} ${job.to}` }]
        : [],
      instants: [
        {
          kind: 'tick',
          at: beats.map(({ due, came }) => ({
            value: came,
            due,
            inWords: of('tooltip', { due: due.toFixed(1), came: came.toFixed(1), late: threeDigits(came - due) }),
          })),
        },
      ],
      labels: [of('label', { late, count: beats.length }), of('longestLabel', { longest: threeDigits(longestMs) })],
    })),
    table: {
      columns: columns.map((column) => of(column)),
      rows: rows.map(({ look, cell, job, beats, late, longestMs }) => [
        look.name,
        cell.round,
        job?.from ?? '',
        job?.to ?? '',
        beats.length,
        late,
        toMs(longestMs * 1e6),
      ]),
    },
  };
}

/**
 * Time of the job (across) and longest lateness of the heartbeat (up, logarithmic) of every condition: low and left is what
 * one wants. Second halves of A/A pairs are left out.
 */
function priceFigure(context: ReportContext, part: PartSummary): PlaneFigure {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`price.${key}`, values);
  const places = measuredLooks(context, part, false).flatMap(({ look, summary }) => {
    const job = summary.measures.find(({ measure }) => measure === 'job-time');
    return job ? [{ look, summary, job }] : [];
  });
  const jobs = places.flatMap(({ job }) => [job.value.high, ...job.values].map(toMs));
  const latenesses = places.flatMap(({ summary }) => summary.headlinesNs.map(toMs));
  const lateness = logAxis(of('y'), latenesses, plainNumber);
  return {
    kind: 'plane',
    title: of('title', { part: names.part(part.part) }),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: `price-${part.part}`,
    part: part.part,
    // Room for the names to the right and above.
    x: zeroAxis(of('x'), Math.max(...jobs) * 1.35),
    y: { ...lateness, to: lateness.to * 1.6 },
    places: places.map(({ look, job, summary }) => ({
      name: look.name,
      look,
      x: estimateInMs(job.value),
      y: estimateInMs(summary.headline),
      singles: job.values.map((value, index) => {
        return { x: toMs(value), y: toMs(summary.headlinesNs[summary.rounds.indexOf(job.rounds[index] ?? 0)] ?? 0) };
      }),
      side: 'right',
      inWords: (x, y) => of('value', { job: x, lateness: y }),
    })),
    table: {
      columns: ['condition', 'job', 'lateness', 'n'].map((column) => of(column)),
      rows: places.map(({ look, summary, job }) => [
        look.name,
        durationInMs(job.value),
        durationInMs(summary.headline),
        summary.headline.n,
      ]),
    },
  };
}
