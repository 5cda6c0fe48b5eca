import { describe, expect, it } from 'vitest';
import { findingFor, type Verdict } from '../analysis/verdicts';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { contextOf } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { verdictMark, verdictSentence, verdictsTable } from './verdicts';

const { names, analysis } = contextOf(syntheticRecord({ rounds: 7 }));
const part = analysis.parts[0]!;

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
  return verdictSentence(verdict, names).replaceAll('\u00a0', ' ');
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

  it('claims no interval for one round', () => {
    const ratio = { estimate: 0.5, low: 0.5, high: 0.5 };
    expect(sentence({ ratio, rounds: 1, verdict: 'undecided' })).toContain(
      'too few rounds, 1 round of at least 7 (time ratio 0.500 (no interval))',
    );
  });

  it('says a margin that was declared, and what to do where the run was too noisy', () => {
    const ratio = { estimate: 1.02, low: 1.01, high: 1.03 };
    expect(sentence({ ratio, verdict: 'no-difference', margin: 1.05, floor: 1.01 })).toContain(
      'no difference beyond 5 % ',
    );
    expect(sentence({ ratio, verdict: 'no-difference', margin: 1.05, floor: 1.08 })).toContain(
      'no difference this run can show',
    );
    const noisy = sentence({ ratio, verdict: 'too-noisy', floor: 1.4 });
    expect(noisy).toContain('too noisy to tell (time ratio 1.02 [1.01, 1.03], but equal work differed by up to 1.40x');
    expect(noisy).toContain('Close other programs and run again.');
  });

  it('says why nothing is judged', () => {
    const ratio = { estimate: 2, low: 1.9, high: 2.1 };
    expect(sentence({ ratio, verdict: null, finding: 'not-judged' })).toContain('not judged, because something else');
    expect(sentence({ ratio: null, verdict: null, finding: 'not-resolved' })).toContain(
      "not resolved by this system's clock",
    );
  });

  it('says when nothing was measured', () => {
    expect(sentence({ ratio: null, verdict: null, finding: 'not-measured' })).toBe(
      'Hired threads against sync: not measured.',
    );
  });
});

describe('verdictMark', () => {
  it('says how a verdict stands against theory, or, where nothing was predicted, the verdict alone', () => {
    const verdict = part.verdicts[0]!;
    expect(verdictMark({ ...verdict, finding: 'opposite' }, names)).toEqual({
      tone: 'warn',
      words: 'not as theory predicts',
    });
    for (const kind of ['faster', 'slower', 'no-difference', 'undecided', null] as const) {
      const mark = verdictMark({ ...verdict, expect: 'open', verdict: kind, finding: findingFor('open', kind) }, names);
      expect(mark.tone).toBe('neutral');
      expect(mark.words).not.toMatch(/theory|predict/);
    }
  });
});

describe('verdictsTable', () => {
  it('lists every comparison of a part with ratio, floor and n', () => {
    const table = verdictsTable(part, names);
    expect(table.rows).toHaveLength(eggsAndToast.parts[0]!.comparisons.length);
    expect(table.rows[0]?.[1]).toMatch(/^0\.5\d+ \[/);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('leaves the columns of theory out where nothing was predicted', () => {
    const open = { ...part, verdicts: part.verdicts.map((verdict) => ({ ...verdict, expect: 'open' as const })) };
    const labels = (of: typeof part): string[] => verdictsTable(of, names).columns.map(({ label }) => label);
    expect(labels(part)).toContain('Theory says');
    expect(labels(open)).not.toContain('Theory says');
    const table = verdictsTable(open, names);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});
