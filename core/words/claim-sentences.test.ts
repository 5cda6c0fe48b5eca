import { describe, expect, it } from 'vitest';
import type { ClaimSource, JudgedClaim } from '../claims/claim-types';
import { judgeClaims } from '../claims/judge-claims';
import { ledger } from '../claims/ledger';
import { syntheticMachine, syntheticSource } from '../testing/synthetic-sources';
import type { VerdictKind } from '../analysis/verdicts';
import {
  claimReason,
  evidenceSentence,
  missingSentence,
  placeOf,
  statementText,
  testSentence,
} from './claim-sentences';

function claim(number: number, ...sources: readonly ClaimSource[]): JudgedClaim {
  const found = judgeClaims(sources, syntheticMachine).claims.find((one) => one.number === number);
  if (!found) throw new Error(`There is no statement ${number}.`);
  return found;
}

const eggs = (verdict: 'faster' | 'slower' | 'no-difference' | 'undecided' | null) =>
  claim(2, syntheticSource('eggs-and-toast', { 'first-course/async/sync': verdict }));

describe('the words of a judged claim', () => {
  it('exist for every statement', () => {
    for (const { number } of ledger) {
      for (const key of ['short', 'words', 'theory'] as const) {
        expect(statementText(number, key)).toMatch(/\.$/);
      }
    }
  });

  it('give ratio, interval and n, and turn the ratio with its bounds', () => {
    expect(claimReason(eggs('faster')).replaceAll('\u00a0', ' ')).toBe(
      'The one test made here speaks for it. Async: 2.00x faster than sync [1.82, 2.22], n = 9 rounds.',
    );
    expect(claimReason(eggs('slower'))).toMatch(/speaks against it\. .*2\.00x slower .*\[1\.90, 2\.10\]/);
    expect(claimReason(eggs('no-difference'))).toMatch(/no difference this run can show \(time ratio 1\.00 \[0\.995/);
  });

  it.each([
    [['faster', 'faster'], /^Both tests made here speak for it\. 16 in flight: /],
    [['slower', 'slower'], /^Both tests made here speak against it\. 16 in flight: /],
    [['faster', 'faster', 'faster'], /^All 3 tests made here speak for it\. /],
    [['slower', 'slower', 'no-difference'], /^All 3 tests made here speak against it\. /],
    [['faster', 'undecided'], /^Tests made here: 1 for it, 1 undecided\. For it: /],
  ] as const)('count %j', (verdicts, words) => {
    const parts = ['requests', 'files', 'queries'];
    const places: Record<string, VerdictKind> = {};
    verdicts.forEach((verdict, index) => {
      places[`${parts[index] ?? ''}/in-flight-16/in-flight-1`] = verdict;
    });
    expect(claimReason(claim(5, syntheticSource('waiting-for-io', places)))).toMatch(words);
  });

  it('name the part that is not tested', () => {
    const threads = syntheticSource('many-cooks', { 'computing/threads-4/threads-1': 'faster' });
    expect(claimReason(claim(12, threads))).toContain('Not tested yet: what the GIL limits.');
  });

  it('claim nothing where nothing was decided', () => {
    expect(claimReason(eggs('undecided'))).toBe('Tests made here: 1 undecided. More rounds are needed.');
    expect(claimReason(eggs(null))).toBe('What was run here says nothing about it.');
    expect(claimReason(claim(2))).toBe('Not tested on this machine yet.');
    expect(claimReason({ ...claim(8), missing: [{ experiment: 'lost-updates', reason: 'not-in-version' }] })).toBe(
      'No experiment of this version tests it yet.',
    );
  });

  it('give a sentence of each side where they differ', () => {
    const reason = claimReason(
      claim(
        5,
        syntheticSource('waiting-for-io', {
          'requests/in-flight-16/in-flight-1': 'faster',
          'files/in-flight-16/in-flight-1': 'slower',
        }),
      ),
    );
    expect(reason).toMatch(/^Tests made here: 1 for it, 1 against it\. For it: .* Against it: .*slower/);
  });

  it('say how a finding is judged, and why one is not', () => {
    const [test] = eggs('faster').evidence;
    if (!test) throw new Error('no evidence');
    expect(testSentence(test)).toBe('Speaks for it if async is faster than sync.');
    expect(placeOf(test)).toMatch(/^Eggs and toast: /);
    const [loose] = claim(10, syntheticSource('four-scenarios')).evidence;
    expect(loose && evidenceSentence(loose)).toMatch(/^This run was not verified to stay on one core/);
  });

  it('write levels with their unit', () => {
    const level = { part: 'wages', condition: 'threads', measure: 'hiring', threshold: 1e6, rounds: 10 } as const;
    const value = { estimate: 30.2e6, low: 29.1e6, high: 31e6 };
    const paid = claim(
      3,
      syntheticSource('threads-or-processes', {}, { levels: [{ ...level, value, verdict: 'above' }] }),
    );
    const [first, second] = paid.evidence;
    expect(first && evidenceSentence(first)).toMatch(
      /: the time to hire all workers is 30\.2 ms \[29\.1, 31\.0\], n.=.10\.$/,
    );
    expect(first && testSentence(first)).toBe('Speaks for it if the time to hire all workers is above 1.00 ms.');
    expect(second && evidenceSentence(second)).toMatch(/the memory of each hired worker was not measured\.$/);
  });

  it('name what is missing', () => {
    expect(missingSentence({ experiment: 'eggs-and-toast', reason: 'not-run' })).toBe(
      'Eggs and toast: not run on this machine yet.',
    );
    expect(missingSentence({ experiment: 'no-such', reason: 'not-in-version' })).toBe(
      'no-such: not in this version yet.',
    );
  });
});
