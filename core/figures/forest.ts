import type { PartSummary } from '../analysis/types';
import type { Verdict } from '../analysis/verdicts';
import { formatPlainRatio, ratioBounds, threeDigits } from '../texts/format';
import { measuredParts, type ReportContext } from '../words/context';
import { verdictMark } from '../words/verdicts';
import { ratioAxis } from './axes';
import type { FigureRow, RowsFigure } from './figure';
import { baseCaption, conditionLook } from './looks';

/** A comparison that was measured, ready to be drawn. */
interface Drawn {
  readonly verdict: Verdict;
  readonly ratio: NonNullable<Verdict['ratio']>;
  readonly name: string;
  readonly row: FigureRow;
}

/**
 * Every comparison of the record on one axis, part by part, each against the band that the noise of its part explains;
 * undefined if nothing was compared.
 */
export function forestFigure(context: ReportContext): RowsFigure | undefined {
  const { names } = context;
  const groups = measuredParts(context).flatMap((part) => {
    const drawn = part.verdicts.flatMap((verdict) => drawnOf(context, part, verdict) ?? []);
    return drawn.length === 0 ? [] : [{ part, drawn }];
  });
  const [first] = groups;
  if (!first) return undefined;
  const all = groups.flatMap(({ drawn }) => drawn);
  const isOne = groups.length === 1;
  const floors = groups.flatMap(({ part }) => (part.noise ? [1 / part.noise.ratio, part.noise.ratio] : []));
  const isUnjudged = all.some(({ verdict }) => hasNoJudgement(verdict));
  const base = baseCaption(
    context,
    first.part,
    all.map(({ verdict }) => verdict.rounds),
  );
  const of = (key: string, values = {}): string => names.text(`results.forest.${key}`, values);
  return {
    kind: 'rows',
    title: isOne ? of('titleOne', { part: names.part(first.part.part) }) : of('title'),
    caption: [
      of('caption'),
      ...(isUnjudged ? [of('hollow')] : []),
      floors.length === 0 ? of('noFloor') : of('floor'),
      base,
    ].join(' '),
    name: 'comparisons',
    ...(isOne && { part: first.part.part }),
    axis: ratioAxis(names.text('results.verdicts.axis'), [
      ...all.flatMap(({ ratio }) => [ratio.low, ratio.high]),
      ...floors,
    ]),
    divide: 1,
    rows: groups.flatMap(({ part, drawn }): FigureRow[] => [
      ...(isOne ? [] : [headingRow(names.part(part.part))]),
      ...drawn.map(({ row }) => row),
    ]),
    table: {
      columns: [
        ...(isOne ? [] : [of('part')]),
        names.text('results.verdicts.compared'),
        names.text('results.verdicts.ratio'),
        ...['low', 'high', 'n'].map((key) => names.text(`results.measures.${key}`)),
        names.text('results.verdicts.floor'),
        names.text('results.verdicts.verdict'),
      ],
      rows: groups.flatMap(({ part, drawn }) =>
        drawn.map(({ name, ratio, verdict }) => [
          ...(isOne ? [] : [names.part(part.part)]),
          name,
          ...[ratio.estimate, ratio.low, ratio.high].map((value) => Number(value.toPrecision(4))),
          verdict.rounds,
          verdict.floor === null ? '–' : Number(verdict.floor.toPrecision(4)),
          names.text(`results.verdicts.word.${verdict.verdict ?? verdict.finding}`),
        ]),
      ),
    },
  };
}

/** A part's name over its comparisons; it has nothing to draw. */
function headingRow(name: string): FigureRow {
  return { name, isHeading: true, look: { colour: 'transparent', shape: 'circle' } };
}

function drawnOf(context: ReportContext, part: PartSummary, verdict: Verdict): Drawn | undefined {
  const { names } = context;
  const { ratio } = verdict;
  const look = conditionLook(context, verdict.condition);
  if (!ratio || !look) return undefined;
  const name = names.compared(verdict);
  // What the noise forbids to judge is drawn hollow and says so: its place beside the band means nothing.
  const hollow = hasNoJudgement(verdict);
  const words = verdictInWords(context, verdict);
  const mark = verdictMark(verdict, names).words;
  // Where nothing was predicted the mark repeats the verdict.
  const second = verdict.expect === 'open' || hollow ? formatPlainRatio(ratio) : mark;
  const floor = part.noise?.ratio;
  return {
    verdict,
    ratio,
    name,
    row: {
      name,
      look,
      ...(floor !== undefined && { band: { low: 1 / floor, high: floor } }),
      marks: [{ look: { ...look, hollow }, value: ratio, inWords: `${words}, ${mark} (${formatPlainRatio(ratio)})` }],
      labels: [words, second],
    },
  };
}

/** `1.93x faster [1.9, 1.95]` where a difference was called, the verdict alone where none was. */
function verdictInWords({ names }: ReportContext, { verdict, finding, ratio }: Verdict): string {
  const word = names.text(`results.openMark.${verdict ?? finding}`);
  if (!ratio || (verdict !== 'faster' && verdict !== 'slower')) return word;
  const factors =
    verdict === 'faster' ? { estimate: 1 / ratio.estimate, low: 1 / ratio.high, high: 1 / ratio.low } : ratio;
  return `${threeDigits(factors.estimate)}x ${word} ${ratioBounds(factors)}`;
}

/** True for a ratio that was measured, and that the noise or a disturbance forbids to judge. */
function hasNoJudgement({ verdict }: Verdict): boolean {
  return verdict === 'too-noisy' || verdict === null;
}
