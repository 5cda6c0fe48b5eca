import { describe, expect, it } from 'vitest';
import { standardChoice } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import { strategies, workloads } from '@core/experiments/definition-types';
import { resolvePlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import { sharedBody } from './shared-body';

function planOf(change: Partial<WorkbenchChoice>, seed = 7) {
  const choice: WorkbenchChoice = { ...standardChoice, strategies: [...strategies], ...change };
  const experiment = workbenchDefinition(choice);
  const choices = { preset: 'quick', seed, parameters: {}, lowerPriority: true, workbench: choice } as const;
  return { experiment, body: sharedBody(experiment), plan: resolvePlan(experiment, choices) };
}

function steps(change: Partial<WorkbenchChoice>, seed?: number): ReadonlyMap<string, readonly Step[]> {
  const { experiment, body, plan } = planOf(change, seed);
  return new Map(
    experiment.conditions.map((condition) => {
      const work = body.work('tasks', condition, plan, { tasks: 1000 });
      if ('queue' in work) return [condition.id, work.queue];
      return [condition.id, 'seats' in work ? (work.seats['worker-1']?.steps ?? []) : []];
    }),
  );
}

describe('the body of the Workbench and of every experiment without one of its own', () => {
  it.each(workloads)('gives every condition the same tasks: %s', (workload) => {
    const operation = workload === 'threadpool' ? 'zlib' : ['cpu', 'mixed'].includes(workload) ? 'chase' : 'none';
    const all = [...steps({ workload, operation, jitterShare: 0.3 }).values()];
    expect(all[0]).toHaveLength(standardChoice.tasks);
    expect(new Set(all[0]?.map(({ task }) => task)).size).toBe(standardChoice.tasks);
    for (const one of all) expect(one).toEqual(all[0]);
  });

  it('draws latencies from the seed, within the jitter', () => {
    const socket = { workload: 'socket', operation: 'none', taskMs: 20, jitterShare: 0.5 } as const;
    const latencies = (seed: number) =>
      (steps(socket, seed).get('sync') ?? []).map((step) => (step.kind === 'socket' ? step.latencyMs : Number.NaN));
    expect(latencies(1)).toEqual(latencies(1));
    expect(latencies(1)).not.toEqual(latencies(2));
    expect(Math.min(...latencies(1))).toBeGreaterThanOrEqual(10);
    expect(Math.max(...latencies(1))).toBeLessThanOrEqual(30);
    expect(new Set(latencies(1)).size).toBeGreaterThan(20);
  });

  it('cuts tasks into chunks in every condition if one of them needs chunks', () => {
    const kneading = { workload: 'cpu', operation: 'knead', taskMs: 10, chunkMs: 2 } as const;
    expect(steps(kneading).get('threads-2')?.[0]).toMatchObject({ chunks: 5, iterations: 1000 });
    const { body, plan } = planOf(kneading);
    expect(body.calibrations?.(plan)).toEqual([{ name: 'tasks', operation: 'knead', wantedMs: 2 }]);
    expect(steps({ ...kneading, strategies: ['sync', 'threads'] }).get('sync')?.[0]).toMatchObject({ chunks: 1 });
  });

  it('executes as each strategy does', () => {
    const { experiment, body, plan } = planOf({ workload: 'timer', operation: 'none' });
    const kinds = experiment.conditions.map((condition) => {
      const work = body.work('tasks', condition, plan, {});
      if ('queue' in work) return `queue ${work.mode}`;
      return 'seats' in work ? `seat ${work.seats['worker-1']?.mode ?? ''}` : 'payload';
    });
    expect(kinds).toEqual([
      'seat sync',
      'seat async',
      'seat async-chunked',
      'queue sync',
      'queue sync',
      'queue async',
      'queue async',
      'seat sync',
    ]);
    expect(experiment.conditions.map((one) => body.queues?.(one))).toEqual(
      kinds.map((kind) => kind.startsWith('queue')),
    );
  });

  it('asks for services only where its tasks need them', () => {
    const needs = (workload: WorkbenchChoice['workload'], operation: WorkbenchChoice['operation'] = 'none') => {
      const { body, plan } = planOf({ workload, operation });
      return body.needs?.(plan).services;
    };
    expect([needs('cpu', 'knead'), needs('file'), needs('timer')]).toEqual(['none', 'none', 'none']);
    expect([needs('socket'), needs('database')]).toEqual(['server', 'database']);
  });
});
