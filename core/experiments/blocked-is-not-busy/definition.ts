import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, alone } from '../seats';

const cpuLoop: ConditionDefinition = { id: 'cpu-loop', strategy: 'sync', seats: [alone] };

/**
 * Three ways to spend the same time on a thread: waiting synchronously, computing, waiting asynchronously. Factor: what the
 * thread does meanwhile. Event-loop utilisation and CPU time tell the three apart, and only both together do.
 */
export const blockedIsNotBusy: ExperimentDefinition = defineExperiment({
  id: 'blocked-is-not-busy',
  track: 'B',
  conditions: [
    { id: 'sync-wait', strategy: 'sync', seats: [alone] },
    cpuLoop,
    again(cpuLoop),
    { id: 'async-wait', strategy: 'async', seats: [alone] },
  ],
  parts: [
    {
      id: 'passing-time',
      comparisons: [
        ...against('cpu-loop', { 'sync-wait': 'faster', 'async-wait': 'faster' }),
        ...against('async-wait', { 'sync-wait': 'open' }),
      ],
      headline: 'cpu-time',
      measures: ['utilization', 'cpu-share', 'job-time'],
      levels: [
        { condition: 'sync-wait', measure: 'utilization', threshold: 0.9, expect: 'above' },
        { condition: 'sync-wait', measure: 'cpu-share', threshold: 0.1, expect: 'below' },
        { condition: 'cpu-loop', measure: 'utilization', threshold: 0.9, expect: 'above' },
        // Not 0.9: any other program that needs the core for a moment takes its share.
        { condition: 'cpu-loop', measure: 'cpu-share', threshold: 0.8, expect: 'above' },
        { condition: 'async-wait', measure: 'utilization', threshold: 0.1, expect: 'below' },
        { condition: 'async-wait', measure: 'cpu-share', threshold: 0.1, expect: 'below' },
      ],
      predicted: [],
      predictionScaleMs: 300,
    },
  ],
  parameters: [{ id: 'durationMs', unit: 'ms', minimum: 100, maximum: 2000, standard: 200 }],
  forecasts: [
    {
      id: 'plane',
      kind: 'marks',
      part: 'passing-time',
      conditions: ['sync-wait', 'cpu-loop', 'async-wait'],
      x: 'cpu-share',
      y: 'utilization',
      within: 0.25,
    },
  ],
  expectedSeconds: [12, 21, 37],
  timeBudgetSeconds: [240, 420, 780],
});
