import { describe, expect, it } from 'vitest';
import { analyse, verdictsOf } from '../../analysis/analysis';
import { measureOf } from '../../analysis/measures';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { definitionFor } from '../definition-for';
import { breakEven, partOfSize, taskSizesUs } from './definition';

type Costs = Readonly<Record<'threads' | 'processes' | 'cold-threads', number>>;

/** Messages and hiring in milliseconds, as a small machine has them. */
const usual: Costs = { threads: 0.15, processes: 0.5, 'cold-threads': 45 };

/** Inline tasks one after the other; handed out, one for each worker, at the same moment, and what handing out costs. */
function modelled(costs: Costs, workers = 2): SyntheticTasksOptions {
  return {
    totalMs: (part, condition) => {
      const taskMs = Number(part.replace('size-', '')) / 1000;
      if (condition === 'inline') return workers * taskMs;
      // The pair's halves are two per cent apart: that is the floor.
      if (condition === 'inline-again') return 1.02 * workers * taskMs;
      return taskMs + costs[condition as keyof Costs];
    },
  };
}

function findings(options: SyntheticTasksOptions, cores = 2): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(breakEven(cores), { ...options, cores }));
  return Object.fromEntries(verdicts.map(({ part, condition, finding }) => [`${part} ${condition}`, finding]));
}

describe('break-even', () => {
  it('finds what theory says where theory says something, and measures the rest', () => {
    const found = findings(modelled(usual));
    expect(found).toMatchObject({
      'size-10 threads': 'as-expected',
      'size-10 processes': 'as-expected',
      'size-30 threads': 'measured',
      'size-30 processes': 'as-expected',
      'size-300 threads': 'measured',
      'size-3000 threads': 'as-expected',
      'size-3000 processes': 'measured',
      'size-10000 processes': 'as-expected',
      'size-1000 cold-threads': 'as-expected',
      'size-100000 cold-threads': 'measured',
    });
  });

  it('names the size from which on each pays, between the two measured sizes around it', () => {
    const { breakEven: summaries = [] } = analyse(syntheticTasksRecord(breakEven(2), modelled(usual)));
    // Two tasks pay for a cost of c from a size of c on: 2 t = t + c.
    const sizes = Object.fromEntries(summaries.map(({ condition, found }) => [condition, found?.size.estimate ?? 0]));
    expect((sizes['threads'] ?? 0) / 1e6).toBeGreaterThan(0.13);
    expect((sizes['threads'] ?? 0) / 1e6).toBeLessThan(0.19);
    expect((sizes['processes'] ?? 0) / 1e6).toBeGreaterThan(0.45);
    expect((sizes['processes'] ?? 0) / 1e6).toBeLessThan(0.62);
    expect((sizes['cold-threads'] ?? 0) / 1e6).toBeGreaterThan(42);
    expect((sizes['cold-threads'] ?? 0) / 1e6).toBeLessThan(55);
    const [threads] = summaries;
    expect(threads?.between?.map(({ part }) => part)).toEqual(['size-100', 'size-300']);
    expect(threads).toMatchObject({ baseline: 'inline', rounds: 7, reason: undefined });
    for (const { found } of summaries) {
      expect(found?.size.low).toBeLessThanOrEqual(found?.size.estimate ?? 0);
      expect(found?.size.high).toBeGreaterThanOrEqual(found?.size.estimate ?? 0);
    }
  });

  it('compares on the same rows as the verdicts, with sizes as measured', () => {
    const { parts, breakEven: summaries = [] } = analyse(syntheticTasksRecord(breakEven(2), modelled(usual)));
    for (const { condition, points } of summaries) {
      expect(points.map(({ part }) => part)).toEqual(taskSizesUs.map(partOfSize));
      points.forEach(({ part, ratio, sizeNs }, index) => {
        const verdicts = parts.find((one) => one.part === part)?.verdicts ?? [];
        expect(verdicts.find((one) => one.condition === condition)?.ratio).toEqual(ratio);
        expect(sizeNs / ((taskSizesUs[index] ?? 0) * 1000)).toBeCloseTo(1, 1);
      });
    }
  });

  it.each([
    ['always-slower', modelled({ threads: 1e4, processes: 1e4, 'cold-threads': 1e4 })],
    ['always-faster', modelled({ threads: 0, processes: 0, 'cold-threads': 0 })],
    ['too-few-rounds', { ...modelled(usual), rounds: 6 }],
    // Sizes that do not ascend are no sizes.
    ['not-measured', { totalMs: () => 10 }],
  ])('says why there is no such size: %s', (reason, options: SyntheticTasksOptions) => {
    const { breakEven: summaries } = analyse(syntheticTasksRecord(breakEven(2), options));
    expect(summaries?.map((one) => one.reason)).toEqual(Array(3).fill(reason));
  });

  it('has the caller of inline tasks count from the first to the last, and of others until the last answer', () => {
    const { cells } = syntheticTasksRecord(breakEven(2), modelled(usual));
    const inline = cells.find(({ condition, part }) => condition === 'inline' && part === 'size-1000');
    if (!inline) throw new Error('no cell');
    const late = { ...inline, endNs: inline.endNs + 5e6 };
    expect(measureOf('batch-time', late)).toBe(measureOf('total', inline));
    const times = { sentNs: inline.startNs, answeredNs: inline.endNs };
    const handedOut = { ...late, tasks: late.tasks.map((task) => ({ ...task, ...times })) };
    expect(measureOf('batch-time', handedOut)).toBe(measureOf('total', late));
    expect(measureOf('batch-time', { ...inline, tasks: [] })).toBeUndefined();
    const [first, ...rest] = inline.tasks;
    if (!first) throw new Error('no task');
    expect(measureOf('batch-time', { ...inline, tasks: [{ ...first, ...times }, ...rest] })).toBeUndefined();
  });

  it.each([1, 2, 3, 4, 64])('has a task for each worker on %d cores, and quick keeps what is predicted', (cores) => {
    const experiment = breakEven(cores);
    const workers = Math.max(2, Math.min(cores, 4));
    expect(experiment.parameters.find(({ id }) => id === 'tasks')?.standard).toBe(workers);
    for (const { id, seats } of experiment.conditions) {
      expect(seats).toHaveLength(id.startsWith('inline') ? 1 : workers);
    }
    const quick = definitionFor({ experiment: 'break-even', preset: 'quick', cores });
    const parts = quick?.parts.map(({ id }) => id) ?? [];
    expect(parts).toEqual(['size-100', 'size-1000', 'size-10000']);
    for (const part of experiment.parts) if (part.predicted?.length !== 0) expect(parts).toContain(part.id);
  });

  it('expects nothing that a cheap or a dear machine contradicts, with any number of tasks that the form allows', () => {
    // What handing out costs in microseconds: all tasks in shared messages on a fast machine, each its own on a slow one.
    const cheap = { threads: 30, processes: 50, 'cold-threads': 8_000 };
    const dear = { threads: 400, processes: 1_500, 'cold-threads': 200_000 };
    const said = new Set<string>();
    for (const cores of [2, 3, 4, 64]) {
      const workers = Math.max(2, Math.min(cores, 4));
      for (let tasks = 2; tasks <= 32; tasks++) {
        for (const { id, comparisons } of breakEven(cores, { parameters: { tasks } }).parts) {
          const sizeUs = Number(id.replace('size-', ''));
          for (const { condition, expect: theory } of comparisons) {
            const who = condition as keyof typeof cheap;
            const where = `${condition}: ${tasks} tasks of ${sizeUs} µs on ${cores} cores`;
            said.add(`${condition} ${theory}`);
            const inlineUs = tasks * sizeUs;
            // A task cannot be divided: the worker with most of them sets the time.
            const turns = Math.ceil(tasks / workers);
            if (theory === 'not-faster') expect(turns * sizeUs + cheap[who], where).toBeGreaterThanOrEqual(inlineUs);
            if (theory === 'faster') expect(turns * (sizeUs + dear[who]), where).toBeLessThan(inlineUs);
          }
        }
      }
    }
    expect([...said].sort()).toEqual([
      'cold-threads not-faster',
      'cold-threads open',
      'processes faster',
      'processes not-faster',
      'processes open',
      'threads faster',
      'threads not-faster',
      'threads open',
    ]);
    expect(
      definitionFor({ experiment: 'break-even', preset: 'standard', cores: 2, parameters: { tasks: 32 } }),
    ).toEqual(breakEven(2, { parameters: { tasks: 32 } }));
  });

  it('expects no gain where there is one core', () => {
    const { parts } = breakEven(1);
    const expected = parts.flatMap(({ comparisons }) => comparisons.map(({ expect: one }) => one));
    expect(new Set(expected)).toEqual(new Set(['not-faster']));
  });
});
