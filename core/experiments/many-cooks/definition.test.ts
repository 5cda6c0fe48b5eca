import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import type { ExperimentDefinition } from '../definition-types';
import { mostWorkers } from '../workbench/choice';
import { definitionFor } from '../definition-for';
import { manyCooks, threadLevels } from './definition';

function findings(cores: number, options: SyntheticTasksOptions): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(manyCooks(cores), { ...options, cores }));
  return Object.fromEntries(
    verdicts.map(({ condition, baseline, finding }) => [`${condition.slice(8)}/${baseline.slice(8)}`, finding]),
  );
}

function threads(condition: string): number {
  return Number(/\d+/.exec(condition)?.[0]);
}

function part({ parts }: ExperimentDefinition) {
  const [first] = parts;
  if (!first?.work) throw new Error('no work');
  return { ...first, work: first.work };
}

describe('threadLevels', () => {
  it.each([
    [1, [1, 2]],
    [2, [1, 2, 4]],
    [3, [1, 2, 3, 6]],
    [4, [1, 2, 3, 4, 8]],
    [6, [1, 2, 3, 4, 6, 12]],
    [16, [1, 2, 3, 4, 8, 16, 32]],
    [64, [1, 2, 3, 4, 8, 16, 32, 64, 96]],
    [128, [1, 2, 3, 4, 8, 16, 32, 64, 96]],
  ])('has, for %d cores, %j', (cores, levels) => {
    expect(threadLevels(cores)).toEqual(levels);
  });
});

describe('many-cooks', () => {
  it.each([1, 2, 4, 16])('gains up to %d cores and nothing after that, as theory says', (cores) => {
    const found = findings(cores, { totalMs: (_part, condition) => 240 / Math.min(threads(condition), cores) });
    expect(new Set(Object.values(found))).toEqual(new Set(['as-expected']));
    expect(Object.keys(found)).toContain(`${2 * cores}/1`);
    if (cores > 1) expect(Object.keys(found)).toContain(`${2 * cores}/${cores}`);
  });

  it('sees the opposite: threads in each other’s way, or a gain beyond the cores', () => {
    const slower = findings(4, { totalMs: (_part, condition) => 200 + 20 * threads(condition) });
    expect(slower).toEqual({
      '2/1': 'opposite',
      '3/1': 'opposite',
      '4/1': 'opposite',
      '8/1': 'opposite',
      '8/4': 'as-expected',
    });
    const beyond = findings(2, { totalMs: (_part, condition) => 240 / threads(condition) });
    expect(beyond).toEqual({ '2/1': 'as-expected', '4/1': 'as-expected', '4/2': 'opposite' });
    expect(findings(1, { totalMs: (_part, condition) => 240 / threads(condition) })).toEqual({ '2/1': 'opposite' });
  });

  it.each([1, 2, 3, 4, 8, 16, 64])('has work for everybody, within its time, on %d cores', (cores) => {
    const experiment = manyCooks(cores);
    const { work, noisePair, conditions } = part(experiment);
    const most = Math.max(...experiment.conditions.map(({ seats }) => seats.length));
    expect(most).toBe(Math.min(2 * cores, mostWorkers));
    expect(Number(work.tasks)).toBeGreaterThanOrEqual(Math.max(24, 3 * cores));
    expect(Number(work.tasks) % cores).toBe(0);
    for (const id of noisePair) expect(conditions).toContain(id);
    expect(experiment.presets.quick.expectedSeconds).toBeLessThanOrEqual(cores <= 2 ? 30 : 60);
    const [taskMs] = experiment.parameters;
    expect(taskMs?.standard).toBe(10);
  });

  it.each([1, 2, 8, 64, 128])('has one crew in common on %d cores: that of the most threads', (cores) => {
    const { conditions } = manyCooks(cores);
    const largest = conditions.reduce((most, next) => (next.seats.length > most.seats.length ? next : most));
    expect(largest.crewOf).toBeUndefined();
    expect(largest.seats.length).toBeLessThanOrEqual(mostWorkers);
    for (const condition of conditions) {
      if (condition.id !== largest.id) expect(condition.crewOf, condition.id).toBe(largest.id);
    }
  });

  it('predicts nothing that a CPU quota lets through in bursts', () => {
    const expected = (cores: number, quotaCores: number) =>
      Object.fromEntries(
        manyCooks(cores, { quotaCores }).parts[0]?.comparisons.map((one) => [
          `${one.condition}/${one.baseline}`,
          one.expect,
        ]) ?? [],
      );
    expect(expected(1, 1.5)).toEqual({ 'threads-2/threads-1': 'open' });
    expect(expected(2, 2.5)).toEqual({
      'threads-2/threads-1': 'faster',
      'threads-4/threads-2': 'open',
      'threads-4/threads-1': 'faster',
    });
  });

  it('has fewer numbers of threads in the quick preset of a large machine, and the pair among them', () => {
    const quick = definitionFor({ experiment: 'many-cooks', preset: 'quick', cores: 16 });
    expect(quick?.conditions.map(({ id }) => id)).toEqual([
      'threads-1',
      'threads-2',
      'threads-4',
      'threads-16',
      'threads-16-again',
      'threads-32',
    ]);
  });
});
