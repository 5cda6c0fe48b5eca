import { matrixColumns, type MatrixCell } from '../analysis/matrix';
import type { PartSummary } from '../analysis/types';
import { formatDurationInterval } from '../texts/format';
import type { ReportContext } from '../words/context';
import { busyWords, cellSentence, cpuWords, ratioWords } from '../words/matrix';
import type { Names } from '../words/names';
import { verdictMark } from '../words/verdicts';
import type { MatrixFigure, MatrixFigureCell } from './figure';
import { baseCaption } from './looks';

/** The conditions of a part as a matrix: time, ratio to the first cell, verdict, where it ran, CPU and core load. */
export function matrixFigure(context: ReportContext, part: PartSummary): MatrixFigure | undefined {
  const { names, analysis } = context;
  const matrix = analysis.matrix?.find((one) => one.part === part.part);
  if (!matrix) return undefined;
  const of = (key: string, values = {}): string => names.text(`results.matrix.${key}`, values);
  const rows = matrix.rows.map(({ id, cells }) => ({
    name: of(`row.${id}`),
    cells: matrixColumns.map((column) => cellOf(cells[column], names)),
  }));
  const columns = matrixColumns.map((id) => of(id));
  return {
    kind: 'matrix',
    title: of('title', { part: names.part(part.part) }),
    lead: of('lead'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: `matrix-${part.part}`,
    part: part.part,
    corner: of('corner'),
    columns,
    rows,
    table: {
      columns: [of('corner'), ...columns],
      rows: rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell.lines.join('; '))]),
    },
  };
}

function cellOf(cell: MatrixCell, names: Names): MatrixFigureCell {
  const of = names.text;
  const { total, verdict, pinning, cores } = cell;
  const cpu = cpuWords(cell);
  const judged = verdict && {
    tone: verdictMark(verdict, names).tone,
    words: of(`results.openMark.${verdict.verdict ?? 'not-measured'}`),
  };
  const shares = cores?.perCore ?? [];
  const loads = shares.map((share) => `${Math.round(share * 100)} %`).join(', ');
  return {
    lines: [
      total ? formatDurationInterval(total) : of('results.matrix.notMeasured'),
      ratioWords(cell, names),
      cpu === undefined ? of('results.matrix.cpuUnknown') : of('results.matrix.cpu', { cpu }),
    ],
    badges: [
      ...(judged ? [judged] : []),
      ...(pinning === 'free'
        ? []
        : [
            {
              tone: pinning === 'pinned' ? ('neutral' as const) : ('warn' as const),
              words: of(`results.matrix.pinning.${pinning}`),
            },
          ]),
    ],
    ...(cores && {
      cores: { shares, inWords: of('results.matrix.bars', { loads }), label: busyWords(cell, names) ?? '' },
    }),
    inWords: cellSentence(cell, names),
  };
}
