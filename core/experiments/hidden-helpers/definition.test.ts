import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { definitionFor } from '../definition-for';
import { hiddenHelpers } from './definition';

function findings(cores: number, options: SyntheticTasksOptions): Record<string, Set<string>> {
  const verdicts = verdictsOf(syntheticTasksRecord(hiddenHelpers(cores), { ...options, cores }));
  expect(verdicts).toHaveLength(5 + 5 + 3 + 3);
  const found: Record<string, Set<string>> = {};
  for (const { part, finding } of verdicts) (found[part] ??= new Set()).add(finding);
  return found;
}

/** Threads in the pool of a condition, the second of the A/A pair included. */
function poolSize(condition: string): number {
  return Number(/\d+/.exec(condition)?.[0]);
}

const isComputing = (part: string): boolean => part === 'hashing' || part === 'zipping';

describe('hidden-helpers', () => {
  it.each([1, 2, 3, 4, 8])('has computation that gains up to %d cores, and requests that gain nothing', (cores) => {
    const totalMs = (part: string, condition: string): number =>
      isComputing(part) ? 80 / Math.min(poolSize(condition), cores) : 40;
    expect(findings(cores, { totalMs })).toEqual({
      hashing: new Set(['as-expected']),
      zipping: new Set(['as-expected']),
      files: new Set(['no-difference']),
      requests: new Set(['as-expected']),
    });
  });

  it('sees the opposite: helpers in each other’s way, or requests that gain', () => {
    const slower = (part: string, condition: string): number =>
      isComputing(part) ? 80 + 10 * poolSize(condition) : 100 / poolSize(condition);
    expect(findings(8, { totalMs: slower })).toEqual({
      hashing: new Set(['opposite']),
      zipping: new Set(['opposite']),
      files: new Set(['measured']),
      requests: new Set(['opposite']),
    });
  });

  it('sees helpers gain where theory has no core for them', () => {
    const totalMs = (_part: string, condition: string): number => 100 / poolSize(condition);
    expect(findings(1, { totalMs })).toMatchObject({
      hashing: new Set(['opposite']),
      zipping: new Set(['opposite']),
    });
  });

  it('asks for all tasks at once, from one worker in a process of its own with a pool of the right size', () => {
    const { conditions, parts } = hiddenHelpers(2);
    for (const { id, seats, inFlight } of conditions) {
      expect(seats).toHaveLength(1);
      expect(seats[0]).toMatchObject({ kind: 'process', hired: false, poolSize: poolSize(id) });
      for (const { work } of parts) expect(work?.tasks).toBe(inFlight);
    }
    const quick = definitionFor({ experiment: 'hidden-helpers', preset: 'quick' });
    expect(quick?.conditions.map(({ id }) => id)).toEqual(['pool-1', 'pool-1-again', 'pool-2', 'pool-4']);
  });
});
