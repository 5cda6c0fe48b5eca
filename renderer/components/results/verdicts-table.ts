import type { ChartTexts } from '../../charts/chart-theme';
import type { ChartTable } from '../../charts/chart-table';
import type { Analysis } from '@core/runs/analysis-types';
import { threeDigits } from '@core/texts/format';
import { plainRatio } from '../lesson/explanation';

/** Every comparison with its ratio, noise floor, verdict and what theory says. */
export function verdictsTable(analysis: Analysis, texts: ChartTexts): ChartTable {
  const { of, glossary } = texts;
  const names = ['part', 'compared', 'ratio', 'floor', 'n', 'verdict', 'expect', 'finding'] as const;
  return {
    columns: names.map((name) => of(`results.verdicts.${name}`)),
    rows: analysis.parts.flatMap((part) =>
      part.verdicts.map((verdict) => [
        of(`part.${part.part}.name`),
        of('lesson.explain.compared', {
          condition: of(`condition.${verdict.condition}.name`),
          baseline: of(`condition.${verdict.baseline}.name`),
        }),
        plainRatio(verdict.ratio),
        verdict.floor === null ? '–' : `${threeDigits(verdict.floor)}x`,
        verdict.rounds,
        glossary(`verdict.${verdict.verdict ?? 'not-measured'}`),
        glossary(`expect.${verdict.expect}`),
        glossary(`finding.${verdict.finding}`),
      ]),
    ),
  };
}
