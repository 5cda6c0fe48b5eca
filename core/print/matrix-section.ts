import { matrixColumns } from '../analysis/matrix';
import type { PartSummary } from '../analysis/types';
import { cellSentence } from '../words/matrix-words';
import type { ReportContext } from '../words/context';
import { html, type Markup } from './html';

/** The matrix of a part, and each of its cells in words; undefined for an experiment that is none. */
export function matrixBlock(
  { analysis, names }: ReportContext,
  part: PartSummary,
  figures: readonly Markup[],
): Markup | undefined {
  const matrix = analysis.matrix?.find((one) => one.part === part.part);
  if (!matrix) return undefined;
  const sentences = matrix.rows.flatMap(({ cells }) =>
    matrixColumns.map((column) => html`<p>${cellSentence(cells[column], names.text)}</p>`),
  );
  return html`<h3>${names.text('results.matrix.heading')}</h3>
    ${figures}${sentences}`;
}
