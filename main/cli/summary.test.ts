import { describe, expect, it } from 'vitest';
import { analyse } from '@core/analysis/analysis';
import type { RunRecord } from '@core/record/record';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { summaryText } from './summary';

function summaryOf(record: RunRecord): string {
  return summaryText(record, analyse(record));
}

const interval = String.raw`[\d.]+ m?s \[[\d.]+, [\d.]+\]`;

describe('summaryText of a Workbench run', () => {
  const record = syntheticWorkbenchRecord({ rounds: 7, choice: { tasks: 12 } });
  const text = summaryOf(record);

  it('has a line with total, throughput and CPU seconds for every condition, the repeat included', () => {
    for (const name of ['Sync', 'Sync (again)', 'Async, 16 in flight', '2 threads', '2 processes']) {
      const start = name.replace(/[()]/g, '\\$&');
      expect(text).toMatch(
        new RegExp(
          String.raw`^  ${start} +${interval}, n = 7 rounds; [\d.]+ tasks/s \[[\d.]+, [\d.]+\]; CPU [\d.]+ s \[[\d.]+, [\d.]+\]$`,
          'm',
        ),
      );
    }
  });

  it('compares every other condition with the first, in words, with interval and n, and predicts nothing', () => {
    expect(text).toMatch(/^ {2}2 threads: .* than sync \[[\d.]+, [\d.]+\], n = 7 rounds\.$/m);
    expect(text).not.toContain('predict');
    expect(text).not.toMatch(/(than|against|and) async/);
  });

  it('says what was done, that nothing was pinned, and why it stopped', () => {
    expect(text).toContain(
      'Workload: CPU work: Integers (hashing)\nSize of a task: 5.00 ms wanted, 12 tasks per execution',
    );
    expect(text).toContain('Pinning: not asked for');
    expect(text).toContain('Why it stopped: a fixed number of rounds: 7');
    expect(text).toMatch(/Noise floor: 1\.\d+x/);
  });

  it('tells pinning that was verified from pinning that was not, or was not possible', () => {
    const pinned = syntheticWorkbenchRecord({ choice: { pinnedCores: 1, strategies: ['sync'] } });
    const withPinning = (pinning: Partial<NonNullable<RunRecord['pinnings']>[number]>): string =>
      summaryOf({
        ...pinned,
        pinnings: [
          { condition: 'sync', cores: 1, method: 'taskset', allowed: ['0'], verified: true, threads: 9, ...pinning },
        ],
      });
    expect(withPinning({})).toContain(
      'Pinning: Every condition: 1 core asked for, set by taskset; allowed cores read back from every thread: 0 (verified)',
    );
    expect(withPinning({ allowed: ['0', '0-1'], verified: false })).toContain(
      'read back from every thread: 0; 0-1 (NOT verified)',
    );
    expect(withPinning({ allowed: null, verified: false })).toContain('not verified');
    expect(withPinning({ method: 'none', verified: false })).toContain('not pinned');
    expect(summaryOf({ ...pinned, pinnings: [] })).toContain('the run ended before it');
  });

  it.each([
    ['narrow-enough', 'after 7 rounds: every interval is narrower than 5 % (widest 3.20 %)'],
    ['maximum-reached', 'without every interval being narrower than 5 %'],
  ] as const)('says why it stopped: %s', (reason, words) => {
    const aimed = syntheticWorkbenchRecord({ choice: { targetWidth: 0.05 } });
    expect(summaryOf({ ...aimed, stop: { reason, rounds: 7, widest: 0.032 } })).toContain(words);
  });

  it('says whether hiring is part of the totals', () => {
    expect(text).toContain('total with workers already hired');
    expect(summaryOf(syntheticWorkbenchRecord({ choice: { cold: true } }))).toContain('are hired anew');
  });

  it('a run that failed before the first round has a summary too', () => {
    const failed = { status: 'failed', reason: 'worker-crashed', message: 'x' } as const;
    const empty = { ...record, cells: [], hirings: [], workers: [], loads: [], outcome: failed };
    expect(summaryOf(empty)).toContain('Why it stopped: the run did not complete: it ended in round 0 of 7');
  });
});

describe('summaryText of an experiment', () => {
  it('has totals, verdicts against the prediction of theory, wages, and nothing of the Workbench', () => {
    const text = summaryOf(syntheticRecord());
    expect(text).toMatch(new RegExp(String.raw`^  One cook, async +${interval}, n = 7 rounds$`, 'm'));
    expect(text).toMatch(/^ {2}Async: .*faster than sync .*\(as theory predicts\)$/m);
    expect(text).toMatch(/Wages, .*hiring 2 takes/);
    expect(text).not.toContain('tasks/s');
    expect(text).not.toContain('Pinning');
  });
});
