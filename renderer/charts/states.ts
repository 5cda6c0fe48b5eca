import type { ChartConfiguration, Plugin } from 'chart.js';
import { stateColours, stateInks } from '@core/figures/palette';
import type { ConditionSummary, PartSummary } from '@core/analysis/types';
import { workerStates } from '@core/record/schema-parts';
import { formatDuration, formatShare } from '@core/texts/format';
import { baseCaption, looksOfPart, rowAxis, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { gridColor } from './theme-colors';

interface Row {
  readonly look: ConditionLook;
  readonly summary: ConditionSummary;
  /** What 100 % is: workers x wall time. */
  readonly basis: string;
}

const rowHeight = 46;
const frameHeight = 96;
/** Narrowest piece of a bar that carries its share in writing, in px. */
const labelledWidth = 40;

/** Shares of the six worker states in all workers' time, by condition: bars that add up to 100 %. */
export function statesChart(context: ChartContext, part: PartSummary): ChartView {
  const { of } = context.texts;
  const rows = looksOfPart(context, part.part, false).flatMap((look): Row[] => {
    const summary = part.conditions.find((one) => one.condition === look.id);
    return summary ? [{ look, summary, basis: basisOf(context, look, summary) }] : [];
  });
  const example = rows.at(-1);
  const hasStartUp = rows.some(({ summary }) => summary.stateShares['start-up'] > 0);
  return {
    config: configOf(context, rows),
    table: {
      columns: [
        of('results.states.condition'),
        ...workerStates.map((state) => `${context.texts.glossary(`state.${state}`)} (%)`),
        of('results.states.basis'),
      ],
      rows: rows.map(({ look, summary, basis }) => [
        look.name,
        ...workerStates.map((state) => percent(summary.stateShares[state])),
        basis,
      ]),
    },
    title: of('results.states.title', { part: of(`part.${part.part}.name`) }),
    caption: of(hasStartUp ? 'results.states.captionCold' : 'results.states.caption', {
      example: example ? `${example.look.name}: ${example.basis}` : '',
      base: baseCaption(context, part),
    }),
    name: `states-${part.part}`,
    height: frameHeight + rowHeight * Math.max(1, rows.length),
  };
}

function basisOf({ experiment, texts: { of } }: ChartContext, look: ConditionLook, summary: ConditionSummary): string {
  const workers = experiment.conditions.find((one) => one.id === look.id)?.seats.length ?? 1;
  return of('results.states.workers', { workers, time: formatDuration(summary.workerTimeNs / workers) });
}

/** A share as percent with two decimals. */
function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function configOf({ texts: { of, glossary } }: ChartContext, rows: readonly Row[]): ChartConfiguration {
  return {
    type: 'bar',
    data: {
      datasets: workerStates.map((state) => ({
        label: glossary(`state.${state}`),
        data: rows.map(({ summary }) => percent(summary.stateShares[state])),
        backgroundColor: stateColours[state],
        // The hairline tells the light states from the ground.
        borderColor: () => gridColor(),
        borderWidth: 1,
        stack: 'states',
        barThickness: 26,
      })),
    },
    options: {
      indexAxis: 'y',
      scales: {
        x: { ...valueAxis(of('results.states.axis'), 100), max: 100, stacked: true },
        y: { ...rowAxis(rows.map(({ look }) => look.name)), stacked: true },
      },
      plugins: {
        legend: { display: true, position: 'bottom', align: 'start', labels: { pointStyle: 'rect' } },
        tooltip: {
          callbacks: {
            title: ([item]) => rows[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => {
              const [state, row] = [workerStates[item.datasetIndex], rows[item.dataIndex]];
              return state && row ? `${glossary(`state.${state}`)}: ${percent(row.summary.stateShares[state])} %` : '';
            },
          },
        },
      },
    },
    plugins: [shareLabels(rows)],
  };
}

/** Writes each share into its piece of the bar where there is room for it. */
function shareLabels(rows: readonly Row[]): Plugin {
  return {
    id: 'shareLabels',
    afterDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (!x || !y) return;
      ctx.save();
      ctx.font = '550 11px "Inter Variable", system-ui, sans-serif';
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      rows.forEach(({ summary }, row) => {
        let before = 0;
        for (const state of workerStates) {
          const share = summary.stateShares[state];
          const [from, to] = [x.getPixelForValue(before * 100), x.getPixelForValue((before + share) * 100)];
          before += share;
          if (to - from < labelledWidth) continue;
          ctx.fillStyle = stateInks[state];
          ctx.fillText(formatShare(share), (from + to) / 2, y.getPixelForValue(row) + 0.5);
        }
      });
      ctx.restore();
    },
  };
}
