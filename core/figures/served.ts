import type { PartSummary } from '../analysis/types';
import { threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, durationInMs, estimateInMs, measuredLooks, toMs } from './looks';

/**
 * When each dish is served under each condition: median and interval, labelled at the mark. Undefined where tasks have no
 * names of their own: they have a latency instead of a time each.
 */
export function servedFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`results.${key}`, values);
  const order = context.experiment.parts.find((one) => one.id === part.part)?.tasks ?? [];
  if (order.length === 0) return undefined;
  const rows = measuredLooks(context, part, false);
  const most = Math.max(0, ...rows.flatMap(({ summary }) => summary.served.map(({ time }) => time.high)));
  return {
    kind: 'rows',
    title: of('served.title', { part: names.part(part.part) }),
    caption: of('served.caption', { base: baseCaption(context, part) }),
    name: `served-${part.part}`,
    part: part.part,
    axis: zeroAxis(of('served.axis'), toMs(most)),
    rows: rows.map(({ look, summary }) => ({
      name: look.name,
      look,
      marks: summary.served.map(({ task, time }) => ({
        look,
        value: estimateInMs(time),
        lane: order.indexOf(task),
        inWords: `${names.task(task)}: ${durationInMs(time)}`,
        label: `${names.task(task)} ${threeDigits(toMs(time.estimate))}`,
      })),
    })),
    table: {
      columns: [
        of('served.condition'),
        of('served.task'),
        `${of('served.time')} (ms)`,
        `${of('totals.low')} (ms)`,
        `${of('totals.high')} (ms)`,
        of('totals.n'),
      ],
      rows: rows.flatMap(({ look, summary }) =>
        summary.served.map(({ task, time }) => [
          look.name,
          names.task(task),
          toMs(time.estimate),
          toMs(time.low),
          toMs(time.high),
          time.n,
        ]),
      ),
    },
  };
}
