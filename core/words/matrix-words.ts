import type { MatrixCell } from '../analysis/matrix';
import { boundsOf, formatDuration, formatDurationInterval, formatPlainRatio, threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';

type Of = (path: string, values?: TextValues) => string;

/** CPU time of an average worker, in a unit of its size; undefined where the machine does not tell. */
export function cpuWords({ cpuSecondsPerWorker }: MatrixCell): string | undefined {
  return cpuSecondsPerWorker && formatDuration(cpuSecondsPerWorker.estimate * 1e9);
}

/** `1.46 of 2 cores busy`; undefined for records without counters of the cores. */
export function busyWords({ cores }: MatrixCell, of: Of): string | undefined {
  return cores && of('results.matrix.busy', { busy: threeDigits(cores.busyCores), cores: cores.perCore.length });
}

/** The time ratio to the first cell, in words; `results.matrix.first` for that cell itself. */
export function ratioWords({ verdict }: MatrixCell, of: Of): string {
  if (!verdict) return of('results.matrix.first');
  if (!verdict.ratio) return of('results.matrix.notMeasured');
  return of('results.matrix.ratio', {
    ratio: threeDigits(verdict.ratio.estimate),
    bounds: boundsOf({ ...verdict.ratio, n: verdict.rounds }, threeDigits),
  });
}

/**
 * What a cell showed, from its numbers alone: time and verdict against the first cell, how long its workers had a core, how
 * many cores were busy, where it could run. What was not measured is left out.
 * @param of looks up a text of the experiment
 */
export function cellSentence(cell: MatrixCell, of: Of): string {
  const { condition, total, verdict, workers, cpuSecondsPerWorker, cores, pinning } = cell;
  const subject = of(`condition.${condition}.subject`);
  if (!total) return `${subject}: ${of('results.matrix.notMeasured')}.`;
  const time = formatDuration(total.estimate);
  const sentences = [
    verdict
      ? verdictWords(subject, cell, of)
      : of('results.matrix.sentence.first', { subject, time: formatDurationInterval(total), n: total.n }),
    cpuSecondsPerWorker
      ? of(`results.matrix.sentence.${workers === 1 ? 'cpuOne' : 'cpu'}`, {
          workers,
          cpu: formatDuration(cpuSecondsPerWorker.estimate * 1e9),
          time,
          percent: Math.round((100 * cpuSecondsPerWorker.estimate * 1e9) / total.estimate),
        })
      : '',
    cores
      ? of('results.matrix.sentence.cores', {
          busy: threeDigits(cores.busyCores),
          cores: cores.perCore.length,
          n: cores.cells,
        })
      : '',
    // Nothing was asked for, so there is nothing to say.
    pinning === 'free' ? '' : of(`results.matrix.sentence.${pinning}`),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function verdictWords(subject: string, { verdict }: MatrixCell, of: Of): string {
  const baseline = verdict ? of(`condition.${verdict.baseline}.short`) : '';
  if (!verdict?.ratio || verdict.verdict === null) {
    return of('results.sentence.not-measured', { subject, baseline });
  }
  const { estimate, low, high } = verdict.ratio;
  const isFaster = verdict.verdict === 'faster';
  const times = (value: number): string => threeDigits(isFaster ? 1 / value : value);
  return of(`results.sentence.${verdict.verdict}`, {
    subject,
    baseline,
    times: times(estimate),
    low: times(isFaster ? high : low),
    high: times(isFaster ? low : high),
    plainRatio: formatPlainRatio(verdict.ratio),
    floor: threeDigits(verdict.floor ?? 1),
    n: verdict.rounds,
  });
}
