import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import type { LevelDefinition } from '../measures';
import { again, hiredWorkers, nothingRuns } from '../seats';

/** The thread whose event loop carries the heartbeat. */
const loop = { id: 'loop', kind: 'thread', hired: false } as const;

const never: ConditionDefinition = { id: 'never', strategy: 'sync', seats: [loop] };

/** Lateness below which a heartbeat is on time for a person, in milliseconds: far above a piece of the job. */
const onTimeMs = 50;

/**
 * Mean pause between two pieces, in milliseconds: a timer takes a whole one, a turn of the loop some microseconds. On whatever
 * core the pieces run, they do not count.
 */
const pauseMs = 0.4;

/** Against the time that the job took in the same cell, on whatever core that was. */
const starved = (condition: string): LevelDefinition => {
  return { condition, measure: 'lateness', threshold: { measure: 'job-time', share: 0.5 }, expect: 'above' };
};

const onTime = (condition: string): LevelDefinition => {
  return { condition, measure: 'lateness', threshold: onTimeMs, expect: 'below' };
};

/**
 * A long job on the event loop of a heartbeat. Factor: how the job gives way between two of its pieces, or that it moves
 * to a hired thread.
 */
export const sharingTheLoop: ExperimentDefinition = defineExperiment({
  id: 'sharing-the-loop',
  track: 'B',
  conditions: [
    never,
    again(never),
    { id: 'promises', strategy: 'async', seats: [loop] },
    { id: 'next-tick', strategy: 'async', seats: [loop] },
    { id: 'immediate', strategy: 'async-chunked', seats: [loop] },
    { id: 'timeout', strategy: 'async-chunked', seats: [loop] },
    { id: 'worker', strategy: 'threads', seats: [loop, ...hiredWorkers('thread', 1)] },
    nothingRuns(loop),
  ],
  parts: [
    {
      id: 'job',
      comparisons: [
        ...against('never', {
          promises: 'no-difference',
          'next-tick': 'no-difference',
          immediate: 'faster',
          timeout: 'faster',
          worker: 'faster',
        }),
        ...against('immediate', { timeout: 'open', worker: 'open' }),
      ],
      headline: 'lateness',
      measures: ['job-time', 'job-idle', 'job-pause'],
      levels: [
        ...['never', 'promises', 'next-tick'].map(starved),
        ...['immediate', 'timeout', 'worker'].map(onTime),
        // The price of a timer, told apart from a machine that is slow for the whole job.
        { condition: 'immediate', measure: 'job-pause', threshold: pauseMs, expect: 'below' },
        { condition: 'timeout', measure: 'job-pause', threshold: pauseMs, expect: 'above' },
      ],
      // A heartbeat that is late without any job is late for another reason.
      control: { condition: 'idle', measure: 'lateness', threshold: onTimeMs },
      work: { workload: 'cpu', taskMs: { parameter: 'jobMs' }, tasks: 1, chunkMs: 2 },
      predictBy: 'ranking',
      predictionScaleMs: 400,
    },
  ],
  parameters: [{ id: 'jobMs', unit: 'ms', minimum: 200, maximum: 2000, standard: 300 }],
  hiringTrials: [2, 3, 5],
  expectedSeconds: [28, 56, 107],
  timeBudgetSeconds: [300, 600, 1200],
});
