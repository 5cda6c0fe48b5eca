import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import type { LevelDefinition } from '../measures';
import { again, alone, hiredWorkers, nothingRuns } from '../seats';

/** Requests beside the heartbeat. */
export const requestCount = 32;
/** Connections that one thread holds at once. */
export const connectionCount = 1000;
/** Threads that are blocked in one wait each: enough to tell their memory, few enough to be hired in every round. */
export const blockedThreads = 8;
/** How long the one task blocks, and how long one of the tasks beside the computations waits. Milliseconds. */
export const longWaitMs = 100;
/** Computations beside the long wait: together as long as it. */
export const computations = 10;

/** Lateness below which a heartbeat is on time for a person, in milliseconds: as in `sharing-the-loop`. */
const onTimeMs = 50;
/**
 * Memory of a wait, in bytes, that divides a thread from a connection. A connection takes some kilobytes to tens of them, a
 * thread some megabytes: the bound lies a factor of about ten from either.
 */
const memoryBound = 500e3;
/** Of 1,000 that are asked for. */
const mostConnections = 900;
/** The next task begins at once, or when the wait is over: the bound lies in the middle. Milliseconds. */
const nextBeginMs = longWaitMs / 2;

const async: ConditionDefinition = { id: 'async', strategy: 'async', seats: [alone], inFlight: requestCount };
const awaits: ConditionDefinition = { id: 'awaits', strategy: 'async', seats: [alone], inFlight: computations + 1 };
const process = hiredWorkers('process', 1);
/** Hired in every cell: what the process grows by is then what these threads and their waits take. */
const threads: ConditionDefinition = {
  id: 'threads',
  strategy: 'threads',
  seats: hiredWorkers('thread', blockedThreads),
  cold: true,
};

const lateness = (condition: string, expect: LevelDefinition['expect']): LevelDefinition => {
  return { condition, measure: 'lateness', threshold: onTimeMs, expect };
};

/** Waiting: what it costs, and who gets a turn meanwhile. Factor in each part: whether a wait blocks its thread. */
export const thousandWaits: ExperimentDefinition = defineExperiment({
  id: 'thousand-waits',
  track: 'A',
  conditions: [
    { id: 'sync', strategy: 'sync', seats: [alone] },
    async,
    again(async),
    { id: 'one-blocks', strategy: 'async', seats: [alone], inFlight: requestCount + 1 },
    { id: 'process-sync', strategy: 'processes', seats: process },
    { id: 'process-async', strategy: 'processes-async', seats: process, inFlight: requestCount },
    nothingRuns(alone),
    { id: 'blocks', strategy: 'async', seats: [alone], inFlight: computations + 1 },
    awaits,
    again(awaits),
    threads,
    again(threads),
    {
      id: 'connections',
      strategy: 'threads-async',
      seats: hiredWorkers('thread', 1),
      inFlight: connectionCount,
      cold: true,
    },
  ],
  parts: [
    {
      id: 'requests',
      conditions: ['sync', 'async', 'async-again', 'one-blocks', 'process-sync', 'process-async', 'idle'],
      comparisons: [...against('sync', { async: 'faster' }), ...against('process-sync', { 'process-async': 'faster' })],
      measures: ['lateness'],
      levels: [
        lateness('sync', 'above'),
        lateness('async', 'below'),
        lateness('one-blocks', 'above'),
        lateness('process-sync', 'above'),
        lateness('process-async', 'below'),
      ],
      // A heartbeat that is late while nothing runs is late for another reason.
      control: { condition: 'idle', measure: 'lateness', threshold: onTimeMs },
      work: { workload: 'socket', taskMs: { parameter: 'latencyMs' }, tasks: requestCount, waitShare: 1 },
      predicted: ['sync', 'async'],
      predictionScaleMs: 400,
    },
    {
      id: 'blocked',
      conditions: ['blocks', 'awaits', 'awaits-again'],
      comparisons: against('blocks', { awaits: 'faster' }),
      measures: ['next-begin'],
      levels: [
        { condition: 'blocks', measure: 'next-begin', threshold: nextBeginMs, expect: 'above' },
        { condition: 'awaits', measure: 'next-begin', threshold: nextBeginMs, expect: 'below' },
      ],
      work: { workload: 'cpu', taskMs: longWaitMs / computations, tasks: computations },
      predicted: ['blocks', 'awaits'],
      predictionScaleMs: 400,
    },
    {
      id: 'thousand',
      conditions: ['threads', 'threads-again', 'connections'],
      comparisons: against('threads', { connections: 'open' }),
      measures: ['memory-per-wait', 'connections'],
      levels: [
        { condition: 'threads', measure: 'memory-per-wait', threshold: memoryBound, expect: 'above' },
        { condition: 'connections', measure: 'memory-per-wait', threshold: memoryBound, expect: 'below' },
        { condition: 'connections', measure: 'connections', threshold: mostConnections, expect: 'above' },
      ],
      work: { workload: 'socket', taskMs: { parameter: 'waitMs' }, tasks: connectionCount, waitShare: 1 },
      predicted: ['threads', 'connections'],
      predictionScaleMs: 1500,
    },
  ],
  parameters: [
    { id: 'latencyMs', unit: 'ms', minimum: 3, maximum: 50, standard: 4 },
    { id: 'waitMs', unit: 'ms', minimum: 200, maximum: 2000, standard: 350 },
  ],
  expectedSeconds: [29, 55, 105],
  timeBudgetSeconds: [180, 300, 500],
});
