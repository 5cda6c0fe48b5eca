import { mostWorkers, standardChoice } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';

/** A choice to begin with; its question is a text of the catalogue below `form.start`. */
export interface StartingPoint {
  readonly id: string;
  /** True for one that makes sense only where work can be pinned to cores. */
  readonly pins: boolean;
  /** @param cores cores that the machine offers */
  readonly choice: (cores: number) => WorkbenchChoice;
}

/** Workers that all conditions with workers may have together, so that a few are left for the others. */
const workersForAll = mostWorkers - 6;

/** One worker, one per core and twice as many, as far as all of them can live at once. */
function upToTwice(cores: number): number[] {
  const all = Math.max(2, Math.min(cores, workersForAll - 1));
  return 1 + all + 2 * cores <= workersForAll ? [...new Set([1, all, 2 * cores])] : [1, all];
}

/** One worker per core, at least two, under so many conditions at once. */
function onePerCore(cores: number, conditions: number): number[] {
  return [Math.max(2, Math.min(cores, Math.floor(workersForAll / conditions)))];
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
      workers: onePerCore(cores, 2),
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
    choice: (cores) => ({ ...standardChoice, pinnedCores: 1, workers: onePerCore(cores, 2) }),
  },
];
