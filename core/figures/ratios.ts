import type { PartSummary } from '../analysis/types';
import type { Verdict } from '../analysis/verdicts';
import { formatPlainRatio, threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { ratioAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, conditionLook } from './looks';

/** The measured ratios against the band that noise explains; undefined if nothing was compared. */
export function ratiosFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names } = context;
  const rows = part.verdicts.flatMap((verdict) => {
    const look = conditionLook(context, verdict.condition);
    return verdict.ratio && look ? [{ verdict, ratio: verdict.ratio, look, name: names.compared(verdict) }] : [];
  });
  if (rows.length === 0) return undefined;
  const floor = part.noise?.ratio;
  const edges = floor === undefined ? [] : [1 / floor, floor];
  const isUnjudged = rows.some(({ verdict }) => hasNoJudgement(verdict));
  const base = baseCaption(
    context,
    part,
    rows.map(({ verdict }) => verdict.rounds),
  );
  return {
    kind: 'rows',
    title: names.text('results.verdicts.figure', { part: names.part(part.part) }),
    caption:
      floor === undefined
        ? names.text('results.verdicts.figureCaptionNoFloor', { base })
        : names.text(`results.verdicts.${isUnjudged ? 'figureCaptionHollow' : 'figureCaption'}`, {
            base,
            floor: threeDigits(floor),
          }),
    name: `ratios-${part.part}`,
    part: part.part,
    axis: ratioAxis(names.text('results.verdicts.axis'), [
      ...rows.flatMap(({ ratio }) => [ratio.low, ratio.high]),
      ...edges,
    ]),
    divide: 1,
    ...(floor !== undefined && { band: { low: 1 / floor, high: floor } }),
    rows: rows.map(({ verdict, ratio, look, name }) => {
      // What the noise forbids to judge is drawn hollow and says so: its place beside the band means nothing.
      const unjudged = hasNoJudgement(verdict);
      const ratioWords = formatPlainRatio(ratio);
      const word = names.text(`results.openMark.${verdict.verdict ?? verdict.finding}`);
      const words = unjudged ? `${ratioWords}, ${word}` : ratioWords;
      return {
        name,
        look,
        marks: [{ look: { ...look, hollow: unjudged }, value: ratio, inWords: words }],
        labels: unjudged ? [ratioWords, word] : [ratioWords],
      };
    }),
    table: {
      columns: [
        names.text('results.verdicts.compared'),
        names.text('results.verdicts.ratio'),
        ...['low', 'high', 'n'].map((key) => names.text(`results.measures.${key}`)),
      ],
      rows: rows.map(({ name, ratio, verdict }) => [
        name,
        ...[ratio.estimate, ratio.low, ratio.high].map((value) => Number(value.toPrecision(4))),
        verdict.rounds,
      ]),
    },
  };
}

/** True for a ratio that was measured, and that the noise or a disturbance forbids to judge. */
function hasNoJudgement({ verdict }: Verdict): boolean {
  return verdict === 'too-noisy' || verdict === null;
}
