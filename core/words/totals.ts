import type { PartSummary } from '../analysis/types';
import { boundsOf, formatDuration, formatDurationInterval, threeDigits } from '../texts/format';
import type { Cell, Table } from './blocks';
import { conditionOf, isAboutTotals, type ReportContext } from './context';
import { untold } from './verdicts';
import { knowsWaiting, waitingWords } from './waiting';

/** What stands at the head of a part, by condition: with hiring on top where it is a total, CPU time, warm-up, what was flagged. */
export function totalsTable(context: ReportContext, part: PartSummary): Table {
  const { names } = context;
  const say = (key: string): string => names.text(`results.totals.${key}`);
  const adds = isAboutTotals(context, part.part);
  const hiresIn = (id: string): boolean => conditionOf(context, id)?.seats.some((seat) => seat.hired) ?? false;
  // Where nobody is hired there is nothing to say about hiring.
  const hiresAny = part.conditions.some(({ condition }) => hiresIn(condition));
  const labelOf = (key: string): string => (key === 'waited' ? names.text('results.slowness.waited') : say(key));
  const columns = [
    'hired',
    ...(adds && hiresAny ? ['withHiring'] : []),
    'cpu',
    ...(knowsWaiting(part) ? ['waited'] : []),
    'warmUp',
    'flagged',
    'n',
    ...(adds && hiresAny ? ['hiringN'] : []),
  ];
  return {
    caption: names.text('results.totals.table', { part: names.part(part.part) }),
    columns: [{ label: say('condition') }, ...columns.map((key) => ({ label: labelOf(key), numeric: true }))],
    rows: part.conditions.flatMap((one) => {
      // How long nothing ran is no result.
      if (adds && conditionOf(context, one.condition)?.idle) return [];
      const hires = hiresIn(one.condition);
      const withHiring = one.headlineWithHiring ? formatDurationInterval(one.headlineWithHiring) : untold;
      const cells: Readonly<Record<string, Cell>> = {
        hired: formatDurationInterval(one.headline),
        withHiring: hires ? withHiring : say('nobodyHired'),
        cpu: cpuWords(context, one.cpuSeconds),
        waited: waitingWords(one.waiting, names),
        warmUp: one.warmUpNs === undefined ? untold : formatDuration(one.warmUpNs),
        flagged: new Set([...one.outliers, ...one.slowRounds]).size,
        n: one.headline.n,
        hiringN: hires && one.headlineWithHiring ? one.headlineWithHiring.n : untold,
      };
      return [[names.condition(one.condition), ...columns.map((key) => cells[key] ?? untold)]];
    }),
  };
}

function cpuWords({ names }: ReportContext, cpu: PartSummary['conditions'][number]['cpuSeconds']): string {
  if (!cpu) return untold;
  return names.text('results.totals.cpuValue', {
    value: threeDigits(cpu.estimate),
    bounds: boundsOf(cpu, threeDigits),
  });
}
