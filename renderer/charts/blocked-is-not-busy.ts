import type { ChartConfiguration } from 'chart.js';
import { stateColours } from '@core/figures/palette';
import type { Analysis, ConditionSummary, MeasureSummary, PartSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { workerStates, type WorkerState } from '@core/record/schema-parts';
import { formatMeasure } from '@core/texts/format';
import { baseCaption, markRoom, looksOfPart } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { planeMarks } from './plane-marks';
import type { PlaneRing } from './plane-marks';
import { textColor } from './theme-colors';

interface Place {
  readonly look: ConditionLook;
  readonly summary: ConditionSummary;
  readonly cpu: MeasureSummary;
  readonly loop: MeasureSummary;
  /** The worker state that filled most of the time. */
  readonly state: WorkerState;
}

/** Where theory puts a synchronous wait, a CPU loop and an asynchronous wait, in percent. */
const corners: readonly PlaneRing[] = [
  { x: 0, y: 100 },
  { x: 100, y: 100 },
  { x: 0, y: 0 },
];

/** CPU time and event-loop utilisation of every condition on one plane; second halves of A/A pairs are left out. */
export function blockedIsNotBusyCharts(context: ChartContext, _record: RunRecord, analysis: Analysis): ChartView[] {
  return analysis.parts.flatMap((part) => {
    const places = placesOf(context, part);
    return places.length === 0 ? [] : [planeChart(context, part, places)];
  });
}

function placesOf(context: ChartContext, part: PartSummary): Place[] {
  return looksOfPart(context, part.part, false).flatMap((look): Place[] => {
    const summary = part.conditions.find(({ condition }) => condition === look.id);
    const cpu = summary?.measures.find(({ measure }) => measure === 'cpu-share');
    const loop = summary?.measures.find(({ measure }) => measure === 'utilization');
    return summary && cpu && loop ? [{ look, summary, cpu, loop, state: mainState(summary) }] : [];
  });
}

function mainState({ stateShares }: ConditionSummary): WorkerState {
  return workerStates.reduce((most, state) => (stateShares[state] > stateShares[most] ? state : most));
}

function planeChart(context: ChartContext, part: PartSummary, places: readonly Place[]): ChartView {
  const { of, glossary } = context.texts;
  return {
    config: configOf(context, places),
    table: {
      columns: ['condition', 'state', 'cpu', 'loop', 'n'].map((column) => of(`plane.${column}`)),
      rows: places.map(({ look, state, cpu, loop, summary }) => [
        look.name,
        glossary(`state.${state}`),
        formatMeasure('share', cpu.value),
        formatMeasure('share', loop.value),
        summary.total.n,
      ]),
    },
    title: of('plane.title', { part: of(`part.${part.part}.name`) }),
    caption: of('plane.caption', { base: baseCaption(context, part) }),
    name: `plane-${part.part}`,
    height: 400,
  };
}

/** A share as percent, to a tenth. */
function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function ends({ value }: MeasureSummary): { estimate: number; low: number; high: number } {
  return { estimate: percent(value.estimate), low: percent(value.low), high: percent(value.high) };
}

function configOf({ texts: { of } }: ChartContext, places: readonly Place[]): ChartConfiguration {
  const axis = (title: string) =>
    ({
      type: 'linear',
      min: -8,
      max: 112,
      title: { display: true, text: title },
      border: { display: false },
      afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
        scale.ticks = [0, 25, 50, 75, 100].map((value) => ({ value }));
      },
    }) as const;
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...places.map(({ look, state, cpu, loop }) => ({
          label: look.name,
          data: [{ x: percent(cpu.value.estimate), y: percent(loop.value.estimate) }],
          pointStyle: look.marker,
          // A hairline in the colour of text: the colour of "idle" is light.
          borderColor: () => textColor(),
          borderWidth: 1,
          backgroundColor: stateColours[state],
          clip: markRoom,
          radius: 7,
          hoverRadius: 8,
        })),
        ...places.map(({ look, state, cpu, loop }) => ({
          label: look.name,
          data: cpu.values.map((value, round) => ({ x: percent(value), y: percent(loop.values[round] ?? 0) })),
          pointStyle: look.marker,
          borderColor: 'transparent',
          backgroundColor: `${stateColours[state]}88`,
          radius: 3,
          hoverRadius: 4,
        })),
      ],
    },
    options: {
      parsing: false,
      scales: { x: axis(of('plane.x')), y: axis(of('plane.y')) },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => item?.dataset.label ?? '',
            label: ({ parsed }) => of('plane.value', { loop: String(parsed.y ?? 0), cpu: String(parsed.x ?? 0) }),
          },
        },
      },
    },
    plugins: [
      planeMarks(
        places.map(({ look, cpu, loop }) => ({
          name: look.name,
          x: ends(cpu),
          y: ends(loop),
          side: cpu.value.estimate > 0.5 ? 'left' : 'right',
        })),
        corners,
      ),
    ],
  };
}
