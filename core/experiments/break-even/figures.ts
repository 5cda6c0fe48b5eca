import { logAxis } from '../../figures/axes';
import type { CurveLine, CurvesFigure } from '../../figures/figure';
import { baseCaption, conditionLook, patternsOf } from '../../figures/looks';
import { formatDuration, plainNumber, threeDigits } from '../../texts/format';
import type { TextValues } from '../../texts/translate';
import type { ReportContext } from '../../words/context';

/** How many times faster each way of handing out is than inline, over the size of a task, and where it breaks even. */
export function breakEvenFigures(context: ReportContext): readonly CurvesFigure[] {
  const { analysis, names } = context;
  const of = (key: string, values = {}): string => names.text(`breakEven.${key}`, values);
  const [part] = analysis.parts.filter(({ conditions }) => conditions.length > 0);
  const shown = (analysis.breakEven ?? []).flatMap((summary) => {
    const look = conditionLook(context, summary.condition);
    return look && summary.points.length > 0 ? [{ look, summary }] : [];
  });
  if (shown.length === 0 || !part) return [];
  const guesses = guessesOf(context);
  const patterns = patternsOf(shown.map(({ look }) => look));
  const lines = shown.map(({ look, summary: { points, found, condition } }, index) => ({
    name: look.name,
    look: { ...look, hollow: (patterns[index] ?? 0) > 0 },
    pattern: patterns[index] ?? 0,
    // The turned-round ratios: above 1 is faster.
    points: points.map(({ sizeNs, ratio }) => {
      const [estimate, low, high] = [1 / ratio.estimate, 1 / ratio.high, 1 / ratio.low];
      // The point of one round has no interval, and none is claimed.
      const bounds = low === high ? '' : ` [${plainNumber(low)}x, ${plainNumber(high)}x]`;
      return { x: sizeNs / 1e6, estimate, low, high, inWords: `${plainNumber(estimate)}x${bounds}` };
    }),
    ...(found && {
      place: { estimate: found.size.estimate / 1e6, low: found.size.low / 1e6, high: found.size.high / 1e6 },
    }),
    ...guessed(guesses.get(condition), of),
  }));
  const points = lines.flatMap((line) => line.points);
  const hasPlaces = shown.some(({ summary }) => summary.found);
  return [
    {
      kind: 'curves',
      title: of('title'),
      caption: [
        ...(guesses.size > 0 ? [of('captionGuess')] : []),
        of(hasPlaces ? 'caption' : 'captionPlain', { base: baseCaption(context, part) }),
      ].join(' '),
      name: 'break-even',
      x: logAxis(
        of('xAxis'),
        [...points.map(({ x }) => x), ...lines.flatMap(({ guess }) => (guess ? [guess.x] : []))],
        (ms) => `${plainNumber(ms)} ms`,
      ),
      y: logAxis(
        of('yAxis'),
        [...points.flatMap(({ estimate, low, high }) => [estimate, low, high]), 1],
        (times) => `${plainNumber(times)}x`,
      ),
      lines,
      divide: { at: 1, name: of('even') },
      table: {
        columns: ['condition', 'size', 'times', 'low', 'high', 'verdict', 'n'].map((key) => of(key)),
        rows: [
          ...shown.flatMap(({ look, summary }) =>
            summary.points.map(({ part: place, sizeNs, ratio }) => {
              const verdict = analysis.parts
                .find((one) => one.part === place)
                ?.verdicts.find(({ condition }) => condition === summary.condition);
              return [
                look.name,
                plainNumber(sizeNs / 1e6),
                ...[ratio.estimate, ratio.high, ratio.low].map((value) => threeDigits(1 / value)),
                names.text(`results.verdicts.word.${verdict?.verdict ?? 'not-measured'}`),
                verdict?.rounds ?? 0,
              ];
            }),
          ),
          // A break-even is where the ratio is 1.
          ...shown.flatMap(({ look, summary }) => {
            const size = guesses.get(summary.condition);
            return size === undefined ? [] : [[look.name, plainNumber(size / 1e6), '1', '–', '–', of('expected'), '–']];
          }),
        ],
      },
    },
  ];
}

/** The sizes that a person expected, in ns, by condition. */
function guessesOf({ analysis }: ReportContext): ReadonlyMap<string, number> {
  const scores = (analysis.forecasts ?? []).flatMap((score) =>
    score.kind === 'size' && score.of === 'break-even' ? score.rows : [],
  );
  return new Map(scores.map(({ id, predicted }) => [id, predicted]));
}

function guessed(
  predicted: number | undefined,
  of: (key: string, values: TextValues) => string,
): Pick<CurveLine, 'guess'> {
  if (predicted === undefined) return {};
  return { guess: { x: predicted / 1e6, inWords: of('guess', { size: formatDuration(predicted) }) } };
}
