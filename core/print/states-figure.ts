import type { ConditionSummary, PartSummary } from '../analysis/types';
import { workerStates } from '../record/schema-parts';
import { formatShare } from '../texts/format';
import { translate } from '../texts/translate';
import { basisOf, conditionOf, roundsOf, type ReportContext } from '../words/context';
import { axis, axisHeight, figureWidth, group, picture, plotStart, rowLabel } from './drawing';
import { figure } from './elements';
import { html, type Markup } from './html';
import { zeroScale, type Scale } from './scale';
import { legendHeight, stateLegend, statePiece } from './state-drawing';

const rowHeight = 23;
const top = legendHeight + 4;

/** What the workers of each condition did with their time: one bar per condition, 100 % wide. */
export function statesFigure(context: ReportContext, part: PartSummary): Markup {
  const scale = zeroScale(1, plotStart, figureWidth - 14);
  const bottom = top + part.conditions.length * rowHeight;
  const rows = part.conditions.map((condition, index) =>
    stackedBar(context, condition, scale, top + (index + 0.5) * rowHeight),
  );
  const labels = {
    title: context.names.report('states.axis'),
    tick: (value: number) => String(Math.round(value * 100)),
  };
  const title = context.names.report('states.figure', { part: context.names.part(part.part) });
  const hasStartUp = part.conditions.some(({ stateShares }) => stateShares['start-up'] > 0);
  const content = html`${stateLegend(plotStart)}${axis(scale, top, bottom, labels)}${rows}`;
  return figure(
    title,
    picture(bottom + axisHeight, alternative(context, part, title), content),
    context.names.report(hasStartUp ? 'states.captionCold' : 'states.caption', {
      base: basisOf(context, roundsOf(part)),
    }),
  );
}

function stackedBar(context: ReportContext, summary: ConditionSummary, scale: Scale, y: number): Markup {
  const definition = conditionOf(context, summary.condition);
  let from = 0;
  const pieces = workerStates.map((state) => {
    const share = summary.stateShares[state];
    if (share === 0) return undefined;
    const x = scale.at(from);
    from += share;
    const width = scale.at(from) - x;
    const percent = formatShare(share);
    return statePiece(state, [x, width], [y - 9, 18], [`${translate(`glossary.state.${state}`)} ${percent}`, percent]);
  });
  return group(rowLabel(definition, context.names.condition(summary.condition), y, plotStart - 24), pieces);
}

function alternative(context: ReportContext, part: PartSummary, title: string): string {
  const values = part.conditions.map(({ condition, stateShares }) => {
    const shares = workerStates
      .filter((state) => stateShares[state] > 0)
      .map((state) => `${translate(`glossary.state.${state}`)} ${formatShare(stateShares[state])}`);
    return `${context.names.condition(condition)}: ${shares.join(', ')}`;
  });
  return `${title}. ${values.join('; ')}.`;
}
