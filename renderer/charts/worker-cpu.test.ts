import { describe, expect, it } from 'vitest';
import { definitionFor } from '@core/experiments/definition-for';
import { baseColours } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { statesChart } from './states';
import { totalsChart } from './totals';
import { workerCpuChart } from './worker-cpu';
import { chartContext } from '../testing/chart-context';

const record = syntheticWorkbenchRecord({ choice: { strategies: ['sync', 'threads'], workers: [3], tasks: 9 } });
const analysis = analyse(record);
const [part] = analysis.parts;
const context = chartContext(definitionFor(record.plan)!);

describe('workerCpuChart', () => {
  const view = workerCpuChart(context, part!, analysis.workbench ?? []);
  const points = view.config.data.datasets[0]?.data as { x: number; y: number }[];

  it('has a mark for every worker, on the row of its condition', () => {
    expect(view.table.rows.map(([condition, worker]) => [condition, worker])).toEqual([
      ['Sync', 'Worker 1'],
      ['3 threads', 'Worker 1'],
      ['3 threads', 'Worker 2'],
      ['3 threads', 'Worker 3'],
      ['Sync (again)', 'Worker 1'],
    ]);
    expect(points.map(({ y }) => Math.round(y))).toEqual([0, 1, 1, 1, 2]);
    expect(new Set(points.map(({ y }) => y)).size).toBe(5);
    expect(view.config.data.datasets[0]?.borderColor).toEqual([
      baseColours.sync,
      baseColours.threads,
      baseColours.threads,
      baseColours.threads,
      baseColours.sync,
    ]);
  });

  it('gives CPU milliseconds with interval, and the tasks of each worker', () => {
    const seconds = analysis.workbench?.[1]?.workers[0]?.cpuSeconds?.estimate ?? 0;
    expect(points[1]?.x).toBeCloseTo(seconds * 1000, 6);
    expect(view.table.rows[1]?.at(-1)).toBe(3);
    expect(view.table.columns.slice(2, 5).every((name) => name.endsWith('(ms)'))).toBe(true);
    expect(view.caption).toContain('a machine');
  });

  it('draws nothing for workers whose CPU time is not told', () => {
    const silent = (analysis.workbench ?? []).map((one) => ({
      ...one,
      workers: one.workers.map((worker) => ({ ...worker, cpuSeconds: undefined })),
    }));
    expect(workerCpuChart(context, part!, silent).table.rows).toEqual([]);
  });
});

describe('charts of every record, in the words of the Workbench', () => {
  it('speak of tasks and workers', () => {
    for (const view of [totalsChart(context, part!), statesChart(context, part!)]) {
      const words = [view.title, view.caption, ...view.table.columns].join(' ');
      expect(words).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|served)\b/i);
      expect(words).not.toMatch(/[{}]/);
    }
    expect(totalsChart(context, part!).table.rows).toHaveLength(3);
  });
});
