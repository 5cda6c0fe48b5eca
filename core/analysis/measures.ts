import type { MeasureId } from '../experiments/measures';
import type { CellRecord } from '../record/events';
import { droppedFrames, longestFrameGapNs, longestLatencyNs, stalledShare } from './window-measures';

/**
 * A measure of one cell, in nanoseconds or as a share. Undefined where the cell does not hold what it is computed from:
 * callers treat that as not measured, never as zero.
 */
export function measureOf(measure: MeasureId, cell: CellRecord): number | undefined {
  const { window, workers, tasks, startNs, endNs } = cell;
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
      return (cell.lost ?? []).filter(({ outcome }) => outcome !== 'completed').length;
    case 'cpu-share': {
      const cpuNs = measureOf('cpu-time', cell);
      return cpuNs === undefined ? undefined : cpuNs / (endNs - startNs);
    }
  }
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
