import type { PartSummary } from '@core/analysis/types';
import { threeDigits } from '@core/texts/format';
import type { ValueTable } from '@core/figures/value-table';
import type { ChartTexts } from '../../../charts/chart-theme';
import { plainRatio } from '../../lesson/explanation';

/** Every comparison of a part with its ratio, noise floor, verdict and, where it says anything, what theory says. */
export function verdictsTable(part: PartSummary, { of }: ChartTexts): ValueTable {
  const names = ['compared', 'ratio', 'floor', 'n', 'verdict'] as const;
  const isOpen = part.verdicts.every(({ expect }) => expect === 'open');
  return {
    columns: [...names, ...(isOpen ? [] : ['expect'])].map((name) => of(`results.verdicts.${name}`)),
    rows: part.verdicts.map((verdict) => [
      of('lesson.explain.compared', {
        subject: of(`condition.${verdict.condition}.subject`),
        baseline: of(`condition.${verdict.baseline}.short`),
      }),
      plainRatio(verdict.ratio),
      verdict.floor === null ? '–' : `${threeDigits(verdict.floor)}x`,
      verdict.rounds,
      of(`results.verdicts.word.${verdict.verdict ?? 'not-measured'}`),
      ...(isOpen ? [] : [of(`results.verdicts.theory.${verdict.expect}`)]),
    ]),
  };
}
