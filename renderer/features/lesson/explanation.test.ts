import { describe, expect, it } from 'vitest';
import { catalogue } from '@core/experiments/catalogue';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { findingFor, findings, verdictKinds } from '@core/analysis/verdicts';
import type { Finding, Verdict } from '@core/analysis/verdicts';
import { experimentText } from '@core/texts/experiment-text';
import { translate } from '@core/texts/translate';
import type { ChartTexts } from '../../charts/chart-theme';
import { explanationPath, explanationValues, plainRatio } from './explanation';

const texts: ChartTexts = {
  of: (path, values) => translate(`experiments.eggs-and-toast.${path}`, values),
  glossary: (path) => translate(`glossary.${path}`),
};
const record = syntheticRecord({ rounds: 7 });
const analysis = analyse(record);

/** Every comparison of every experiment with every finding that its expectation can lead to. */
const cases = catalogue.flatMap((experiment) =>
  experiment.parts.flatMap((part) =>
    part.comparisons.flatMap(({ condition, baseline, expect: theory }) => {
      const reachable = new Set<Finding>([null, ...verdictKinds].map((kind) => findingFor(theory, kind)));
      return findings
        .filter((finding) => reachable.has(finding))
        .map((finding) => ({ experiment: experiment.id, part: part.id, condition, baseline, finding, expect: theory }));
    }),
  ),
);

/** A text as the page finds it: numbered conditions share one. */
function textOf(experiment: string, place: string): string {
  const { path, values } = experimentText(experiment, place);
  return translate(path, values);
}

describe('explanations', () => {
  it('covers every comparison and five kinds of findings', () => {
    expect(cases.length).toBeGreaterThanOrEqual(9 * 4);
    const reached = new Set(cases.map(({ finding }) => finding));
    expect(findings.filter((finding) => !reached.has(finding))).toEqual([]);
    // Only where nothing is predicted a finding is without a prediction.
    expect(cases.filter(({ finding, expect: theory }) => finding === 'measured' && theory !== 'open')).toEqual([]);
  });

  it.each(cases)(
    '$experiment, $part: has a text for $condition against $baseline, $finding',
    ({ experiment, ...place }) => {
      const text = textOf(experiment, explanationPath({ rounds: 7, ...place }));
      expect(text.length).toBeGreaterThan(40);
    },
  );

  it.each(cases.filter(({ experiment }) => experiment === eggsAndToast.id))(
    'fills every place of $part, $condition against $baseline, $finding',
    (place) => {
      const verdict = analysis.parts
        .flatMap((part) => part.verdicts)
        .find((one) => one.part === place.part && one.condition === place.condition && one.baseline === place.baseline);
      if (!verdict) throw new Error('The record has no such comparison.');
      const values = explanationValues(verdict, record, analysis, texts);
      const text = texts.of(explanationPath({ rounds: 7, ...place }), values);
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
    },
  );

  it('gives "as expected" a text of its own for every comparison', () => {
    const own = cases.filter(({ experiment, finding }) => experiment === eggsAndToast.id && finding === 'as-expected');
    const written = new Set(own.map((place) => textOf(eggsAndToast.id, explanationPath({ rounds: 7, ...place }))));
    expect(written.size).toBe(9);
  });

  it('ties an explanation to the measured numbers', () => {
    const verdict = analysis.parts[0]!.verdicts.find((one) => one.condition === 'async' && one.baseline === 'sync')!;
    const values = explanationValues(verdict, record, analysis, texts);
    expect(values).toMatchObject({ rounds: 7, eggsMs: 300, cores: 4 });
    expect(values['ratio']).toMatch(/^1\.9\dx faster \[/);
    expect(values['conditionTotal']).toMatch(/^30\d ms \[/);
    expect(values['baselineBlocked']).toMatch(/^8\d %$/);
  });

  it('says nothing about numbers that were not measured', () => {
    const verdict: Verdict = {
      part: 'doughs',
      condition: 'threads',
      baseline: 'sync',
      expect: 'faster',
      ratio: null,
      rounds: 0,
      floor: null,
      verdict: null,
      finding: 'not-measured',
    };
    const empty = analyse({ ...record, cells: [], hirings: [] });
    const text = texts.of(explanationPath(verdict), explanationValues(verdict, record, empty, texts));
    expect(text).toContain('not measured');
    expect(text).not.toMatch(/\d/);
    expect(plainRatio(null)).toBe('–');
  });
});
