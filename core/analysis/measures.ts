import type { MeasureId } from '../experiments/measures';
import type { CellRecord, LostTask } from '../record/events';
import { waitQuantileNs } from './order-waits';
import { trialCount, updatesLostIn } from './trials';
import { droppedFrames, longestFrameGapNs, longestLatencyNs, stalledShare } from './window-measures';

/** What is watched while a cell's work goes on. */
const watched: ReadonlySet<MeasureId> = new Set<MeasureId>([
  'lateness',
  'frame-gap',
  'dropped-frames',
  'input-delay',
  'ipc-stall',
  'ipc-stalled',
  'main-delay',
]);

/**
 * A measure of one cell, in nanoseconds or as a share. Undefined where the cell does not hold what it is computed from:
 * callers treat that as not measured, never as zero.
 */
export function measureOf(measure: MeasureId, cell: CellRecord): number | undefined {
  const { window, workers, tasks, startNs, endNs } = cell;
  // Of work that was cut short something else was seen than of the whole of it.
  if (cell.outcome && watched.has(measure)) return undefined;
  switch (measure) {
    case 'total':
      return endNs - startNs;
    case 'task-time':
      return longest(
        tasks.map((task) =>
          task.sentNs !== undefined && task.answeredNs !== undefined
            ? task.answeredNs - task.sentNs
            : task.servedNs - task.startNs,
        ),
      );
    case 'batch-time':
      return batchTimeNs(cell);
    case 'passing-time':
      return longest(
        tasks.flatMap(({ handedNs, hadNs }) =>
          handedNs === undefined || hadNs === undefined ? [] : [hadNs - handedNs],
        ),
      );
    case 'job-time':
      return longest(tasks.map((task) => task.servedNs - task.startNs));
    case 'job-idle':
      return idleShareOfJob(cell);
    case 'job-pause':
      return meanPauseOfJob(cell);
    case 'next-begin': {
      const [first, second] = tasks.map((task) => task.startNs).sort((a, b) => a - b);
      return first === undefined || second === undefined ? undefined : second - first;
    }
    case 'cpu-time': {
      const perWorker = mean(workers.map(({ cpuNs }) => cpuNs));
      return perWorker === undefined ? undefined : perWorker * workers.length;
    }
    case 'lateness':
      return longest(workers.flatMap(({ beats }) => beats?.latencyNs ?? []));
    case 'frame-gap':
      return window && longestFrameGapNs(window, startNs, endNs);
    case 'dropped-frames':
      return window && droppedFrames(window, startNs, endNs);
    case 'input-delay':
      return window?.input ? longestLatencyNs(window.input, startNs, endNs) : undefined;
    case 'ipc-stall':
      return window && longestLatencyNs(window.ipc, startNs, endNs);
    case 'ipc-stalled':
      return window && stalledShare(window.ipc, startNs, endNs);
    case 'main-delay':
      return window && longestLatencyNs(window.main, startNs, endNs);
    case 'utilization':
      return mean(workers.map(({ counters }) => counters?.utilization ?? null));
    case 'lost-tasks':
      return lossesOf(cell).length;
    case 'loss-known': {
      const knownNs = lossKnownNs(cell);
      return knownNs === undefined ? undefined : knownNs - startNs;
    }
    case 'recovery':
      return recoveryNs(cell);
    case 'lock-wait':
      return lockWaitShare(cell);
    case 'deadlock-share':
      return cell.table && cell.table.dinners > 0 ? cell.table.deadlocks.length / cell.table.dinners : undefined;
    case 'cpu-share': {
      const cpuNs = measureOf('cpu-time', cell);
      return cpuNs === undefined ? undefined : cpuNs / (endNs - startNs);
    }
    case 'cores-used':
      return cell.process && cell.process.cpuNs / (endNs - startNs);
    case 'connections': {
      const counted = workers.flatMap(({ connections }) => connections ?? []);
      return counted.length === 0 ? undefined : counted.reduce((sum, count) => sum + count, 0);
    }
    case 'lost-share': {
      const { lost, updates } = updatesLostIn(cell) ?? {};
      return lost === undefined || !updates ? undefined : lost / updates;
    }
    case 'lossy-trials': {
      const { lossy, trials } = updatesLostIn(cell) ?? {};
      return lossy === undefined || !trials ? undefined : lossy / trials;
    }
    case 'lost-updates':
      return updatesLostIn(cell)?.lost;
    case 'trial-time': {
      const trials = cell.trials && trialCount(cell.trials);
      const took = measureOf('job-time', cell);
      return took === undefined || !trials ? undefined : Math.round(took / trials);
    }
    case 'wait-median':
      return waitQuantileNs(cell, 0.5);
    case 'wait-p95':
      return waitQuantileNs(cell, 0.95);
    case 'wait-p99':
      return waitQuantileNs(cell, 0.99);
    case 'memory-per-wait': {
      const { resident } = cell.process ?? {};
      // What was given back meanwhile is no memory of a wait: then nothing was needed that was not there.
      return resident && tasks.length > 0
        ? Math.max(0, resident.mostBytes - resident.beforeBytes) / tasks.length
        : undefined;
    }
  }
}

function lossesOf({ lost = [] }: CellRecord): readonly LostTask[] {
  return lost.filter(({ outcome }) => outcome !== 'completed');
}

/** When the first loss was known; undefined where nothing was lost. */
function lossKnownNs(cell: CellRecord): number | undefined {
  const losses = lossesOf(cell);
  return losses.length === 0 ? undefined : Math.min(...losses.map(({ knownNs }) => knownNs));
}

/** From the first loss until the first task that began after it was served; undefined where nothing was lost, or nothing followed. */
function recoveryNs(cell: CellRecord): number | undefined {
  const knownNs = lossKnownNs(cell);
  if (knownNs === undefined) return undefined;
  const after = cell.tasks.filter((task) => task.startNs >= knownNs).map(({ servedNs }) => servedNs);
  return after.length === 0 ? undefined : Math.min(...after) - knownNs;
}

/** Of the time of all workers together: how much of it their spans say `blocked` by a lock. */
function lockWaitShare({ workers, startNs, endNs }: CellRecord): number | undefined {
  if (workers.length === 0 || endNs <= startNs) return undefined;
  const waits = workers.flatMap(({ spans }) => spans.filter(({ reason }) => reason === 'lock'));
  return waits.reduce((sum, span) => sum + span.endNs - span.startNs, 0) / (workers.length * (endNs - startNs));
}

/** A queue stores when it sent each task and had its answer; what has no such times was not handed out. */
function batchTimeNs({ tasks, startNs, endNs }: CellRecord): number | undefined {
  if (tasks.length === 0) return undefined;
  const handedOut = tasks.filter(({ sentNs, answeredNs }) => sentNs !== undefined && answeredNs !== undefined);
  if (handedOut.length === tasks.length) return endNs - startNs;
  if (handedOut.length > 0) return undefined;
  return Math.max(...tasks.map(({ servedNs }) => servedNs)) - Math.min(...tasks.map((task) => task.startNs));
}

/** Of the cell's longest task: how much of its time the spans of its worker say `idle`. */
function idleShareOfJob(cell: CellRecord): number | undefined {
  const pauses = pausesOfJob(cell);
  return pauses && pauses.idleNs.reduce((sum, ns) => sum + ns, 0) / pauses.jobNs;
}

/** Mean length of its idle spans in nanoseconds. Undefined if it has none: a job that is never left has no pauses. */
function meanPauseOfJob(cell: CellRecord): number | undefined {
  const { idleNs = [] } = pausesOfJob(cell) ?? {};
  return idleNs.length === 0 ? undefined : idleNs.reduce((sum, ns) => sum + ns, 0) / idleNs.length;
}

/** The idle spans within the cell's longest task, and its length; undefined if there is no task, or it took no time. */
function pausesOfJob({ tasks, workers }: CellRecord) {
  const [job] = [...tasks].sort((a, b) => b.servedNs - b.startNs - (a.servedNs - a.startNs));
  const spans = workers.find(({ worker }) => worker === job?.worker)?.spans;
  if (!job || !spans || job.servedNs <= job.startNs) return undefined;
  const idleNs = spans
    .filter(({ state }) => state === 'idle')
    .map(({ startNs, endNs }) => Math.min(endNs, job.servedNs) - Math.max(startNs, job.startNs))
    .filter((ns) => ns > 0);
  return { idleNs, jobNs: job.servedNs - job.startNs };
}

function longest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values);
}

/** Undefined as soon as one value is not known, or there is none. */
function mean(values: readonly (number | null)[]): number | undefined {
  if (values.length === 0 || values.includes(null)) return undefined;
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
}
