import type { ConditionDefinition, ExperimentDefinition, Strategy, WorkerKind } from '../definition-types';
import type { LevelDefinition, MeasureId } from '../measures';
import { again } from '../seats';

/** The work is cut into pieces of about this many milliseconds, between which a host may only look at the time. */
export const pieceMs = 5;

/** What a person would call a hitch, in milliseconds: longer than any gap of a window that is left alone. */
const hitchMs = 100;
/** Of the length of the work: a host's speed may differ from that of the thread that calibrated the work. */
const nearItsLength = 0.6;

function host(id: WorkerKind, strategy: Strategy): ConditionDefinition {
  // Nobody is hired: the hosts are there anyway, and what they cost is no question here.
  return { id, strategy, seats: [{ id: 'host', kind: id, hired: false }] };
}

const thread = host('thread', 'threads');
const conditions: readonly ConditionDefinition[] = [
  host('renderer', 'sync'),
  host('main', 'sync'),
  host('web-worker', 'threads'),
  thread,
  again(thread),
  host('process', 'processes'),
];

function near(condition: WorkerKind, measure: MeasureId): LevelDefinition {
  return { condition, measure, threshold: { parameter: 'workMs', share: nearItsLength }, expect: 'above' };
}

function noHitch(condition: WorkerKind, measure: MeasureId): LevelDefinition {
  return { condition, measure, threshold: hitchMs, expect: 'below' };
}

/**
 * Blocking, felt: the same computation in five hosts. Factor: which thread of which process executes it. Looked at are the
 * window's frames, its input, and main.
 */
export const freezeTheWindow: ExperimentDefinition = {
  id: 'freeze-the-window',
  track: 'B',
  conditions,
  parts: [
    {
      id: 'blocking',
      conditions: conditions.map(({ id }) => id),
      noisePair: ['thread', 'thread-again'],
      headline: 'frame-gap',
      measures: ['dropped-frames', 'input-delay', 'ipc-stall', 'ipc-stalled', 'main-delay', 'job-time'],
      comparisons: [
        { condition: 'web-worker', baseline: 'renderer', expect: 'faster' },
        { condition: 'thread', baseline: 'renderer', expect: 'faster' },
        { condition: 'process', baseline: 'renderer', expect: 'faster' },
        { condition: 'main', baseline: 'renderer', expect: 'faster' },
      ],
      levels: [
        near('renderer', 'frame-gap'),
        noHitch('main', 'frame-gap'),
        noHitch('web-worker', 'frame-gap'),
        noHitch('thread', 'frame-gap'),
        noHitch('process', 'frame-gap'),
        near('main', 'ipc-stall'),
        noHitch('renderer', 'ipc-stall'),
        noHitch('web-worker', 'ipc-stall'),
        noHitch('thread', 'ipc-stall'),
        noHitch('process', 'ipc-stall'),
        near('renderer', 'input-delay'),
        near('main', 'input-delay'),
      ],
      tasks: [],
      predictionScaleMs: 600,
    },
  ],
  parameters: [
    { id: 'workMs', unit: 'ms', minimum: 200, maximum: 1500, standard: 300 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 30 },
    standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 240, expectedSeconds: 58 },
    thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 480, expectedSeconds: 112 },
  },
  smallestDifference: 0.01,
  keepsPriority: true,
};
