/** Synthetic, for tests only: gives an invented cell everything that any measure is computed from. Never part of a real run. */
import type { CellRecord, ProbeSeries, Span } from '../record/events';

const ms = 1e6;
/** Parts of `slow-supplier`. */
const ordersIn: ReadonlySet<string> = new Set(['prompt', 'slow']);

/** The cell with counters, heartbeats, passings and probes of a window that is held up for a third of it. */
export function withAllMeasures(cell: CellRecord): CellRecord {
  // Where nothing runs nothing is held up.
  const heldNs = cell.condition === 'idle' ? ms : Math.round((cell.endNs - cell.startNs) / 3);
  const probes: ProbeSeries = { periodNs: 10 * ms, firstDueNs: cell.startNs + 1, latencyNs: [ms, heldNs, ms] };
  const frames = [0, 16 * ms, 16 * ms + heldNs, 32 * ms + heldNs];
  return {
    ...withLoss(cell),
    workers: cell.workers.map((worker) => ({
      ...worker,
      spans: withPause(worker.spans),
      beats: probes,
      connections: cell.tasks.length,
      counters: { voluntarySwitches: 1, involuntarySwitches: 1, utilization: 0.5, loopDelay: null },
    })),
    tasks: withLoss(cell).tasks.map((task) => ({
      ...task,
      handedNs: task.startNs,
      hadNs: task.servedNs,
      // Where orders come one by one, all were due at the begin and answered at the end: waits are as long as the cell.
      ...(ordersIn.has(cell.part) && {
        dueNs: cell.startNs,
        sentNs: task.startNs,
        answeredNs: cell.endNs,
        askedMs: Math.floor((task.servedNs - task.startNs) / ms),
      }),
    })),
    ...(cell.part === 'table' && { table: { dinners: 10, putBack: 1, deadlocks: [] } }),
    trials: cell.trials ?? { expected: 100, outcomes: [{ outcome: '100', times: 10 }] },
    process: { cpuNs: heldNs, resident: { beforeBytes: 1e8, mostBytes: 1e8 + 1e6 * cell.tasks.length } },
    window: {
      framesNs: frames.map((at) => cell.startNs + at),
      frameNs: 16 * ms,
      ipc: probes,
      input: probes,
      main: probes,
    },
  };
}

/** Where failures are what is measured, a task is lost at once, and the next one is served when the cell is over. */
function withLoss(cell: CellRecord): CellRecord {
  const { part, startNs, endNs } = cell;
  const [first] = cell.tasks;
  if (part !== 'failures' || !first) return cell;
  return {
    ...cell,
    tasks: [...cell.tasks, { ...first, task: 'again', startNs, servedNs: endNs }],
    lost: [{ task: 'risk', worker: first.worker, outcome: 'failed', knownNs: startNs }],
    outcome: { status: 'failed', reason: 'as invented' },
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
