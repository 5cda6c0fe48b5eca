import { matrixColumns } from '../analysis/matrix';
import type { MatrixCell } from '../analysis/matrix';
import type { PartSummary } from '../analysis/types';
import { formatDurationInterval } from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { table } from './elements';
import { html, type Fragment, type Markup } from './html';
import { busyWords, cellSentence, cpuWords, ratioWords } from '../words/matrix-words';
import { catalogueTexts } from '../words/workbench-tables';

/** The matrix of a part, and each of its cells in words; undefined for an experiment that is none. */
export function matrixBlock({ analysis, experiment }: ReportContext, part: PartSummary): Markup | undefined {
  const matrix = analysis.matrix?.find((one) => one.part === part.part);
  if (!matrix) return undefined;
  const { of } = catalogueTexts(experiment.id);
  const rows = matrix.rows.map(({ id, cells }): Fragment[] => [
    of(`results.matrix.row.${id}`),
    ...matrixColumns.map((column) => cellMarkup(cells[column], of)),
  ]);
  const sentences = matrix.rows.flatMap(({ cells }) =>
    matrixColumns.map((column) => html`<p>${cellSentence(cells[column], of)}</p>`),
  );
  const columns = [
    { label: of('results.matrix.corner') },
    ...matrixColumns.map((id) => ({ label: of(`results.matrix.${id}`) })),
  ];
  return html`<h3>${of('results.matrix.title', { part: of(`part.${part.part}.name`) })}</h3>
    ${table(of('results.matrix.lead'), columns, rows)}${sentences}`;
}

function cellMarkup(cell: MatrixCell, of: (path: string, values?: TextValues) => string): Markup {
  const { total, pinning, cores } = cell;
  const cpu = cpuWords(cell);
  const loads = cores?.perCore.map((share) => `${Math.round(share * 100)} %`).join(', ');
  const lines = [
    total ? formatDurationInterval(total) : of('results.matrix.notMeasured'),
    ratioWords(cell, of),
    of(`results.matrix.pinning.${pinning}`),
    cpu === undefined ? of('results.matrix.cpuUnknown') : of('results.matrix.cpu', { cpu }),
    busyWords(cell, of) ?? '',
    // The load of very many cores would fill the page; their sum says what there is to say.
    loads !== undefined && cores && cores.perCore.length <= 16 ? of('results.matrix.bars', { loads }) : '',
  ].filter((line) => line !== '');
  return html`${lines.map((line) => html`<div>${line}</div>`)}`;
}
