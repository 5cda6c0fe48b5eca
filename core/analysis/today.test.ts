import { describe, expect, it } from 'vitest';
import { blockedIsNotBusy } from '../experiments/blocked-is-not-busy/definition';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { todaysRules } from '../rules/registry';
import { syntheticRecord } from '../testing/synthetic-record';
import { analyse } from './analysis';
import { judgementToday } from './today';

const record = syntheticRecord({ rounds: 9 });
const own = analyse(record);
const today = judgementToday(record);

/** The definition with another expectation of every comparison. */
function expecting(definition: ExperimentDefinition, expect: 'open' | 'faster'): ExperimentDefinition {
  const parts = definition.parts.map((part) => ({
    ...part,
    comparisons: part.comparisons.map((comparison) => ({ ...comparison, expect })),
  }));
  return { ...definition, parts };
}

describe('what today would say', () => {
  it('is nothing where definition and rules are the same', () => {
    expect(own.today).toBeUndefined();
    expect(analyse(record, { definition: structuredClone(record.definition), rules: { ...todaysRules } }).today).toBe(
      undefined,
    );
    expect(analyse(record, { ...today, definition: undefined }).today).toBeUndefined();
  });

  it('stands beside the verdicts of the record, which a changed definition leaves untouched', () => {
    const definition = expecting(record.definition, 'open');
    const { today: other, ...rest } = analyse(record, { ...today, definition });
    expect(rest).toEqual(own);
    expect(other?.levels).toEqual([]);
    expect(other?.verdicts.length).toBeGreaterThan(0);
    for (const verdict of other?.verdicts ?? []) expect(verdict).toMatchObject({ expect: 'open' });
  });

  it('names a verdict that other rules would give', () => {
    const rules = { ...todaysRules, name: '2026-1', minimumRounds: 10 };
    const { today: other, ...rest } = analyse(record, { ...today, rules });
    expect(rest).toEqual(own);
    expect(other?.verdicts.every(({ verdict }) => verdict === 'undecided')).toBe(true);
    const decided = own.parts.flatMap(({ verdicts }) => verdicts).filter(({ verdict }) => verdict !== 'undecided');
    expect(other?.verdicts).toHaveLength(decided.length);
  });

  it('is by the rules that a record holds, not by those of new runs', () => {
    const strict = analyse({ ...record, rules: { ...record.rules, minimumRounds: 10 } });
    for (const { verdict } of strict.parts.flatMap(({ verdicts }) => verdicts)) expect(verdict).toBe('undecided');
    expect(strict.method.minimumRounds).toBe(10);
    expect(strict.warnings).toContainEqual({ code: 'few-rounds', values: { rounds: 9, minimum: 10 } });
    expect(strict.today?.verdicts.length).toBeGreaterThan(0);
    const wide = analyse({
      ...record,
      rules: { ...record.rules, interval: { ...record.rules.interval, confidence: 0.5 } },
    });
    expect(wide.parts[0]?.conditions[0]?.headline).not.toEqual(own.parts[0]?.conditions[0]?.headline);
  });

  it('asks nothing that the record was not asked', () => {
    const { today: other } = analyse(record, { ...today, definition: blockedIsNotBusy });
    expect(other).toBeUndefined();
  });
});
