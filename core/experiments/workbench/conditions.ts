import type { ConditionDefinition, Strategy, WorkerKind } from '../definition-types';
import { alone, hiredWorkers } from '../seats';
import type { WorkbenchChoice } from './choice';

/** The conditions of one strategy: one for each number of workers and of tasks in flight that it knows. */
export function conditionsOf(strategy: Strategy, choice: WorkbenchChoice): ConditionDefinition[] {
  const pinned = choice.pinnedCores === null ? {} : { pinnedCores: choice.pinnedCores };
  const hired = choice.cold ? { ...pinned, cold: true } : pinned;
  switch (strategy) {
    case 'sync':
      return [{ id: strategy, strategy, seats: [alone], ...pinned }];
    case 'async':
    case 'async-chunked':
      return choice.inFlight.map((inFlight) => ({
        id: `${strategy}-${inFlight}`,
        strategy,
        seats: [alone],
        inFlight,
        ...pinned,
      }));
    case 'threads':
    case 'processes':
      return choice.workers.map((workers) => ({
        id: `${strategy}-${workers}`,
        strategy,
        seats: hiredWorkers(kindOf(strategy), workers),
        ...hired,
      }));
    case 'threads-async':
    case 'processes-async':
      return choice.workers.flatMap((workers) =>
        choice.inFlight.map((inFlight) => ({
          id: `${strategy}-${workers}-${inFlight}`,
          strategy,
          seats: hiredWorkers(kindOf(strategy), workers),
          inFlight,
          ...hired,
        })),
      );
  }
}

function kindOf(strategy: Strategy): WorkerKind {
  return strategy.startsWith('threads') ? 'thread' : 'process';
}

/** Where a condition stands among set-ups: threads that execute tasks (hired or not), and tasks in flight on each. */
export interface SetUp {
  readonly workers: number;
  readonly inFlight: number;
}

/** The set-up that a condition is. */
export function setUpOf({ seats, inFlight = 1 }: Pick<ConditionDefinition, 'seats' | 'inFlight'>): SetUp {
  return { workers: seats.length, inFlight };
}

/** Fewest threads first, then fewest tasks in flight: what a set-up costs. */
export function bySize(one: ConditionDefinition, other: ConditionDefinition): number {
  const [a, b] = [setUpOf(one), setUpOf(other)];
  return a.workers - b.workers || a.inFlight - b.inFlight;
}

/** The condition with twice the threads and as many tasks in flight on each; undefined if none was searched. */
export function doubled(
  condition: ConditionDefinition,
  conditions: readonly ConditionDefinition[],
): ConditionDefinition | undefined {
  const { workers, inFlight } = setUpOf(condition);
  return conditions.find((one) => {
    const setUp = setUpOf(one);
    return one.repeats === undefined && setUp.workers === 2 * workers && setUp.inFlight === inFlight;
  });
}
