import type { ChartConfiguration } from 'chart.js';
import type { PartSummary } from '@core/analysis/types';
import type { WorkbenchCondition, WorkerShare } from '@core/analysis/workbench';
import { baseCaption, intervalInMs, looksOfPart, rowAxis, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, rowRules } from './interval-whiskers';

interface Mark {
  readonly look: ConditionLook;
  readonly name: string;
  readonly worker: WorkerShare;
  /** In milliseconds. */
  readonly cpu: { readonly estimate: number; readonly low: number; readonly high: number; readonly n: number };
  /** Position on the row axis: the workers of a condition lie on lines of their own inside its row. */
  readonly y: number;
}

const lineHeight = 11;
const rowGap = 18;
/** Room for a name in two lines. */
const leastRowHeight = 40;
const axisHeight = 56;
/** Share of a row that its workers are spread over. */
const spread = 0.7;

/** CPU time of each worker under each condition, per execution: who computed how much. */
export function workerCpuChart(
  context: ChartContext,
  part: PartSummary,
  conditions: readonly WorkbenchCondition[],
): ChartView {
  const { of } = context.texts;
  const looks = looksOfPart(context, part.part, true).filter((look) =>
    conditions.some((one) => one.condition === look.id),
  );
  const most = Math.max(1, ...conditions.map(({ workers }) => workers.length));
  const marks = looks.flatMap((look, row): Mark[] => {
    const workers = conditions.find((one) => one.condition === look.id)?.workers ?? [];
    return workers.flatMap((worker, index): Mark[] => {
      if (!worker.cpuSeconds) return [];
      const { estimate, low, high, n } = worker.cpuSeconds;
      const place = (index - (workers.length - 1) / 2) / most;
      return [
        {
          look,
          name: of(`seat.${worker.seat}`),
          worker,
          cpu: { estimate: estimate * 1e3, low: low * 1e3, high: high * 1e3, n },
          y: row + place * spread,
        },
      ];
    });
  });
  return {
    config: configOf(context, looks, marks),
    table: {
      columns: [
        of('figures.condition'),
        of('figures.workers.worker'),
        `${of('figures.workers.cpu')} (ms)`,
        `95 % ${of('results.totals.low')} (ms)`,
        `95 % ${of('results.totals.high')} (ms)`,
        `${of('figures.workers.utilization')} (%)`,
        of('figures.workers.tasks'),
      ],
      rows: marks.map(({ look, name, worker, cpu }) => [
        look.name,
        name,
        toMicroseconds(cpu.estimate),
        toMicroseconds(cpu.low),
        toMicroseconds(cpu.high),
        worker.utilization ? Math.round(worker.utilization.estimate * 1000) / 10 : '',
        worker.tasks,
      ]),
    },
    title: of('figures.workers.title'),
    caption: of('figures.workers.caption', { base: baseCaption(context, part) }),
    name: 'worker-cpu',
    height: axisHeight + Math.max(leastRowHeight, rowGap + lineHeight * Math.min(most, 6)) * Math.max(1, looks.length),
  };
}

/** Milliseconds to the microsecond. */
function toMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

function configOf(
  { texts: { of } }: ChartContext,
  looks: readonly ConditionLook[],
  marks: readonly Mark[],
): ChartConfiguration {
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          label: of('figures.workers.cpu'),
          data: marks.map(({ cpu, y }) => ({ x: cpu.estimate, y })),
          pointStyle: marks.map(({ look }) => look.marker),
          borderColor: marks.map(({ look }) => look.colour),
          backgroundColor: marks.map(({ look }) => look.colour),
          radius: 4,
          hoverRadius: 6,
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: 24 } },
      scales: {
        x: valueAxis(of('figures.workers.axis'), Math.max(0, ...marks.map(({ cpu }) => cpu.high))),
        y: rowAxis(looks.map((look) => look.name)),
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => marks[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => {
              const mark = marks[item.dataIndex];
              return mark ? `${mark.name}: ${intervalInMs(mark.cpu)}` : '';
            },
          },
        },
      },
    },
    plugins: [
      rowRules(looks.length),
      intervalWhiskers(
        marks.map(({ look, cpu, y }) => ({ row: y, colour: look.colour, whisker: cpu, whiskerBehind: true })),
      ),
    ],
  };
}
