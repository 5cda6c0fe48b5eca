import type { PartSummary } from '../analysis/types';
import { threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { table } from './elements';
import { html, type Fragment, type Markup } from './html';
import { lawSentences, speedupWords } from '../words/scaling-words';
import { catalogueTexts } from '../words/workbench-tables';

/** Speed-ups of a part with a scaling curve, and what the laws say about it; undefined for a part without one. */
export function scalingBlock(context: ReportContext, part: PartSummary): Markup | undefined {
  const { analysis, experiment } = context;
  const curve = analysis.scaling?.find((one) => one.part === part.part);
  if (!curve) return undefined;
  const { of } = catalogueTexts(experiment.id);
  const rows = curve.points.map(({ amount, speedup }): Fragment[] => [
    amount,
    speedupWords(speedup),
    threeDigits((100 * speedup.estimate) / amount),
    speedup.n,
  ]);
  const columns = [
    { label: of(`results.scaling.${curve.over}.axis`) },
    { label: of('results.scaling.speedupInterval'), numeric: true },
    { label: of('results.scaling.column.efficiency'), numeric: true },
    { label: of('results.scaling.column.n'), numeric: true },
  ];
  const sentences = lawSentences(curve, of).map((sentence) => html`<p>${sentence}</p>`);
  return html`<h3>${of('results.scaling.laws.heading')}</h3>
    ${table(of('results.scaling.table'), columns, rows)}${sentences}`;
}
