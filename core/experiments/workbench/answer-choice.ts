import { mostConditions, standardChoice, type TaskTimes, type WorkbenchChoice } from './choice';

/** Most threads of one set-up: each costs memory and time to start. */
const mostThreads = 64;
/** Most tasks in flight on one loop. */
const mostInFlight = 256;
/** Tasks of a cell; every one of every cell is stored. */
const [fewestTasks, mostTasks] = [32, 240];
/** What all tasks of a cell may take one after the other, in milliseconds: the slowest set-up needs that long. */
const longestSyncMs = 4000;
/** A cell of the fastest set-up should last this long, in milliseconds, so that messages do not decide. */
const shortestCellMs = 60;

/**
 * What to search for tasks that compute and wait so long: every number of threads from one to what blocked threads would need,
 * doubling, and tasks in flight on each up to twice what keeps one core busy, in equal ratios. Waiting is a timer, computing the
 * kernel `knead`. Processes are left out: they execute the same at a higher price.
 * @param cores that the machine offers, at least 1
 */
export function answerChoice({ cpuMs, waitingMs }: TaskTimes, cores: number): WorkbenchChoice {
  const taskMs = cpuMs + waitingMs;
  /** Tasks under way that keep one core busy. */
  const perCore = cpuMs > 0 ? taskMs / cpuMs : mostInFlight;
  const tasks = tasksFor(taskMs, cpuMs, perCore * cores, cores);
  const common: WorkbenchChoice = {
    ...standardChoice,
    workload: cpuMs === 0 ? 'timer' : waitingMs === 0 ? 'cpu' : 'mixed',
    operation: cpuMs === 0 ? 'none' : 'knead',
    taskMs,
    tasks,
    waitShare: waitingMs / taskMs,
    strategies: strategiesFor({ cpuMs, waitingMs }),
    inFlight: waitingMs === 0 ? [1] : inFlightFor(perCore).filter((count) => count <= tasks),
    answer: { cpuMs, waitingMs, cores },
  };
  let workers = threadsFor(perCore * cores, cores).filter((count) => count <= tasks);
  while (workers.length > 1 && conditionsIn({ ...common, workers }) > mostConditions) workers = workers.slice(1);
  return { ...common, workers };
}

/** What only computes gains nothing from a loop, what only waits nothing from several. */
function strategiesFor({ cpuMs, waitingMs }: TaskTimes): WorkbenchChoice['strategies'] {
  if (waitingMs === 0) return ['sync', 'threads'];
  return cpuMs === 0 ? ['sync', 'async', 'threads'] : ['sync', 'async', 'threads', 'threads-async'];
}

/** Doublings from 2 to what blocked threads need to keep all cores busy, at least twice the cores. */
function threadsFor(wanted: number, cores: number): number[] {
  const most = Math.min(mostThreads, powerOfTwo(Math.max(2 * cores, wanted)));
  return Array.from({ length: Math.log2(most) }, (_, index) => 2 ** (index + 1));
}

/** Two or three numbers in equal ratios, powers of two; the largest is at least twice what keeps a core busy. */
function inFlightFor(perCore: number): number[] {
  const top = Math.log2(Math.min(mostInFlight, powerOfTwo(2 * perCore)));
  const count = top <= 4 ? 2 : 3;
  return [...new Set(Array.from({ length: count }, (_, index) => 2 ** Math.round((top * (index + 1)) / count)))];
}

/** Enough for the busiest set-up to have eight turns, within what a cell may take and hold. */
function tasksFor(taskMs: number, cpuMs: number, wanted: number, cores: number): number {
  const forTurns = 8 * wanted;
  const forLength = cpuMs > 0 ? (shortestCellMs * cores) / cpuMs : 0;
  const fitting = Math.min(mostTasks, longestSyncMs / taskMs);
  return Math.ceil(Math.max(fewestTasks, Math.min(fitting, Math.max(forTurns, forLength))));
}

function conditionsIn({ strategies, workers, inFlight }: WorkbenchChoice): number {
  const [threads, loops] = [workers.length, inFlight.length];
  const counts: Readonly<Record<string, number>> = { async: loops, threads, 'threads-async': threads * loops };
  return strategies.reduce((sum, strategy) => sum + (counts[strategy] ?? 1), 0);
}

/** The smallest power of two that is at least so large; at least 2. */
function powerOfTwo(least: number): number {
  return 2 ** Math.max(1, Math.ceil(Math.log2(least) - 1e-9));
}
