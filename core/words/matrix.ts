import { matrixColumns, type MatrixCell, type MatrixSummary } from '../analysis/matrix';
import { formatDuration, formatDurationInterval, ratioBounds, threeDigits } from '../texts/format';
import type { Block } from './blocks';
import { countOfRounds, type ReportContext } from './context';
import type { FigureBlocks } from './figure-blocks';
import type { Names } from './names';
import { verdictSentence } from './verdicts';
import { waitingWords } from './waiting';

/** CPU time of an average worker, in a unit of its size; undefined where the machine does not tell. */
export function cpuWords({ cpuSecondsPerWorker }: MatrixCell): string | undefined {
  return cpuSecondsPerWorker && formatDuration(cpuSecondsPerWorker.estimate * 1e9);
}

/** `1.46 of 2 cores busy`; undefined for records without counters of the cores. */
export function busyWords({ cores }: MatrixCell, names: Names): string | undefined {
  return (
    cores && names.text('results.matrix.busy', { busy: threeDigits(cores.busyCores), cores: cores.perCore.length })
  );
}

/** The time ratio to the first cell, in words; `results.matrix.first` for that cell itself. */
export function ratioWords({ verdict }: MatrixCell, names: Names): string {
  if (!verdict) return names.text('results.matrix.first');
  if (!verdict.ratio) return names.text('results.matrix.notMeasured');
  return names.text('results.matrix.ratio', {
    ratio: threeDigits(verdict.ratio.estimate),
    bounds: ratioBounds(verdict.ratio),
  });
}

/**
 * What a cell showed, from its numbers alone: time and verdict against the first cell, how long its workers had a core, how
 * many cores were busy, where it could run. What was not measured is left out.
 */
export function cellSentence(cell: MatrixCell, names: Names): string {
  const { condition, total, verdict, workers, cpuSecondsPerWorker, cores, pinning, waiting } = cell;
  const subject = names.subject(condition);
  if (!total) return `${subject}: ${names.text('results.matrix.notMeasured')}.`;
  const time = formatDuration(total.estimate);
  const sentences = [
    verdict
      ? verdictSentence(verdict, names)
      : names.text('results.matrix.sentence.first', {
          subject,
          time: formatDurationInterval(total),
          rounds: countOfRounds(total.n),
        }),
    cpuSecondsPerWorker
      ? names.text(`results.matrix.sentence.${workers === 1 ? 'cpuOne' : 'cpu'}`, {
          workers,
          cpu: formatDuration(cpuSecondsPerWorker.estimate * 1e9),
          time,
          percent: Math.round((100 * cpuSecondsPerWorker.estimate * 1e9) / total.estimate),
        })
      : '',
    waiting ? names.text('results.matrix.sentence.waited', { waited: waitingWords(waiting, names) }) : '',
    cores
      ? names.text('results.matrix.sentence.cores', {
          busy: threeDigits(cores.busyCores),
          cores: cores.perCore.length,
          n: cores.cells,
        })
      : '',
    // Nothing was asked for, so there is nothing to say.
    pinning === 'free' ? '' : names.text(`results.matrix.sentence.${pinning}`),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** The matrix of every part, and each of its cells in words; nothing for an experiment that is none. */
export function matrix({ analysis, names }: ReportContext, figures: FigureBlocks): readonly Block[] {
  return [
    ...figures('matrix'),
    ...(analysis.matrix ?? []).flatMap((one): Block[] => [
      { kind: 'heading', text: names.part(one.part) },
      {
        kind: 'sentences',
        items: cellsOf(one).map((cell) => ({ text: `${cellSentence(cell, names)} ${loadsWords(cell, names)}`.trim() })),
      },
    ]),
  ];
}

function cellsOf({ rows }: MatrixSummary): readonly MatrixCell[] {
  return rows.flatMap(({ cells }) => matrixColumns.map((column) => cells[column]));
}

/** The load of each core; of very many, their sum in the sentence says what there is to say. */
function loadsWords({ cores }: MatrixCell, names: Names): string {
  if (!cores || cores.perCore.length > 16) return '';
  const loads = cores.perCore.map((share) => `${Math.round(share * 100)} %`).join(', ');
  return `${names.text('results.matrix.bars', { loads })}.`;
}
