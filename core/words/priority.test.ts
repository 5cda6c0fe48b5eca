import { describe, expect, it } from 'vitest';
import { syntheticRecord } from '../testing/synthetic-record';
import { priorityInWords } from './priority';

const record = syntheticRecord();

function words(nice: (index: number) => number | null, lowerPriority = true): string {
  const workers = record.workers.map((worker, index) => ({ ...worker, nice: nice(index) }));
  return priorityInWords({ plan: { ...record.plan, lowerPriority }, workers });
}

describe('priorityInWords', () => {
  it('says "lowered" only if every value read back says so', () => {
    expect(words(() => 5)).toBe('Workers lowered their priority; read back from every worker: nice 5.');
    expect(words((index) => (index === 0 ? 10 : 5))).toContain('nice 5, 10');
  });

  it('says when it was refused, by all or by some', () => {
    expect(words(() => 0)).toContain('as read back, none did (nice 0)');
    expect(words((index) => (index === 0 ? 5 : 0))).toContain(
      `as read back, only 1 of ${record.workers.length} did (nice 0, 5)`,
    );
  });

  it('says what could not be read back', () => {
    expect(words(() => null)).toContain('could not be read back');
    expect(words((index) => (index === 0 ? null : 5))).toContain(`from 1 of ${record.workers.length} workers nothing`);
    expect(priorityInWords({ plan: record.plan, workers: [] })).toContain('could not be read back');
  });

  it('claims no change where none was planned', () => {
    expect(words(() => 0, false)).toBe('Left unchanged, as planned; read back: nice 0.');
    expect(words(() => null, false)).toBe('Left unchanged, as planned.');
  });
});
