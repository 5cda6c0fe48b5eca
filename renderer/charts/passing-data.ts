import { payloadBytes } from '@core/experiments/passing-data/definition';
import { payloadInWords, payloadPoints } from '@core/print/curves-section';
import type { Analysis, ConditionSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { formatDuration, threeDigits } from '@core/texts/format';
import type { ChartTable } from './chart-table';
import { baseCaption, looksOfPart } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { logCurves } from './log-curves';

interface Point {
  readonly bytes: number;
  readonly summary: ConditionSummary;
}

interface Line {
  readonly look: ConditionLook;
  readonly points: readonly Point[];
}

/** Time until the receiver has a payload over its size, one curve for each way of passing it. */
export function passingDataCharts(context: ChartContext, _record: RunRecord, analysis: Analysis): readonly ChartView[] {
  const measured = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  const [first] = measured;
  if (!first) return [];
  const lines = looksOfPart(context, first.part, false).map((look): Line => {
    const points = measured.flatMap(({ part, conditions }): Point[] => {
      const summary = conditions.find(({ condition }) => condition === look.id);
      return summary ? [{ bytes: payloadBytes(part), summary }] : [];
    });
    return { look, points };
  });
  const of = (key: string, values = {}): string => context.texts.of(`curve.${key}`, values);
  const colours = lines.map(({ look }) => look.colour);
  return [
    {
      config: logCurves(
        lines.map(({ look }, index) => ({
          name: look.name,
          colour: look.colour,
          shape: look.marker,
          pattern: colours.slice(0, index).filter((colour) => colour === look.colour).length,
          points: payloadPoints(measured, look.id),
        })),
        {
          x: of('xAxis'),
          y: of('yAxis'),
          xInWords: payloadInWords,
          yInWords: (ms) => formatDuration(ms * 1e6).replace(/\.0+(?= )/, ''),
          xTicks: measured.map(({ part }) => payloadBytes(part) / 1024),
        },
      ),
      table: tableOf(of, lines),
      title: of('title'),
      caption: of('caption', { base: baseCaption(context, first) }),
      name: 'passing-data',
      height: 380,
    },
  ];
}

function tableOf(of: (key: string) => string, lines: readonly Line[]): ChartTable {
  return {
    columns: ['condition', 'size', 'time', 'low', 'high', 'rate', 'n'].map((key) => of(key)),
    rows: lines.flatMap(({ look, points }) =>
      points.map(({ bytes, summary: { total } }) => [
        look.name,
        bytes / 1024,
        threeDigits(total.estimate / 1e6),
        threeDigits(total.low / 1e6),
        threeDigits(total.high / 1e6),
        // Bytes per nanosecond are gigabytes (10^9 bytes) per second.
        threeDigits(bytes / total.estimate),
        total.n,
      ]),
    ),
  };
}
