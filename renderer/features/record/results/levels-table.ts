import { levelValues } from '@core/words/level-words';
import type { PartSummary } from '@core/analysis/types';
import type { ValueTable } from '@core/figures/value-table';
import type { ChartTexts } from '../../../charts/chart-theme';

/** Every verdict of a part about one condition alone: measured value, threshold, verdict and what theory says. */
export function levelsTable(part: PartSummary, { of, glossary }: ChartTexts): ValueTable {
  const names = ['condition', 'measure', 'value', 'threshold', 'n', 'verdict', 'expect'] as const;
  return {
    columns: names.map((name) => of(`results.levels.${name}`)),
    rows: part.levels.map((level) => {
      const { value, threshold, n } = levelValues(level, '–');
      return [
        of(`condition.${level.condition}.name`),
        glossary(`measure.${level.measure}`),
        value,
        threshold,
        n,
        glossary(`level.${level.verdict ?? 'not-measured'}`),
        glossary(`level.${level.expect}`),
      ];
    }),
  };
}
