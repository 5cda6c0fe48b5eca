/**
 * Synthetic, for tests only: a record of a large machine, with many workers and tens of thousands of spans in each cell.
 * Nothing in it was measured; product code never imports this file.
 */
import type { RunRecord } from '../record/record';
import { syntheticWorkbenchRecord } from './synthetic-workbench';

export interface SyntheticCrowdOptions {
  /** Cores of the invented machine, and workers of the one condition that was recorded. */
  readonly workers: number;
  readonly kind: 'threads' | 'processes';
  /** Tasks of each cell; each has a span in which it waits and one in which it computes. */
  readonly tasks: number;
}

/** The most tasks that a plan may ask for; the cells may hold more. */
const mostPlanned = 1000;

/** A valid record of an invented run, one round after the warm-up, of which only the condition with many workers was recorded. */
export function syntheticCrowdRecord({ workers, kind, tasks }: SyntheticCrowdOptions): RunRecord {
  const record = syntheticWorkbenchRecord({
    cores: workers,
    rounds: 1,
    choice: { workload: 'mixed', strategies: ['sync', kind], workers: [workers], tasks },
  });
  const { workbench } = record.plan;
  const cells = record.cells.filter(({ condition }) => condition.startsWith(kind));
  return {
    ...record,
    id: `20260102T030405Z-${(0xc0000 + workers).toString(16).padStart(8, '0')}`,
    title: `${workers} workers (synthetic)`,
    plan: { ...record.plan, ...(workbench && { workbench: { ...workbench, tasks: Math.min(tasks, mostPlanned) } }) },
    cells,
    loads: [0, 1].map((round) => {
      const own = cells.filter((cell) => cell.round === round);
      return {
        round,
        startNs: Math.min(...own.map(({ startNs }) => startNs)),
        endNs: Math.max(...own.map(({ endNs }) => endNs)),
        perCore: Array.from({ length: workers }, (_, core) => ((core * 37) % 100) / 100),
        ownCpuSeconds: 1,
      };
    }),
  };
}
