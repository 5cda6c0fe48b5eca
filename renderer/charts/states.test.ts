import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { stateColours } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { workerStates } from '@core/record/schema-parts';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { statesChart } from './states';
import { chartContext } from '../testing/chart-context';

const context = chartContext(eggsAndToast);
const [firstCourse] = analyse(syntheticRecord({ rounds: 7 })).parts;

describe('statesChart', () => {
  const view = statesChart(context, firstCourse!);
  const { datasets } = view.config.data;

  it('has one dataset per worker state in the one order, with the state colours', () => {
    expect(datasets.map(({ label }) => label)).toEqual([...workerStates]);
    expect(datasets.map(({ backgroundColor }) => backgroundColor)).toEqual(
      workerStates.map((state) => stateColours[state]),
    );
  });

  it('adds up to 100 % for every condition, on an axis that ends there', () => {
    view.table.rows.forEach((_, row) => {
      const sum = datasets.reduce((total, { data }) => total + Number(data[row]), 0);
      expect(sum).toBeGreaterThan(99.9);
      expect(sum).toBeLessThan(100.1);
    });
    expect((view.config.options?.scales?.['x'] as { max: number }).max).toBe(100);
  });

  it('shows a blocked sync cook and an async cook that never is', () => {
    const blocked = workerStates.indexOf('blocked');
    expect(datasets[blocked]?.data[0]).toBeGreaterThan(70);
    expect(datasets[blocked]?.data[1]).toBe(0);
  });

  it('says what 100 % is', () => {
    expect(view.table.columns.at(-1)).toMatch(/100.% is/);
    expect(view.table.rows[2]?.at(-1)).toMatch(/^3 x \d+ ms$/);
    expect(view.caption).toMatch(/workers x wall time/);
    expect(view.caption).toContain('no interval');
    expect(view.caption).toContain('Start-up is measured apart');
  });
});
