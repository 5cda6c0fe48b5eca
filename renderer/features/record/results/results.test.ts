import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { findingFor } from '@core/analysis/verdicts';
import type { Verdict } from '@core/analysis/verdicts';
import { machineInWords } from '@core/figures/looks';
import { markOf, verdictSentence } from './verdict-words';
import { verdictsTable } from './verdicts-table';
import { wagesTable } from './wages-table';
import { warningValues } from './warning-words';
import { chartContext } from '../../../testing/chart-context';

const context = chartContext(eggsAndToast);
const record = syntheticRecord({ rounds: 7 });
const analysis = analyse(record);

function sentence(change: Partial<Verdict>): string {
  const verdict: Verdict = {
    part: 'doughs',
    condition: 'threads',
    baseline: 'sync',
    expect: 'faster',
    ratio: { estimate: 0.5, low: 0.4, high: 0.625 },
    rounds: 7,
    floor: 1.02,
    verdict: 'faster',
    finding: 'as-expected',
    ...change,
  };
  return verdictSentence(verdict, context.texts).replaceAll('\u00a0', ' ');
}

describe('verdictSentence', () => {
  it('turns a time ratio below one into "faster" with swapped bounds', () => {
    expect(sentence({})).toBe('Hired threads: 2.00x faster than sync [1.60, 2.50], n = 7 rounds.');
  });

  it('keeps a time ratio above one as "slower"', () => {
    const ratio = { estimate: 1.5, low: 1.4, high: 1.6 };
    expect(sentence({ ratio, verdict: 'slower' })).toBe(
      'Hired threads: 1.50x slower than sync [1.40, 1.60], n = 7 rounds.',
    );
  });

  it('claims no direction for "no difference" and "undecided"', () => {
    const ratio = { estimate: 0.998, low: 0.99, high: 1.01 };
    for (const verdict of ['no-difference', 'undecided'] as const) {
      const text = sentence({ ratio, verdict });
      expect(text).not.toMatch(/faster|slower/);
      expect(text).toContain('time ratio 0.998 [0.990, 1.01], noise floor 1.02x, n = 7 rounds');
    }
  });

  it('says when nothing was measured', () => {
    expect(sentence({ ratio: null, verdict: null, finding: 'not-measured' })).toBe(
      'Hired threads against sync: not measured.',
    );
  });
});

describe('tables', () => {
  it('lists every comparison of a part with ratio, floor and n', () => {
    const table = verdictsTable(analysis.parts[0]!, context.texts);
    expect(table.rows).toHaveLength(eggsAndToast.parts[0]!.comparisons.length);
    expect(table.rows[0]?.[1]).toMatch(/^0\.5\d+ \[/);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('lists the wages of the two conditions that hire, with units, interval and n', () => {
    const table = wagesTable(context, analysis);
    expect(table.columns.slice(1)).toEqual(['Hired cooks, threads', 'Hired cooks, processes']);
    expect(table.rows.every((row) => row.length === 3)).toBe(true);
    expect(table.rows[1]?.[2]).toMatch(/^\d+(\.\d)? ms \[.+\], n\u00a0=\u00a03$/);
    expect(table.rows[2]?.[1]).toMatch(/MB \[.+\], n\u00a0=\u00a03$/);
    expect(table.rows[3]?.[1]).toMatch(/µs \[.+\], n\u00a0=\u00a050$/);
    expect(table.rows[4]?.[1]).toBe('none');
    expect(table.rows[4]?.[2]).toMatch(/µs \[.+\], n\u00a0=\u00a050$/);
  });

  it('says what the machine does not tell', () => {
    const wages = analysis.wages.map((one) => ({ ...one, memoryPerWorkerBytes: undefined, roundTrip: undefined }));
    const table = wagesTable(context, { ...analysis, wages, parts: [] });
    expect(table.rows[2]?.slice(1)).toEqual(['not told', 'not told']);
    expect(table.rows).toHaveLength(5);
  });
});

describe('markOf', () => {
  it('says how a verdict stands against theory, or, where nothing was predicted, the verdict alone', () => {
    const verdict = analysis.parts[0]!.verdicts[0]!;
    expect(markOf({ ...verdict, finding: 'opposite' }, context.texts)).toEqual({
      tone: 'warn',
      words: 'not as theory predicts',
    });
    for (const kind of ['faster', 'slower', 'no-difference', 'undecided', null] as const) {
      const mark = markOf(
        { ...verdict, expect: 'open', verdict: kind, finding: findingFor('open', kind) },
        context.texts,
      );
      expect(mark.tone).toBe('neutral');
      expect(mark.words).not.toMatch(/theory|predict/);
    }
  });

  it('leaves the column of theory out where nothing was predicted', () => {
    const part = analysis.parts[0]!;
    const open = { ...part, verdicts: part.verdicts.map((verdict) => ({ ...verdict, expect: 'open' as const })) };
    expect(verdictsTable(part, context.texts).columns).toContain('Theory says');
    const table = verdictsTable(open, context.texts);
    expect(table.columns).not.toContain('Theory says');
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('words', () => {
  it('names conditions, parts and tasks of a warning', () => {
    const warning = { code: 'drift', values: { condition: 'async', part: 'doughs', task: 'eggs', percent: 4 } };
    expect(warningValues(warning, context.texts)).toEqual({
      condition: 'One cook, async',
      part: 'Second course',
      task: 'Eggs',
      percent: 4,
    });
  });

  it('names the machine', () => {
    expect(machineInWords({ record, names: context.names })).toBe('Synthetic CPU, 4 cores offered');
  });
});
