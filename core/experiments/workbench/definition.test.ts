import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { resolvePlan } from '../../record/plan';
import { definitionFor } from '../definition-for';
import { strategies } from '../definition-types';
import { mostConditions, mostWorkers, standardChoice, workbenchSchema } from './choice';
import type { WorkbenchChoice } from './choice';
import { workbenchDefinition } from './definition';

const everything: WorkbenchChoice = {
  ...standardChoice,
  strategies: [...strategies],
  workers: [1, 2],
  inFlight: [4, 16],
};

function plan(choice: WorkbenchChoice, rounds?: number) {
  const parameters: Record<string, number> = rounds === undefined ? {} : { rounds };
  const choices = { preset: 'quick', seed: 7, parameters, lowerPriority: true, workbench: choice } as const;
  return resolvePlan(workbenchDefinition(choice), choices);
}

describe('the definition of a Workbench choice', () => {
  it('has one condition per strategy, number of workers and tasks in flight, and the first one twice', () => {
    const { conditions, parts } = workbenchDefinition(everything);
    expect(conditions.map(({ id }) => id)).toEqual([
      'sync',
      'async-4',
      'async-16',
      'async-chunked-4',
      'async-chunked-16',
      'threads-1',
      'threads-2',
      'processes-1',
      'processes-2',
      'threads-async-1-4',
      'threads-async-1-16',
      'threads-async-2-4',
      'threads-async-2-16',
      'processes-async-1-4',
      'processes-async-1-16',
      'processes-async-2-4',
      'processes-async-2-16',
      'sync-again',
    ]);
    expect(parts[0]?.noisePair).toEqual(['sync', 'sync-again']);
    expect(parts[0]?.comparisons).toHaveLength(conditions.length - 2);
    expect(
      parts[0]?.comparisons.every(({ baseline, expect: theory }) => baseline === 'sync' && theory === 'open'),
    ).toBe(true);
    expect(conditions.find(({ id }) => id === 'processes-2')?.seats).toEqual([
      { id: 'worker-1', kind: 'process', hired: true },
      { id: 'worker-2', kind: 'process', hired: true },
    ]);
  });

  it('pins every condition or none', () => {
    expect(workbenchDefinition(everything).conditions.every(({ pinnedCores }) => pinnedCores === undefined)).toBe(true);
    const pinned = workbenchDefinition({ ...everything, pinnedCores: 1 });
    expect(pinned.conditions.every(({ pinnedCores }) => pinnedCores === 1)).toBe(true);
  });

  it('is found by the plan that holds the choice', () => {
    expect(definitionFor(plan(standardChoice))?.conditions).toHaveLength(5);
    expect(definitionFor({ experiment: 'workbench', preset: 'quick' })).toBeUndefined();
    expect(definitionFor({ experiment: 'eggs-and-toast', preset: 'quick' })?.id).toBe('eggs-and-toast');
  });
});

describe('a Workbench choice', () => {
  it('is checked field by field', () => {
    const problems = (change: Partial<WorkbenchChoice>): number =>
      v.safeParse(workbenchSchema, { ...standardChoice, ...change }).issues?.length ?? 0;
    expect(problems({})).toBe(0);
    expect(problems({ strategies: [] })).toBe(1);
    expect(problems({ strategies: ['sync', 'sync'] })).toBe(1);
    expect(problems({ workers: [0] })).toBe(1);
    expect(problems({ inFlight: [257] })).toBe(1);
    expect(problems({ taskMs: 0.001 })).toBe(1);
    expect(problems({ tasks: 1001 })).toBe(1);
    expect(problems({ waitShare: 1.1 })).toBe(1);
  });

  it('must fit together: operation, conditions, workers, size of the record', () => {
    expect(() => plan({ ...standardChoice, operation: 'zlib' })).toThrow(/cpu has no operation "zlib".*knead/);
    expect(() => plan({ ...standardChoice, workload: 'timer', operation: 'knead' })).toThrow(/It has: none/);
    const counts = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(() => plan({ ...everything, workers: counts.slice(0, 4), inFlight: [1, 2, 4, 8] })).toThrow(
      new RegExp(`at most ${mostConditions}`),
    );
    expect(() => plan({ ...standardChoice, workers: [30, 40] })).toThrow(new RegExp(`at most ${mostWorkers}`));
    expect(() => plan({ ...standardChoice, tasks: 1000, workers: counts.slice(0, 4) }, 200)).toThrow(/store .* tasks/);
    expect(plan(standardChoice).workbench).toEqual(standardChoice);
  });

  it('hires anew inside each cell where it is asked for, but never what has no hired workers', () => {
    const cold = workbenchDefinition({ ...everything, cold: true }).conditions;
    expect(cold.filter((one) => one.cold).map(({ seats }) => seats.every(({ hired }) => hired))).not.toContain(false);
    expect(cold.filter((one) => one.cold)).toHaveLength(12);
    expect(() => plan({ ...everything, cold: true, pinnedCores: 1 })).toThrow(/cannot be pinned/);
  });

  it('gives longer plans more time', () => {
    const short = plan(standardChoice);
    const long = plan({ ...standardChoice, tasks: 400 });
    expect(long.timeBudgetSeconds).toBeGreaterThan(short.timeBudgetSeconds + 100);
  });
});
