/** Synthetic, for tests only: records of `python-gil` with the answers that Python gives. */
import { pythonGil } from '../experiments/python-gil/definition';
import { knead } from '../kernels/knead';
import type { Interpreter } from '../python/interpreter';
import type { CellRecord } from '../record/events';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord, type SyntheticTasksOptions } from './synthetic-tasks';

/** Interpreters that never were: one with the lock, an older one, a free-threaded build. */
export const syntheticPythons: readonly Interpreter[] = [
  { version: '3.12.1', build: 'default', gil: true, subinterpreters: 'none', startMethod: 'fork' },
  { version: '3.9.18', build: 'default', gil: true, subinterpreters: 'none', startMethod: 'fork' },
  { version: '3.14.0', build: 'free-threaded', gil: false, subinterpreters: 'public', startMethod: 'forkserver' },
];

export interface SyntheticPythonOptions extends SyntheticTasksOptions {
  readonly pythons?: readonly Interpreter[];
  /** Pythons that the run takes at most; all unless given. */
  readonly most?: number;
  /** CPU time of a whole cell as a share of its total; the workers' own unless given. */
  readonly cpuShare?: ((part: string, condition: string) => number | undefined) | undefined;
}

/** A record of an invented run with these interpreters. Computed answers are those of the kernel. */
export function syntheticPythonRecord(options: SyntheticPythonOptions): RunRecord {
  const { pythons = syntheticPythons, most = 9, cores = 2, seed = 13, cpuShare } = options;
  const experiment = pythonGil(cores, { pythons, parameters: { interpreters: most } });
  const kneads = new Set(
    experiment.parts.flatMap(({ id, work }) => (work?.workload === 'cpu' || work?.workload === 'mixed' ? [id] : [])),
  );
  const record = syntheticTasksRecord(experiment, {
    ...options,
    shape(cell) {
      const share = cpuShare?.(cell.part, cell.condition);
      const cpuNs =
        share === undefined ? undefined : Math.round(((cell.endNs - cell.startNs) * share) / cell.workers.length);
      return {
        ...cell,
        workers: cell.workers.map((worker) => ({ ...worker, ...(cpuNs !== undefined && { cpuNs }) })),
        tasks: cell.tasks.map((task) => answered(task, kneads.has(cell.part), seed)),
      };
    },
  });
  return { ...record, plan: { ...record.plan, pythons: pythons.map((one) => ({ ...one })) } };
}

function answered(task: CellRecord['tasks'][number], kneads: boolean, seed: number): CellRecord['tasks'][number] {
  const n = Number(/\d+$/.exec(task.task)?.[0] ?? 0);
  return { ...task, checksum: kneads ? knead(task.iterations, (seed + n) >>> 0) : null };
}
