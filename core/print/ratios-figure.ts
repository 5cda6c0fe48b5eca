import type { PartSummary } from '../analysis/types';
import type { Verdict } from '../analysis/verdicts';
import { formatPlainRatio, threeDigits } from '../texts/format';
import { basisOf, conditionOf, type ReportContext } from '../words/context';
import {
  axis,
  axisHeight,
  figureWidth,
  group,
  label,
  marker,
  picture,
  px,
  stroke,
  styleOf,
  whisker,
  words,
} from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { ratioScale, type Scale } from './scale';

const start = 268;
const top = 4;
const rowHeight = 21;

/** The measured ratios against the band that noise explains; undefined if nothing was compared. */
export function ratiosFigure(context: ReportContext, part: PartSummary): Markup | undefined {
  const measured = part.verdicts.flatMap((verdict) => (verdict.ratio ? [{ verdict, ratio: verdict.ratio }] : []));
  if (measured.length === 0) return undefined;
  const floor = part.noise?.ratio;
  const edges = floor === undefined ? [] : [1 / floor, floor];
  const values = [...measured.flatMap(({ ratio }) => [ratio.low, ratio.high]), ...edges];
  const scale = ratioScale(values, start, figureWidth - 118);
  const bottom = top + measured.length * rowHeight;
  const [low, high] = edges.map((edge) => scale.at(edge));
  const band =
    low === undefined || high === undefined
      ? undefined
      : stroke('noise', `M${px(low)} ${top}H${px(Math.max(low + 0.8, high))}V${bottom}H${px(low)}z`);
  const rows = measured.map(({ verdict, ratio }, index) =>
    ratioRow(context, verdict, ratio, scale, top + (index + 0.5) * rowHeight),
  );
  const one = stroke('baseline', `M${px(scale.at(1))} ${top}V${bottom}`);
  const labels = {
    title: context.names.report('verdicts.axis'),
    tick: (value: number) => `${threeDigits(value).replace(/\.?0+$/, '')}x`,
  };
  const title = context.names.report('verdicts.figure', { part: context.names.part(part.part) });
  const base = basisOf(
    context,
    measured.map(({ verdict }) => verdict.rounds),
  );
  const content = html`${band}${axis(scale, top, bottom, labels)}${one}${rows}`;
  return figure(
    title,
    picture(
      bottom + axisHeight,
      alternative(
        context,
        measured.map(({ verdict }) => verdict),
        title,
      ),
      content,
    ),
    floor === undefined
      ? context.names.report('verdicts.captionNoFloor', { base })
      : context.names.report('verdicts.caption', { base, floor: threeDigits(floor) }),
  );
}

/** The comparison in words. */
export function comparisonName({ names }: ReportContext, { condition, baseline }: Verdict): string {
  return names.report('verdicts.against', {
    condition: names.condition(condition),
    baseline: names.condition(baseline),
  });
}

function ratioRow(
  context: ReportContext,
  verdict: Verdict,
  ratio: NonNullable<Verdict['ratio']>,
  scale: Scale,
  y: number,
): Markup {
  const { colour, shape } = styleOf(conditionOf(context, verdict.condition));
  return group(
    label(0, y, comparisonName(context, verdict), start + 20),
    whisker(scale.at(ratio.low), scale.at(ratio.high), y, 4),
    marker(shape, scale.at(ratio.estimate), y, 4, { colour }),
    words('value', figureWidth - 108, y + 3.6, formatPlainRatio(ratio)),
  );
}

function alternative(context: ReportContext, verdicts: readonly Verdict[], title: string): string {
  const values = verdicts.map(
    (verdict) => `${comparisonName(context, verdict)} ${verdict.ratio ? formatPlainRatio(verdict.ratio) : ''}`,
  );
  return `${title}. ${values.join('; ')}.`;
}
