import { describe, expect, it } from 'vitest';
import type { ChartableFigure, RowsFigure } from '@core/figures/figure';
import { figuresOf } from '@core/figures/figures-of';
import { contextOf, recordsOfEveryExperiment } from '@core/testing/every-experiment';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { chartOf } from './chart-of';

const records = recordsOfEveryExperiment();

function figuresFor(id: string): readonly ChartableFigure[] {
  const record = records.get(id);
  if (!record) throw new Error(id);
  return figuresOf(contextOf(record), ['timeline', 'matrix']).flatMap(({ figures }) =>
    figures.filter((figure) => figure.kind !== 'lanes' && figure.kind !== 'matrix'),
  );
}

function named<Kind extends ChartableFigure['kind']>(id: string, kind: Kind, name: RegExp) {
  const found = figuresFor(id).find((figure) => figure.kind === kind && name.test(figure.name));
  if (!found) throw new Error(`no figure ${name.source}`);
  return found as Extract<ChartableFigure, { kind: Kind }>;
}

interface Dataset {
  readonly data: readonly { readonly x: number; readonly y: number }[];
  readonly pointStyle: (context: { dataIndex: number }) => string;
  readonly pointBorderColor: (context: { dataIndex: number }) => string;
  readonly borderDash?: readonly number[];
}

function painted(figure: ChartableFigure) {
  const { config } = chartOf(figure);
  const tooltip = config.options?.plugins?.tooltip?.callbacks;
  const hovered = (datasetIndex: number, dataIndex: number) => ({ datasetIndex, dataIndex }) as never;
  return {
    datasets: config.data.datasets as unknown as Dataset[],
    said: (datasetIndex: number, dataIndex: number): readonly unknown[] => [
      tooltip?.title?.call(undefined as never, [hovered(datasetIndex, dataIndex)]),
      tooltip?.label?.call(undefined as never, hovered(datasetIndex, dataIndex)),
    ],
    scales: config.options?.scales as Record<
      'x' | 'y',
      { type: string; min: number; max: number; labels?: string[][] }
    >,
  };
}

describe.each([...records.keys()])('the charts of %s', (id) => {
  it('have a place for every line of their table, and say something about it', () => {
    const figures = figuresFor(id);
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures) {
      const { datasets, said } = painted(figure);
      const lines = figure.table.rows.length;
      const flat = datasets.reduce((sum, { data }) => sum + data.length, 0);
      // A row of bars may be one line: a schedule is drawn turn by turn and told as a whole.
      const rows = figure.name === 'tree' && figure.kind === 'rows' ? figure.rows.filter(({ bar }) => bar).length : 0;
      const asMany = flat === lines || rows === lines || datasets.some(({ data }) => data.length === lines);
      expect(asMany, figure.name).toBe(true);
      const last = datasets[0]?.data.findIndex(({ x }) => Number.isFinite(x)) ?? -1;
      expect(last, figure.name).toBeGreaterThanOrEqual(0);
      // A picked answer is a word; everything else is a number.
      const isPicked = /^forecast-(flat|larger|computing|requests|others|deadlocks)/.test(figure.name);
      expect(JSON.stringify(said(0, last)), figure.name).toMatch(isPicked ? /Predicted: \w/ : /\d/);
      expect(chartOf(figure).height).toBeGreaterThan(90);
    }
  });
});

describe('rows', () => {
  it('stand on a row each, marks of one row in lanes inside it', () => {
    const figure = named('eggs-and-toast', 'rows', /^served-first/);
    const [marks] = painted(figure).datasets;
    marks?.data.forEach(({ y }, index) => expect(Math.abs(y - Math.floor(index / 3))).toBeLessThan(0.5));
    expect(new Set(marks?.data.map(({ y }) => y)).size).toBe(12);
    expect(marks?.data.map(({ x }) => x)).toEqual(figure.table.rows.map((row) => row[2]));
  });

  it('have a dataset for predictions and one for medians, each at the position of its row', () => {
    const old = figuresOf(contextOf(syntheticRecord())).find(({ id }) => id === 'prediction');
    const figure = old?.figures.find(({ name }) => name === 'prediction-first-course') as RowsFigure;
    const { datasets, said, scales } = painted(figure);
    expect(datasets.map(({ data }) => data.map(({ y }) => y))).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(datasets[0]?.pointStyle({ dataIndex: 2 })).toBe(figure.rows[2]?.look.shape);
    expect(datasets[0]?.pointBorderColor({ dataIndex: 2 })).toBe(figure.rows[2]?.look.colour);
    expect(said(0, 0)).toEqual(['One cook, sync', ['Predicted: 580 ms']]);
    expect(scales.x.min).toBe(0);
    expect(scales.y.labels?.[2]).toEqual(['Hired cooks,', 'threads']);
  });

  it('say every piece of a bar', () => {
    const [name, words] = painted(named('eggs-and-toast', 'rows', /^states-first/)).said(0, 0);
    expect(name).toBe('One cook, sync');
    expect((words as string[]).join(' ')).toMatch(/busy: 1\d(\.\d+)? % blocked: 8\d(\.\d+)? %/);
  });

  it('make every recorded instant something to point at', () => {
    const figure = named('sharing-the-loop', 'rows', /^beats/);
    const { datasets, said } = painted(figure);
    expect(datasets[1]?.data).toHaveLength(3 * figure.rows.length);
    expect(said(1, 1)[1]).toEqual([expect.stringMatching(/^due at [\d.]+ ms, came at [\d.]+ ms, [\d.]+ ms late$/)]);
  });
});

describe('curves', () => {
  it('are on the axes of the figure, told apart by their dashes', () => {
    const figure = named('break-even', 'curves', /^break-even$/);
    const { datasets, scales } = painted(figure);
    expect([scales.x.type, scales.y.type]).toEqual(['logarithmic', 'logarithmic']);
    expect([scales.x.min, scales.x.max]).toEqual([figure.x.from, figure.x.to]);
    expect(datasets.map(({ borderDash }) => (borderDash?.length ?? 0) > 0)).toEqual([false, false, true, false]);
    const [guesses, ...curves] = [...datasets].reverse();
    expect(curves.reverse().map(({ data }) => data.length)).toEqual(figure.lines.map(({ points }) => points.length));
    // What was expected stands on the line that divides, on the same axis.
    const expected = figure.lines.flatMap(({ guess }) => (guess ? [{ x: guess.x, y: 1 }] : []));
    expect(expected).toHaveLength(3);
    expect(guesses?.data).toEqual(expected);
  });
});

describe('planes', () => {
  it('have medians and, apart, every round', () => {
    const figure = named('blocked-is-not-busy', 'plane', /^plane/);
    const { datasets } = painted(figure);
    expect(datasets.map(({ data }) => data.length)).toEqual([3, 21]);
    expect(datasets[0]?.pointStyle({ dataIndex: 0 })).toBe(figure.places[0]?.look.shape);
  });
});
