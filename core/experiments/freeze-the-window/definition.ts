import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition, Strategy, WorkerKind } from '../definition-types';
import type { LevelDefinition, MeasureId } from '../measures';
import { again, nothingRuns } from '../seats';

/** The work is cut into pieces of about this many milliseconds, between which a host may only look at the time. */
export const pieceMs = 5;

/** What a person would call a hitch, in milliseconds: longer than any gap of a window that is left alone. */
const hitchMs = 100;
/** Of the time that the work took in the same cell: a host may be faster or slower than the thread that calibrated it. */
const nearItsLength = 0.6;

function host(id: WorkerKind, strategy: Strategy): ConditionDefinition {
  // Nobody is hired: the hosts are there anyway, and what they cost is no question here.
  return { id, strategy, seats: [{ id: 'host', kind: id, hired: false }] };
}

const thread = host('thread', 'threads');

type AskedOf = (condition: WorkerKind) => LevelDefinition;

function near(measure: MeasureId): AskedOf {
  const threshold = { measure: 'job-time', share: nearItsLength } as const;
  return (condition) => ({ condition, measure, threshold, expect: 'above' });
}

function noHitch(measure: MeasureId): AskedOf {
  return (condition) => ({ condition, measure, threshold: hitchMs, expect: 'below' });
}

/**
 * Blocking, felt: the same computation in five hosts. Factor: which thread of which process executes it. Looked at are the
 * window's frames, its input, and main.
 */
export const freezeTheWindow: ExperimentDefinition = defineExperiment({
  id: 'freeze-the-window',
  track: 'B',
  conditions: [
    host('renderer', 'sync'),
    host('main', 'sync'),
    host('web-worker', 'threads'),
    thread,
    again(thread),
    host('process', 'processes'),
    nothingRuns({ id: 'host', kind: 'thread', hired: false }),
  ],
  parts: [
    {
      id: 'blocking',
      headline: 'frame-gap',
      measures: ['dropped-frames', 'input-delay', 'ipc-stall', 'ipc-stalled', 'main-delay', 'job-time'],
      comparisons: against('renderer', { 'web-worker': 'faster', thread: 'faster', process: 'faster', main: 'faster' }),
      levels: [
        near('frame-gap')('renderer'),
        ...(['main', 'web-worker', 'thread', 'process'] as const).map(noHitch('frame-gap')),
        near('ipc-stall')('main'),
        ...(['renderer', 'web-worker', 'thread', 'process'] as const).map(noHitch('ipc-stall')),
        ...(['renderer', 'main'] as const).map(near('input-delay')),
      ],
      // What the window does when nothing runs is not the doing of any host.
      control: { condition: 'idle', measure: 'frame-gap', threshold: hitchMs },
      // A host that blocks for 3 s gives up, as on a crowded machine: that round is lost, and the run goes on.
      allows: ['failed'],
      predictBy: 'ranking',
      predictionScaleMs: 600,
    },
  ],
  parameters: [{ id: 'workMs', unit: 'ms', minimum: 200, maximum: 1500, standard: 300 }],
  // Long enough to be felt; quick has no time for it.
  longer: { workMs: 1500 },
  expectedSeconds: [30, 195, 380],
  timeBudgetSeconds: [120, 780, 1520],
  keepsPriority: true,
});
