import { logAxis } from '../../figures/axes';
import type { CurvesFigure } from '../../figures/figure';
import { baseCaption, estimateInMs, looksOfPart, patternsOf } from '../../figures/looks';
import { formatDuration, plainNumber, threeDigits } from '../../texts/format';
import type { ReportContext } from '../../words/context';
import { payloadBytes } from './definition';

/** A size in words. Input: KiB. */
function payloadInWords(kib: number): string {
  return kib < 1024 ? `${plainNumber(kib)} KiB` : `${plainNumber(kib / 1024)} MiB`;
}

function timeInWords(ms: number): string {
  return formatDuration(ms * 1e6).replace(/\.0+(?= )/, '');
}

/** Time until the receiver has a payload over its size, one curve for each way of passing it. */
export function passingDataFigures(context: ReportContext): readonly CurvesFigure[] {
  const { analysis, names } = context;
  const of = (key: string, values = {}): string => names.text(`curve.${key}`, values);
  const measured = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  const [first] = measured;
  if (!first) return [];
  const looks = looksOfPart(context, first.part, false);
  const patterns = patternsOf(looks);
  const shown = looks.map((look) => ({
    look,
    points: measured.flatMap(({ part, conditions }) => {
      const total = conditions.find(({ condition }) => condition === look.id)?.headline;
      return total ? [{ bytes: payloadBytes(part), total }] : [];
    }),
  }));
  const lines = shown.map(({ look, points }, index) => ({
    name: look.name,
    look: { ...look, hollow: (patterns[index] ?? 0) > 0 },
    pattern: patterns[index] ?? 0,
    points: points.map(({ bytes, total }) => {
      const { estimate, low, high } = estimateInMs(total);
      const bounds = low === high ? '' : ` [${timeInWords(low)}, ${timeInWords(high)}]`;
      return { x: bytes / 1024, estimate, low, high, inWords: `${timeInWords(estimate)}${bounds}` };
    }),
  }));
  const all = lines.flatMap(({ points }) => points);
  const sizes = measured.map(({ part }) => payloadBytes(part) / 1024);
  return [
    {
      kind: 'curves',
      title: of('title'),
      caption: of('caption', { base: baseCaption(context, first) }),
      name: 'passing-data',
      x: logAxis(of('xAxis'), sizes, payloadInWords, sizes),
      y: logAxis(
        of('yAxis'),
        all.flatMap(({ estimate, low, high }) => [estimate, low, high]),
        timeInWords,
      ),
      lines,
      table: {
        columns: ['condition', 'size', 'time', 'low', 'high', 'rate', 'n'].map((key) => of(key)),
        rows: shown.flatMap(({ look, points }) =>
          points.map(({ bytes, total }) => [
            look.name,
            bytes / 1024,
            ...[total.estimate, total.low, total.high].map((ns) => threeDigits(ns / 1e6)),
            // Bytes per nanosecond are gigabytes (10^9 bytes) per second.
            threeDigits(bytes / total.estimate),
            total.n,
          ]),
        ),
      },
    },
  ];
}
