import type { FigureLine } from '@core/print/curve-figure';
import { breakEvenPoints } from '@core/print/curves-section';
import { plainNumber, threeDigits } from '@core/texts/format';
import type { BreakEvenSummary } from '@core/analysis/break-even';
import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import type { ChartTable } from './chart-table';
import { baseCaption, conditionLook } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { logCurves } from './log-curves';

interface Line {
  readonly look: ConditionLook;
  readonly summary: BreakEvenSummary;
  /** 0 for the first curve of a colour, 1 for the next. */
  readonly pattern: number;
}

/** How many times faster each way of handing out is than inline, over the size of a task, and where it breaks even. */
export function breakEvenCharts(context: ChartContext, _record: RunRecord, analysis: Analysis): readonly ChartView[] {
  const seen: string[] = [];
  const lines = (analysis.breakEven ?? []).flatMap((summary): Line[] => {
    const look = conditionLook(context, summary.condition);
    if (!look || summary.points.length === 0) return [];
    const pattern = seen.filter((colour) => colour === look.colour).length;
    seen.push(look.colour);
    return [{ look, summary, pattern }];
  });
  const [part] = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  if (lines.length === 0 || !part) return [];
  const of = (key: string, values = {}): string => context.texts.of(`breakEven.${key}`, values);
  const hasPlaces = lines.some(({ summary }) => summary.found);
  return [
    {
      config: logCurves(lines.map(curveOf), {
        x: of('xAxis'),
        y: of('yAxis'),
        xInWords: (value) => `${plainNumber(value)} ms`,
        yInWords: (value) => `${plainNumber(value)}x`,
        divide: { at: 1, name: of('even') },
      }),
      table: tableOf(context, lines, analysis),
      title: of('title'),
      caption: of(hasPlaces ? 'caption' : 'captionPlain', { base: baseCaption(context, part) }),
      name: 'break-even',
      height: 380,
    },
  ];
}

function curveOf({ look, summary, pattern }: Line): FigureLine {
  const { size } = summary.found ?? {};
  return {
    name: look.name,
    colour: look.colour,
    shape: look.marker,
    pattern,
    points: breakEvenPoints(summary),
    place: size && { x: size.estimate / 1e6, low: size.low / 1e6, high: size.high / 1e6 },
  };
}

function tableOf({ texts }: ChartContext, lines: readonly Line[], { parts }: Analysis): ChartTable {
  const columns = ['condition', 'size', 'times', 'low', 'high', 'verdict', 'n'];
  return {
    columns: columns.map((key) => texts.of(`breakEven.${key}`)),
    rows: lines.flatMap(({ look, summary }) =>
      summary.points.map(({ part, sizeNs, ratio }) => {
        const verdict = parts
          .find((one) => one.part === part)
          ?.verdicts.find(({ condition }) => condition === summary.condition);
        return [
          look.name,
          plainNumber(sizeNs / 1e6),
          threeDigits(1 / ratio.estimate),
          threeDigits(1 / ratio.high),
          threeDigits(1 / ratio.low),
          texts.glossary(`verdict.${verdict?.verdict ?? 'not-measured'}`),
          verdict?.rounds ?? 0,
        ];
      }),
    ),
  };
}
