import type { ChartConfiguration } from 'chart.js';
import type { ConditionSummary, MeasureSummary, PartSummary } from '@core/analysis/types';
import { durationInMs } from './chart-theme';
import { baseCaption, markRoom, looksOfPart, toMs } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { planeMarks } from './plane-marks';

interface Place {
  readonly look: ConditionLook;
  readonly summary: ConditionSummary;
  readonly job: MeasureSummary;
}

type Ends = Pick<MeasureSummary['value'], 'estimate' | 'low' | 'high'>;

function inMs({ estimate, low, high }: Ends): Ends {
  return { estimate: toMs(estimate), low: toMs(low), high: toMs(high) };
}

/**
 * Time of the job (across) and longest lateness of the heartbeat (up, logarithmic) of every condition: low and left is what
 * one wants. Second halves of A/A pairs are left out.
 */
export function latenessAgainstTime(context: ChartContext, part: PartSummary): ChartView {
  const { of } = context.texts;
  const places = looksOfPart(context, part.part, false).flatMap((look): Place[] => {
    const summary = part.conditions.find(({ condition }) => condition === look.id);
    const job = summary?.measures.find(({ measure }) => measure === 'job-time');
    return summary && job ? [{ look, summary, job }] : [];
  });
  return {
    config: configOf(context, places),
    table: {
      columns: ['condition', 'job', 'lateness', 'n'].map((column) => of(`price.${column}`)),
      rows: places.map(({ look, summary, job }) => [
        look.name,
        durationInMs(job.value),
        durationInMs(summary.total),
        summary.total.n,
      ]),
    },
    title: of('price.title', { part: of(`part.${part.part}.name`) }),
    caption: of('price.caption', { base: baseCaption(context, part) }),
    name: `price-${part.part}`,
    height: 380,
  };
}

function configOf({ texts: { of } }: ChartContext, places: readonly Place[]): ChartConfiguration {
  const jobs = places.flatMap(({ job }) => [job.value.high, ...job.values].map(toMs));
  const latenesses = places.flatMap(({ summary }) => summary.totalsNs.map(toMs));
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...places.map(({ look, job, summary }) => ({
          label: look.name,
          data: [{ x: toMs(job.value.estimate), y: toMs(summary.total.estimate) }],
          pointStyle: look.marker,
          borderColor: look.colour,
          backgroundColor: look.colour,
          clip: markRoom,
          radius: 6,
          hoverRadius: 7,
        })),
        ...places.map(({ look, job, summary }) => ({
          label: look.name,
          data: job.values.map((value, round) => ({ x: toMs(value), y: toMs(summary.totalsNs[round] ?? 0) })),
          pointStyle: look.marker,
          borderColor: 'transparent',
          backgroundColor: `${look.colour}77`,
          radius: 2.5,
          hoverRadius: 4,
        })),
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: 24 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          suggestedMax: Math.max(...jobs) * 1.35,
          title: { display: true, text: of('price.x') },
          border: { display: false },
        },
        y: {
          type: 'logarithmic',
          // Room for the names above and below, and for every round.
          min: Math.min(...latenesses) / 1.6,
          max: Math.max(...latenesses) * 2.2,
          title: { display: true, text: of('price.y') },
          border: { display: false },
          ticks: {
            callback: (value) => (/^[125]0*$|^0\.[0-9]*[125]$/.test(String(value)) ? String(value) : null),
          },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => item?.dataset.label ?? '',
            label: ({ parsed }) => of('price.value', { job: String(parsed.x ?? 0), lateness: String(parsed.y ?? 0) }),
          },
        },
      },
    },
    plugins: [
      planeMarks(
        places.map(({ look, job, summary }) => ({
          name: look.name,
          x: inMs(job.value),
          y: inMs(summary.total),
          side: 'right' as const,
        })),
      ),
    ],
  };
}
