import { standardChoice } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';

/** A choice to begin with; its question is a text of the catalogue below `form.start`. */
export interface StartingPoint {
  readonly id: string;
  /** True for one that makes sense only where work can be pinned to cores. */
  readonly pins: boolean;
  /** @param cores cores that the machine offers */
  readonly choice: (cores: number) => WorkbenchChoice;
}

/** From one worker to twice the cores. */
function upToTwice(cores: number): number[] {
  return [...new Set([1, Math.max(2, cores), 2 * cores])].sort((a, b) => a - b);
}

export const startingPoints: readonly StartingPoint[] = [
  {
    id: 'cpu-threads',
    pins: false,
    choice: (cores) => ({ ...standardChoice, strategies: ['sync', 'async', 'threads'], workers: upToTwice(cores) }),
  },
  {
    id: 'sockets-in-flight',
    pins: false,
    choice: () => ({
      ...standardChoice,
      workload: 'socket',
      operation: 'none',
      taskMs: 20,
      tasks: 32,
      jitterShare: 0.2,
      strategies: ['sync', 'async'],
      inFlight: [2, 8, 32],
    }),
  },
  {
    id: 'mixed-work',
    pins: false,
    choice: (cores) => ({
      ...standardChoice,
      workload: 'mixed',
      taskMs: 10,
      tasks: 32,
      waitShare: 0.7,
      strategies: ['sync', 'async', 'threads', 'threads-async'],
      workers: [Math.max(2, cores)],
      inFlight: [8],
    }),
  },
  {
    id: 'pool-behind-async',
    pins: false,
    choice: () => ({
      ...standardChoice,
      workload: 'threadpool',
      operation: 'pbkdf2',
      taskMs: 10,
      tasks: 32,
      strategies: ['sync', 'async'],
      inFlight: [1, 4, 16],
    }),
  },
  {
    id: 'one-core',
    pins: true,
    choice: (cores) => ({ ...standardChoice, pinnedCores: 1, workers: [Math.max(2, cores)] }),
  },
];
