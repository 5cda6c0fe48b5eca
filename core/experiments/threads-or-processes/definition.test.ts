import { describe, expect, it } from 'vitest';
import { analyse, verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { threadsOrProcesses } from './definition';

function findings(cores: number, options: SyntheticTasksOptions): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(threadsOrProcesses(cores), { ...options, cores }));
  return Object.fromEntries(verdicts.map(({ condition, baseline, finding }) => [`${condition}/${baseline}`, finding]));
}

const all = (finding: string): Record<string, string> => ({
  'threads/alone': finding,
  'processes/alone': finding,
  'processes/threads': finding,
});

/** The floor is what the two halves of the pair are apart: two per cent. */
function totals(threads: number, processes: number): SyntheticTasksOptions {
  const ms: Readonly<Record<string, number>> = {
    alone: 240,
    threads,
    'threads-again': 1.02 * threads,
    processes,
  };
  return { totalMs: (_part, condition) => ms[condition] ?? 0 };
}

describe('threads-or-processes', () => {
  it.each([2, 3, 4, 16])('has both kinds gain alike, as theory says, on %d cores', (cores) => {
    const shared = 240 / Math.min(cores, 4);
    expect(findings(cores, totals(shared, shared))).toEqual(all('as-expected'));
  });

  it('expects no gain where there is one core', () => {
    expect(findings(1, totals(240, 240))).toEqual(all('as-expected'));
    expect(findings(1, totals(120, 120))).toEqual({ ...all('opposite'), 'processes/threads': 'as-expected' });
  });

  it('sees the opposite: workers that are slower, kinds that differ in either direction', () => {
    expect(findings(2, totals(300, 330))).toEqual(all('opposite'));
    expect(findings(2, totals(330, 300))).toEqual(all('opposite'));
  });

  it('keeps wages apart: they change no verdict, and each kind that is hired has its own', () => {
    const record = syntheticTasksRecord(threadsOrProcesses(2), totals(120, 120));
    const dear = {
      ...record,
      hirings: record.hirings.map((one) =>
        one.condition === 'processes' ? { ...one, readyNs: one.requestedNs + 9e9 } : one,
      ),
    };
    expect(verdictsOf(dear)).toEqual(verdictsOf(record));
    const { wages } = analyse(dear);
    expect(wages.map(({ condition, hiredWorkers }) => `${condition} ${hiredWorkers}`)).toEqual([
      'threads 2',
      'threads-again 2',
      'processes 2',
    ]);
    expect(wages.find(({ condition }) => condition === 'processes')?.hiring.estimate).toBeCloseTo(9e9, -3);
    expect(wages.find(({ condition }) => condition === 'threads')?.hiring.estimate).toBeLessThan(9e9);
  });

  it.each([1, 2, 3, 4, 64])('hires as many processes as threads, with six tasks for each, on %d cores', (cores) => {
    const { conditions, parts } = threadsOrProcesses(cores);
    const seats = (id: string) => conditions.find((condition) => condition.id === id)?.seats ?? [];
    expect(seats('threads')).toHaveLength(Math.max(2, Math.min(cores, 4)));
    expect(seats('processes')).toHaveLength(seats('threads').length);
    expect(seats('threads').every(({ kind, hired }) => kind === 'thread' && hired)).toBe(true);
    expect(seats('processes').every(({ kind, hired }) => kind === 'process' && hired)).toBe(true);
    expect(parts[0]?.work?.tasks).toBe(6 * seats('threads').length);
  });
});
