import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { definitionSchema } from '../../record/definition';
import { cellOrder, confirmingOrder, searchOf } from '../../record/order';
import { resolvePlan } from '../../record/plan';
import { answerChoice } from './answer-choice';
import { mostConditions, mostWorkers, workbenchSchema } from './choice';
import { workbenchDefinition } from './definition';

const of = (cpuMs: number, waitingMs: number, cores = 2) => answerChoice({ cpuMs, waitingMs }, cores);

describe('what is searched', () => {
  it('is every doubling of threads up to what blocked ones need, with tasks in flight in equal ratios', () => {
    expect(of(2, 8)).toMatchObject({
      workload: 'mixed',
      taskMs: 10,
      waitShare: 0.8,
      tasks: 80,
      strategies: ['sync', 'async', 'threads', 'threads-async'],
      workers: [2, 4, 8, 16],
      inFlight: [4, 16],
    });
  });

  it('leaves out what cannot help: loops where nothing waits, threads with loops where nothing computes', () => {
    expect(of(5, 0)).toMatchObject({ workload: 'cpu', strategies: ['sync', 'threads'], workers: [2, 4] });
    expect(of(0, 20)).toMatchObject({ workload: 'timer', strategies: ['sync', 'async', 'threads'] });
  });

  it('can be run for every task and machine that may be asked for', () => {
    for (const cores of [1, 2, 4, 16, 64, 256]) {
      for (const cpuMs of [0, 0.01, 0.5, 2, 20, 1000]) {
        for (const waitingMs of [0, 0.1, 8, 200, 1000]) {
          if (cpuMs + waitingMs === 0) continue;
          const choice = of(cpuMs, waitingMs, cores);
          const where = `${cpuMs} + ${waitingMs} ms on ${cores}`;
          expect(v.parse(workbenchSchema, choice), where).toEqual(choice);
          const definition = workbenchDefinition(choice);
          expect(v.parse(definitionSchema, definition), where).toEqual(definition);
          expect(definition.conditions.length - 1, where).toBeLessThanOrEqual(mostConditions);
          const alive = definition.conditions.filter(({ crewOf }) => crewOf === undefined);
          expect(
            alive.reduce((sum, { seats }) => sum + seats.length, 0),
            where,
          ).toBeLessThanOrEqual(mostWorkers);
          for (const preset of ['quick', 'standard', 'thorough'] as const) {
            const choices = { preset, seed: 1, parameters: {}, lowerPriority: true, workbench: choice };
            expect(() => resolvePlan(definition, choices), where).not.toThrow();
          }
        }
      }
    }
  });
});

describe('the definition of a search', () => {
  const definition = workbenchDefinition(of(2, 8));
  const search = searchOf(definition)?.search;

  it('has one crew for all numbers of threads, and the set-up that arithmetic expects twice', () => {
    const borrowers = definition.conditions.filter(({ crewOf }) => crewOf !== undefined);
    expect(new Set(borrowers.map(({ crewOf }) => crewOf))).toEqual(new Set(['threads-16']));
    expect(definition.parts[0]?.noisePair).toEqual(['threads-async-2-16', 'threads-async-2-16-again']);
  });

  it('says what is search and what confirms, apart in plan and order', () => {
    expect(search).toMatchObject({ rounds: 3, confirms: 'tasks', margin: 1.05 });
    const order = cellOrder(definition, 15, 4);
    expect(new Set(order.map(([, part]) => part))).toEqual(new Set(['search']));
    expect(Math.max(...order.map(([round]) => round))).toBe(3);
    const confirming = search ? confirmingOrder(search, ['sync', 'async-4'], 15, 4) : [];
    expect(new Set(confirming.map(([, part]) => part))).toEqual(new Set(['tasks']));
    expect(confirming.map(([round]) => round)).toEqual(Array.from({ length: 24 }, (_, n) => 4 + Math.floor(n / 2)));
    expect(search && confirmingOrder(search, ['sync', 'async-4'], 15, 4)).toEqual(confirming);
  });
});
