import type { PartSummary } from '../analysis/types';
import type { Verdict } from '../analysis/verdicts';
import { formatPlainRatio, threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { ratioAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, conditionLook } from './looks';

/** The comparison in words. */
export function comparisonName({ names }: Pick<ReportContext, 'names'>, { condition, baseline }: Verdict): string {
  return names.report('verdicts.against', {
    condition: names.condition(condition),
    baseline: names.condition(baseline),
  });
}

/** The measured ratios against the band that noise explains; undefined if nothing was compared. */
export function ratiosFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names } = context;
  const rows = part.verdicts.flatMap((verdict) => {
    const look = conditionLook(context, verdict.condition);
    return verdict.ratio && look
      ? [{ verdict, ratio: verdict.ratio, look, name: comparisonName(context, verdict) }]
      : [];
  });
  if (rows.length === 0) return undefined;
  const floor = part.noise?.ratio;
  const edges = floor === undefined ? [] : [1 / floor, floor];
  const base = baseCaption(
    context,
    part,
    rows.map(({ verdict }) => verdict.rounds),
  );
  return {
    kind: 'rows',
    title: names.report('verdicts.figure', { part: names.part(part.part) }),
    caption:
      floor === undefined
        ? names.report('verdicts.captionNoFloor', { base })
        : names.report('verdicts.caption', { base, floor: threeDigits(floor) }),
    name: `ratios-${part.part}`,
    part: part.part,
    axis: ratioAxis(names.report('verdicts.axis'), [...rows.flatMap(({ ratio }) => [ratio.low, ratio.high]), ...edges]),
    divide: 1,
    ...(floor !== undefined && { band: { low: 1 / floor, high: floor } }),
    rows: rows.map(({ ratio, look, name }) => ({
      name,
      look,
      marks: [{ look: { ...look, hollow: false }, value: ratio, inWords: formatPlainRatio(ratio) }],
      labels: [formatPlainRatio(ratio)],
    })),
    table: {
      columns: [
        names.report('verdicts.compared'),
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
