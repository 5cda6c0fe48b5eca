import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { asyncIsNotParallel } from './definition';

/** What an invented machine says about the sentences on one thread and several cores. */
function judged(offered: number, cores: Readonly<Record<string, number>>, quotaCores?: number) {
  const record = syntheticTasksRecord(asyncIsNotParallel(offered, { quotaCores }), {
    cores: offered,
    totalMs: (_part, condition) => (condition === 'threads' ? 160 / Math.min(offered, 4) : 160),
    shape: (cell) => {
      const used = cores[cell.condition] ?? 1;
      // A few per cent between two rounds.
      const cpuNs = Math.round((cell.endNs - cell.startNs) * used * (1 + (cell.round % 3) / 100));
      return { ...cell, process: { cpuNs } };
    },
  });
  const { claims } = judgeClaims([claimSourceOf(record, analyse(record))], machineOf(record.environment));
  const of = (number: number) => claims.find((one) => one.number === number);
  return {
    verdict: (number: number) => of(number)?.verdict,
    outcomes: (number: number) => of(number)?.evidence.map(({ outcome }) => outcome),
  };
}

describe('one thread, and the cores of the machine', () => {
  it.each([
    [2, 1.9],
    [64, 3.8],
  ])('on %d cores: not several, though threads of the same program use %d', (offered, threads) => {
    const { verdict } = judged(offered, { together: 1.02, threads });
    // There is no GIL here, so it cannot be the reason.
    expect([16, 18].map(verdict)).toEqual(['not-supported', 'not-supported']);
  });

  it('would support "because of the GIL" if one thread used several cores without one', () => {
    expect([16, 18].map(judged(4, { together: 2.2, threads: 3.8 }).verdict)).toEqual(['supported', 'supported']);
  });

  it('says nothing where threads did not find several cores either: other programs had them', () => {
    const { verdict, outcomes } = judged(2, { together: 0.3, threads: 0.3 });
    expect([16, 18].map(verdict)).toEqual(['not-yet-tested', 'not-yet-tested']);
    expect(outcomes(18)).toEqual(['not-judged']);
  });

  it('says nothing on one core, or where a quota leaves less than two', () => {
    expect(judged(1, { together: 1, threads: 1 }).outcomes(18)).toEqual(['too-few-cores']);
    expect(judged(2, { together: 1, threads: 1.6 }, 1.5).outcomes(18)).toEqual(['not-judged']);
  });
});
