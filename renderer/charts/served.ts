import type { ChartConfiguration } from 'chart.js';
import type { PartSummary, ServedTime } from '@core/analysis/types';
import { threeDigits } from '@core/texts/format';
import { baseCaption, durationInMs, looksOfPart, rowAxis, toMs, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, rowRules } from './interval-whiskers';

interface Mark {
  readonly look: ConditionLook;
  readonly served: ServedTime;
  readonly task: string;
  readonly x: number;
  /** Position on the row axis: the dishes of a condition lie on lines of their own inside its row. */
  readonly y: number;
}

const lineHeight = 20;
const rowGap = 18;
const axisHeight = 56;
const labelRoom = 96;

/** When each dish is served under each condition: median and interval, labelled at the mark. */
export function servedChart(context: ChartContext, part: PartSummary): ChartView {
  const { of } = context.texts;
  const looks = looksOfPart(context, part.part, false).filter((look) =>
    part.conditions.some((one) => one.condition === look.id),
  );
  const order = context.experiment.parts.find((one) => one.id === part.part)?.tasks ?? [];
  const rowHeight = lineHeight * order.length + rowGap;
  const marks = looks.flatMap((look, row): Mark[] => {
    const served = part.conditions.find((one) => one.condition === look.id)?.served ?? [];
    return served.map((one) => {
      const place = order.indexOf(one.task) - (order.length - 1) / 2;
      const y = row + (place * lineHeight) / rowHeight;
      return { look, served: one, task: of(`task.${one.task}`), x: toMs(one.time.estimate), y };
    });
  });
  return {
    config: configOf(context, looks, marks),
    table: {
      columns: [
        of('results.served.condition'),
        of('results.served.task'),
        `${of('results.served.time')} (ms)`,
        `95 % ${of('results.totals.low')} (ms)`,
        `95 % ${of('results.totals.high')} (ms)`,
        of('results.totals.n'),
      ],
      rows: marks.map(({ look, task, served: { time } }) => [
        look.name,
        task,
        toMs(time.estimate),
        toMs(time.low),
        toMs(time.high),
        time.n,
      ]),
    },
    title: of('results.served.title', { part: of(`part.${part.part}.name`) }),
    caption: of('results.served.caption', { base: baseCaption(context, part) }),
    name: `served-${part.part}`,
    height: axisHeight + rowHeight * Math.max(1, looks.length),
  };
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
          label: of('results.served.time'),
          data: marks.map(({ x, y }) => ({ x, y })),
          pointStyle: marks.map(({ look }) => look.marker),
          borderColor: marks.map(({ look }) => look.colour),
          backgroundColor: marks.map(({ look }) => look.colour),
          radius: 5,
          hoverRadius: 6,
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: labelRoom } },
      scales: {
        x: valueAxis(of('results.served.axis'), Math.max(0, ...marks.map(({ served }) => toMs(served.time.high)))),
        y: rowAxis(looks.map((look) => look.name)),
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => marks[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => {
              const mark = marks[item.dataIndex];
              if (!mark) return '';
              return `${mark.task}: ${durationInMs(mark.served.time)}`;
            },
          },
        },
      },
    },
    plugins: [
      rowRules(looks.length),
      intervalWhiskers(
        marks.map(({ look, served: { time }, task, x, y }) => ({
          row: y,
          colour: look.colour,
          whisker: { low: toMs(time.low), high: toMs(time.high) },
          whiskerBehind: true,
          beside: { value: toMs(time.high), text: `${task} ${threeDigits(x)}` },
        })),
      ),
    ],
  };
}
