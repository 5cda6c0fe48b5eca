import { describe, expect, it } from 'vitest';
import type { ClaimSource, JudgedClaim } from './claim-types';
import { judgeByRecord, judgeClaims, verdictOf } from './judge-claims';
import { ledger } from './ledger';
import { syntheticMachine, syntheticSource } from '../testing/synthetic-sources';

const firstCourse = 'first-course/async/sync';

/** Experiments with a part in what follows, or that are still to come. Others may join the ledger without changing it. */
const curriculum = [
  ...['eggs-and-toast', 'waiting-for-io', 'hidden-helpers', 'async-is-not-parallel', 'freeze-the-window'],
  ...['blocked-is-not-busy', 'sharing-the-loop', 'many-cooks', 'threads-or-processes', 'four-scenarios'],
  ...['lost-updates', 'shared-stove', 'python-gil', 'thousand-waits'],
];
const statements = ledger.map((statement) => ({
  ...statement,
  testedBy: statement.testedBy.filter((id) => curriculum.includes(id)),
  rules: statement.rules.filter(({ experiment }) => curriculum.includes(experiment)),
}));

function claim(number: number, ...sources: readonly ClaimSource[]): JudgedClaim {
  const found = judgeClaims(sources, syntheticMachine, statements).claims.find((one) => one.number === number);
  if (!found) throw new Error(`There is no statement ${number}.`);
  return found;
}

describe('judgeClaims', () => {
  it('has nothing tested without records, and names every experiment that is missing', () => {
    const { claims, leftOut } = judgeClaims([], syntheticMachine, statements);
    expect(claims.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(new Set(['not-yet-tested']));
    expect(claims.every(({ missing }) => missing.length > 0)).toBe(true);
    expect(claims[0]?.missing).toEqual([
      { experiment: 'eggs-and-toast', reason: 'not-run' },
      { experiment: 'waiting-for-io', reason: 'not-run' },
    ]);
    expect(leftOut).toEqual({ otherMachines: 0, notCompleted: 0, contradictory: 0 });
  });

  it('supports a statement whose tests all speak for it, with ratio, n and record', () => {
    const judged = claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'faster' }));
    expect(judged).toMatchObject({ verdict: 'supported', missing: [] });
    expect(judged.evidence).toMatchObject([
      {
        outcome: 'supports',
        found: { ratio: { estimate: 0.5, low: 0.45, high: 0.55 }, rounds: 9 },
        run: { id: '20260102T030405Z-00000007', startedAt: '2026-01-02T03:04:05.000Z' },
      },
    ]);
  });

  it('does not support a statement whose tests all speak against it', () => {
    expect(claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'no-difference' })).verdict).toBe(
      'not-supported',
    );
    expect(claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'slower' })).verdict).toBe('not-supported');
  });

  it('supports with conditions where some tests speak for it and some against', () => {
    const judged = claim(
      5,
      syntheticSource('waiting-for-io', {
        'requests/in-flight-16/in-flight-1': 'faster',
        'files/in-flight-16/in-flight-1': 'no-difference',
        'queries/in-flight-16/in-flight-1': 'undecided',
      }),
    );
    expect(judged.verdict).toBe('supported-with-conditions');
    expect(judged.evidence.map(({ outcome }) => outcome)).toEqual(['supports', 'contradicts', 'undecided']);
    expect(judged.missing).toEqual([{ experiment: 'hidden-helpers', reason: 'not-run' }]);
  });

  it('is undecided where the tests are, and not tested where nothing was measured', () => {
    expect(claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'undecided' })).verdict).toBe('undecided');
    const unmeasured = claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: null }));
    expect(unmeasured).toMatchObject({ verdict: 'not-yet-tested', evidence: [{ outcome: 'not-measured' }] });
    // A preset may leave a comparison out altogether.
    const absent = claim(2, syntheticSource('eggs-and-toast'));
    expect(absent).toMatchObject({ verdict: 'not-yet-tested', evidence: [{ outcome: 'not-measured', found: null }] });
  });

  it('judges the statement, not theory: as theory predicts can be evidence against it', () => {
    const judged = claim(
      7,
      syntheticSource('async-is-not-parallel', { 'computing/together/loop': 'no-difference' }),
      syntheticSource('four-scenarios', { 'computing/one-thread-async/one-thread-sync': 'no-difference' }),
      syntheticSource('hidden-helpers', { 'hashing/pool-4/pool-1': 'faster' }),
    );
    expect(judged.verdict).toBe('not-supported');
    expect(judged.evidence.map(({ outcome }) => outcome)).toEqual(['contradicts', 'contradicts', 'context']);
  });

  it('takes a run that was too noisy as evidence for neither side', () => {
    const noisy = claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'too-noisy' }));
    expect(noisy).toMatchObject({ verdict: 'undecided', evidence: [{ outcome: 'too-noisy' }] });
  });

  it('takes a run that is not judged as no evidence at all', () => {
    const source = syntheticSource(
      'freeze-the-window',
      {},
      {
        levels: ['thread', 'process'].map((condition) => ({
          part: 'blocking',
          condition,
          measure: 'frame-gap',
          threshold: 1e8,
          value: { estimate: 3e8, low: 2e8, high: 4e8 },
          rounds: 7,
          verdict: null,
          finding: 'not-judged',
        })),
      },
    );
    const judged = claim(6, source);
    expect(judged.verdict).toBe('not-yet-tested');
    expect(judged.evidence.map(({ outcome }) => outcome)).toEqual(['not-judged', 'not-judged']);
  });

  it.each([4, 7, 11])('judges statement %d by no comparison of a free thread with a pinned one', (number) => {
    const pinned = syntheticSource(
      'four-scenarios',
      {
        'computing/one-thread-async/one-core-sync': 'faster',
        'computing/one-thread-sync/one-core-sync': 'faster',
        'requests/one-thread-async/one-core-sync': 'faster',
      },
      { pinned: ['one-core-sync'] },
    );
    const { verdict, evidence } = claim(number, pinned);
    expect(verdict).toBe('not-yet-tested');
    for (const { outcome } of evidence) expect(['not-measured', 'context']).toContain(outcome);
    const free = syntheticSource('four-scenarios', {
      'computing/one-thread-async/one-thread-sync': 'no-difference',
      'requests/one-thread-async/one-thread-sync': 'faster',
    });
    expect(claim(number, free).verdict).toBe(number === 7 ? 'not-supported' : 'supported');
  });

  it('counts no record of another machine, and says how many there are', () => {
    const faster = { [firstCourse]: 'faster' } as const;
    for (const difference of [{ cpuModel: 'Other CPU' }, { logicalCores: 8 }, { memoryBytes: 16e9 }]) {
      const other = syntheticSource('eggs-and-toast', faster, { machine: { ...syntheticMachine, ...difference } });
      const { claims, leftOut } = judgeClaims([other], syntheticMachine);
      expect(claims[1]?.verdict).toBe('not-yet-tested');
      expect(leftOut).toEqual({ otherMachines: 1, notCompleted: 0, contradictory: 0 });
    }
    const sameAfterUpdate = { ...syntheticMachine, memoryBytes: 8_010_000_000 };
    const same = syntheticSource('eggs-and-toast', faster, { machine: sameAfterUpdate });
    expect(claim(2, same).verdict).toBe('supported');
  });

  it('counts no run that did not complete, however new, and the latest of the others', () => {
    const at = (day: number, verdict: 'faster' | 'slower', isCompleted = true) =>
      syntheticSource(
        'eggs-and-toast',
        { [firstCourse]: verdict },
        { id: `2026010${day}T000000Z-00000000`, startedAt: `2026-01-0${day}T00:00:00.000Z`, isCompleted },
      );
    const sources = [at(2, 'faster'), at(1, 'slower'), at(3, 'slower', false)];
    expect(claim(2, ...sources)).toMatchObject({
      verdict: 'supported',
      evidence: [{ run: { id: '20260102T000000Z-00000000' } }],
    });
    expect(judgeClaims(sources, syntheticMachine).leftOut).toEqual({
      otherMachines: 0,
      notCompleted: 1,
      contradictory: 0,
    });
  });

  it('does not count what a record cannot speak about: one core, or cores that were not pinned', () => {
    const oneCore = { ...syntheticMachine, availableParallelism: 1 };
    const alone = syntheticSource('many-cooks', {}, { machine: oneCore, cores: 1 });
    const judged = judgeClaims([alone], oneCore).claims[11];
    expect(judged).toMatchObject({ verdict: 'not-yet-tested', evidence: [{ outcome: 'too-few-cores' }] });

    const verdicts = {
      'computing/one-core-async/one-core-sync': 'no-difference',
      'requests/one-core-async/one-core-sync': 'faster',
    } as const;
    const loose = claim(10, syntheticSource('four-scenarios', verdicts));
    expect(loose.verdict).toBe('not-yet-tested');
    expect(loose.evidence.map(({ outcome }) => outcome)).toEqual(['not-pinned', 'not-pinned']);
    const pinned = { pinned: ['one-core-sync', 'one-core-async'] };
    expect(
      claim(10, syntheticSource('four-scenarios', verdicts, pinned)).evidence.map(({ outcome }) => outcome),
    ).toEqual(['supports', 'supports']);
  });

  it('does not call a statement supported as long as a part of it is untested', () => {
    const threads = syntheticSource('many-cooks', { 'computing/threads-4/threads-1': 'faster' });
    expect(claim(12, threads)).toMatchObject({ verdict: 'supported-with-conditions', isPartlyOpen: true });
    const against = syntheticSource('many-cooks', { 'computing/threads-4/threads-1': 'slower' });
    expect(claim(12, against)).toMatchObject({ verdict: 'not-supported', isPartlyOpen: true });
    expect(claim(2, syntheticSource('eggs-and-toast', { [firstCourse]: 'faster' })).isPartlyOpen).toBe(false);
  });

  it('reads the condition that depends on the number of cores', () => {
    const source = syntheticSource('many-cooks', { 'computing/threads-4/threads-1': 'faster' });
    expect(claim(12, source).evidence[0]).toMatchObject({ outcome: 'supports', rule: { condition: 'threads-4' } });
  });

  it('reads levels, and is patient with records that have none', () => {
    const level = { part: 'wages', condition: 'threads', threshold: 1e6, rounds: 10 } as const;
    const value = { estimate: 3e7, low: 2.9e7, high: 3.1e7 };
    const paid = syntheticSource(
      'threads-or-processes',
      {},
      { levels: [{ ...level, measure: 'hiring', value, verdict: 'above' }] },
    );
    expect(claim(3, paid).evidence.map(({ outcome }) => outcome)).toEqual([
      'supports',
      'not-measured',
      'not-measured',
      'not-measured',
    ]);
    const free = { ...paid, levels: paid.levels.map((one) => ({ ...one, verdict: 'below' as const })) };
    expect(claim(3, free).verdict).toBe('not-supported');
  });
});

describe('verdictOf', () => {
  it.each([
    [[], 'not-yet-tested'],
    [['not-measured', 'too-few-cores', 'not-pinned', 'context'], 'not-yet-tested'],
    [['undecided', 'not-measured'], 'undecided'],
    [['supports', 'undecided', 'undecided'], 'undecided'],
    [['supports', 'undecided'], 'supported'],
    [['contradicts', 'context'], 'not-supported'],
    [['supports', 'contradicts', 'undecided'], 'supported-with-conditions'],
  ] as const)('combines %j to %s', (outcomes, verdict) => {
    expect(verdictOf(outcomes)).toBe(verdict);
  });
});

describe('judgeByRecord', () => {
  it('judges the statements that the record is about, by it alone', () => {
    const judged = judgeByRecord(syntheticSource('eggs-and-toast', { [firstCourse]: 'faster' }));
    expect(judged.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(judged[0]).toMatchObject({ verdict: 'supported', missing: [] });
    expect(judgeByRecord(syntheticSource('noise-floor'))).toEqual([]);
  });
});
