import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { servedChart } from './served';
import { chartContext } from '../testing/chart-context';

const context = chartContext(eggsAndToast);
const [firstCourse] = analyse(syntheticRecord({ rounds: 7 })).parts;

describe('servedChart', () => {
  const view = servedChart(context, firstCourse!);
  const points = view.config.data.datasets[0]?.data as { x: number; y: number }[];

  it('has a mark for every dish of every real condition', () => {
    expect(view.table.rows).toHaveLength(12);
    expect(new Set(view.table.rows.map(([, task]) => task))).toEqual(new Set(['Eggs', 'Toast', 'Cleaning']));
    expect(points).toHaveLength(view.table.rows.length);
  });

  it('places each dish inside the row of its condition, on a line of its own', () => {
    points.forEach(({ y }, index) => expect(Math.abs(y - Math.floor(index / 3))).toBeLessThan(0.5));
    expect(new Set(points.map(({ y }) => y)).size).toBe(points.length);
  });

  it('draws the values of the table, in milliseconds', () => {
    expect(view.table.columns[2]).toBe('Served after (ms)');
    points.forEach(({ x }, index) => expect(x).toBe(view.table.rows[index]?.[2]));
    // One cook, sync serves the eggs when their 300 ms are over.
    const eggs = Number(view.table.rows.find(([name, task]) => name === 'One cook, sync' && task === 'Eggs')?.[2]);
    expect(eggs).toBeGreaterThan(280);
    expect(eggs).toBeLessThan(330);
  });
});
