import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { asyncIsNotParallel } from './definition';

function findings(cores: number, options: SyntheticTasksOptions): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(asyncIsNotParallel(cores), { ...options, cores }));
  return Object.fromEntries(verdicts.map(({ condition, baseline, finding }) => [`${condition}/${baseline}`, finding]));
}

const all = (finding: string): Record<string, string> => ({
  'together/loop': finding,
  'threads/loop': finding,
  'threads/together': finding,
});

/** The floor is what the two halves of the pair are apart: two per cent. */
function totals(together: number, threads: number): SyntheticTasksOptions {
  const ms: Readonly<Record<string, number>> = { loop: 160, 'loop-again': 163.2, together, threads };
  return { totalMs: (_part, condition) => ms[condition] ?? 0 };
}

describe('async-is-not-parallel', () => {
  it.each([2, 3, 4, 16])('has threads that gain and async that does not, as theory says, on %d cores', (cores) => {
    expect(findings(cores, totals(160, 160 / Math.min(cores, 4)))).toEqual(all('as-expected'));
  });

  it('expects nothing of threads where there is one core', () => {
    expect(findings(1, totals(160, 160))).toEqual(all('as-expected'));
    expect(findings(1, totals(160, 200))).toEqual(all('as-expected'));
    expect(findings(1, totals(160, 80))).toMatchObject({ 'threads/loop': 'opposite', 'threads/together': 'opposite' });
  });

  it('sees the opposite: async that is faster or slower, threads that are slower', () => {
    expect(findings(2, totals(120, 200))).toEqual(all('opposite'));
    expect(findings(2, totals(180, 200))).toEqual(all('opposite'));
  });

  it.each([
    [1, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [64, 4],
  ])('has, on %d cores, %d threads', (cores, threads) => {
    const hired = asyncIsNotParallel(cores).conditions.find(({ id }) => id === 'threads');
    expect(hired?.seats).toHaveLength(threads);
  });

  it('starts all tasks at once under async, on the one thread that the loop has', () => {
    const { conditions, parts } = asyncIsNotParallel(8);
    const [loop, together] = ['loop', 'together'].map((id) => conditions.find((condition) => condition.id === id));
    expect(together?.seats).toEqual(loop?.seats);
    expect(together?.inFlight).toBe(parts[0]?.work?.tasks);
  });
});
