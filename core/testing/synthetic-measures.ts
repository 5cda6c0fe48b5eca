/** Synthetic, for tests only: gives an invented cell everything that any measure is computed from. Never part of a real run. */
import type { CellRecord, ProbeSeries, Span } from '../record/events';

const ms = 1e6;

/** The cell with counters, heartbeats, passings and probes of a window that is held up for a third of it. */
export function withAllMeasures(cell: CellRecord): CellRecord {
  // Where nothing runs nothing is held up.
  const heldNs = cell.condition === 'idle' ? ms : Math.round((cell.endNs - cell.startNs) / 3);
  const probes: ProbeSeries = { periodNs: 10 * ms, firstDueNs: cell.startNs + 1, latencyNs: [ms, heldNs, ms] };
  const frames = [0, 16 * ms, 16 * ms + heldNs, 32 * ms + heldNs];
  return {
    ...cell,
    workers: cell.workers.map((worker) => ({
      ...worker,
      spans: withPause(worker.spans),
      beats: probes,
      counters: { voluntarySwitches: 1, involuntarySwitches: 1, utilization: 0.5, loopDelay: null },
    })),
    tasks: cell.tasks.map((task) => ({ ...task, handedNs: task.startNs, hadNs: task.servedNs })),
    window: {
      framesNs: frames.map((at) => cell.startNs + at),
      frameNs: 16 * ms,
      ipc: probes,
      input: probes,
      main: probes,
    },
  };
}

/** The first span with a pause in its middle, a tenth of it. */
function withPause([first, ...others]: readonly Span[]): Span[] {
  if (!first || first.state !== 'busy') return first ? [first, ...others] : [];
  const tenthNs = Math.floor((first.endNs - first.startNs) / 10);
  const pause = { startNs: first.startNs + 4 * tenthNs, endNs: first.startNs + 5 * tenthNs };
  return [
    { ...first, endNs: pause.startNs },
    { state: 'idle', ...pause },
    { ...first, startNs: pause.endNs },
    ...others,
  ];
}
