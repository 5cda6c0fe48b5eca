import { mergedSpans } from '../figures/merged-spans';
import type { CellRecord } from '../record/events';
import type { WorkerState } from '../record/schema-parts';

/** A finished cell as the running stage shows it: recorded spans on few lanes, in nanoseconds since the start of the cell. */
export interface CellGlimpse {
  readonly part: string;
  readonly condition: string;
  /** 0 is the warm-up. */
  readonly round: number;
  readonly totalNs: number;
  readonly lanes: readonly GlimpseLane[];
  /** Workers that have no lane here. */
  readonly left: number;
}

export interface GlimpseLane {
  readonly worker: string;
  readonly seat: string;
  readonly spans: readonly {
    readonly state: WorkerState;
    readonly startNs: number;
    readonly endNs: number;
    readonly task: string | undefined;
  }[];
  readonly served: readonly { readonly task: string; readonly atNs: number }[];
}

/** What fits on the stage, and keeps the message small while a run is measured. */
const mostLanes = 8;
const mostPieces = 60;
const mostServed = 12;

/**
 * What is shown of a finished cell: its first workers. Of many short spans neighbours are joined, and where a worker served
 * more tasks than have room it shows none of the marks.
 */
export function glimpseOf(cell: CellRecord): CellGlimpse {
  const { part, condition, round, startNs, endNs, workers, tasks } = cell;
  const totalNs = endNs - startNs;
  const lanes = workers.slice(0, mostLanes).map(({ worker, spans }): GlimpseLane => {
    const own = tasks.filter((task) => task.worker === worker);
    return {
      worker,
      seat: worker.slice(worker.lastIndexOf('/') + 1),
      spans: mergedSpans(spans, totalNs / mostPieces, mostPieces).map(({ state, startNs: from, endNs: to, task }) => {
        return { state, startNs: from - startNs, endNs: to - startNs, task };
      }),
      served:
        own.length > mostServed
          ? []
          : own
              .map(({ task, servedNs }) => ({ task, atNs: servedNs - startNs }))
              .toSorted((one, other) => one.atNs - other.atNs),
    };
  });
  return { part, condition, round, totalNs, lanes, left: workers.length - lanes.length };
}
