import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import { syntheticRecord } from '../testing/synthetic-record';
import { formatDurationInterval } from '../texts/format';
import { explanationOf } from './explanation';

function explained(record: ReturnType<typeof syntheticRecord>) {
  const analysis = analyse(record);
  return analysis.parts
    .flatMap((part) => part.verdicts)
    .map((verdict) => ({ verdict, text: explanationOf(record, analysis, verdict) }));
}

describe('explanationOf', () => {
  it.each([
    ['as-expected', { rounds: 9 }],
    ['opposite', { scale: { threads: 4, 'doughs/async': 0.6, 'first-course/async': 4 } }],
    ['no-difference', { cores: 1 }],
    ['undecided', { rounds: 3 }],
  ] as const)('has a complete text for every comparison: %s', (finding, options) => {
    const found = explained(syntheticRecord(options));
    expect(found.map(({ verdict }) => verdict.finding)).toContain(finding);
    for (const { verdict, text } of found) {
      expect(text, `${verdict.condition} ${verdict.baseline} ${verdict.finding}`).toBeTypeOf('string');
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('has a text where nothing was measured', () => {
    for (const { verdict, text } of explained({ ...syntheticRecord(), cells: [] })) {
      expect(verdict.finding).toBe('not-measured');
      expect(text).toBeTypeOf('string');
    }
  });

  it('is filled with the numbers of the run', () => {
    const record = syntheticRecord();
    const first = explained(record)[0];
    const sync = analyse(record).parts[0]?.conditions.find((one) => one.condition === 'sync');
    if (!sync) throw new Error('no sync');
    expect(first?.text).toContain(formatDurationInterval(sync.total));
  });

  it('gives hiring its interval and its own n', () => {
    const found = explained(syntheticRecord({ rounds: 9 })).find(({ text }) => text?.includes('Hiring took'));
    expect(found?.text).toMatch(/Hiring took [\d.]+ ms \[[\d.]+, [\d.]+\] \(n\u00a0=\u00a03 hirings\)/);
  });

  it('claims neither a second core where there is one, nor that a wait is what takes longest', () => {
    const oneCore = explained(syntheticRecord({ cores: 1, scale: { 'doughs/threads': 0.5, 'doughs/processes': 0.5 } }));
    const faster = oneCore.filter(({ verdict }) => verdict.part === 'doughs' && verdict.verdict === 'faster');
    expect(faster.length).toBeGreaterThanOrEqual(2);
    for (const { text } of faster) expect(text).not.toMatch(/the second core/);
    const cleaning = explained(syntheticRecord({ parameters: { cleaningMs: 900 } }));
    for (const { text } of cleaning) expect(text).not.toMatch(/longest wait/);
  });

  it('is left out rather than shown with an open place', () => {
    const record = { ...syntheticRecord(), hirings: [] };
    const analysis = analyse(record);
    const verdict = analysis.parts[1]?.verdicts.find((one) => one.condition === 'threads');
    if (!verdict) throw new Error('no verdict');
    expect(explanationOf(record, analysis, verdict)).toBeUndefined();
    expect(explanationOf(record, analysis, { ...verdict, condition: 'pipelined' })).toBeUndefined();
  });
});
