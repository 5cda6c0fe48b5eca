import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, hiredWorkers } from '../seats';

/** The thread whose event loop carries the heartbeat. */
const loop = { id: 'loop', kind: 'thread', hired: false } as const;

const never: ConditionDefinition = { id: 'never', strategy: 'sync', seats: [loop] };

/** Lateness below which a heartbeat is on time for a person, in milliseconds: far above a piece of the job. */
const onTimeMs = 50;

/**
 * A long job on the event loop of a heartbeat. Factor: how the job gives way between two of its pieces, or that it moves
 * to a hired thread.
 */
export const sharingTheLoop: ExperimentDefinition = {
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
  ],
  parts: [
    {
      id: 'job',
      conditions: ['never', 'never-again', 'promises', 'next-tick', 'immediate', 'timeout', 'worker'],
      noisePair: ['never', 'never-again'],
      comparisons: [
        { condition: 'promises', baseline: 'never', expect: 'no-difference' },
        { condition: 'next-tick', baseline: 'never', expect: 'no-difference' },
        { condition: 'immediate', baseline: 'never', expect: 'faster' },
        { condition: 'timeout', baseline: 'never', expect: 'faster' },
        { condition: 'worker', baseline: 'never', expect: 'faster' },
        { condition: 'timeout', baseline: 'immediate', expect: 'open' },
        { condition: 'worker', baseline: 'immediate', expect: 'open' },
      ],
      tasks: [],
      headline: 'lateness',
      measures: ['job-time', 'job-idle'],
      levels: [
        { condition: 'never', measure: 'lateness', threshold: { parameter: 'jobMs', share: 0.5 }, expect: 'above' },
        { condition: 'promises', measure: 'lateness', threshold: { parameter: 'jobMs', share: 0.5 }, expect: 'above' },
        { condition: 'next-tick', measure: 'lateness', threshold: { parameter: 'jobMs', share: 0.5 }, expect: 'above' },
        { condition: 'immediate', measure: 'lateness', threshold: onTimeMs, expect: 'below' },
        { condition: 'timeout', measure: 'lateness', threshold: onTimeMs, expect: 'below' },
        { condition: 'worker', measure: 'lateness', threshold: onTimeMs, expect: 'below' },
        // The price of a timer, told apart from a machine that is slow for the whole job.
        { condition: 'immediate', measure: 'job-idle', threshold: 0.2, expect: 'below' },
        { condition: 'timeout', measure: 'job-idle', threshold: 0.2, expect: 'above' },
      ],
      work: {
        workload: 'cpu',
        operation: 'knead',
        taskMs: { parameter: 'jobMs' },
        tasks: 1,
        waitShare: 0,
        jitterShare: 0,
        chunkMs: 2,
      },
      predictionScaleMs: 400,
    },
  ],
  parameters: [
    { id: 'jobMs', unit: 'ms', minimum: 200, maximum: 2000, standard: 300 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 2, timeBudgetSeconds: 300, expectedSeconds: 27 },
    standard: { rounds: 15, hiringTrials: 3, timeBudgetSeconds: 600, expectedSeconds: 52 },
    thorough: { rounds: 30, hiringTrials: 5, timeBudgetSeconds: 1200, expectedSeconds: 98 },
  },
  smallestDifference: 0.01,
};
