import { describe, expect, it } from 'vitest';
import { definitionFor } from '../experiments/definition-for';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { workerStates } from '../record/schema-parts';
import { contextOf, recordsOfEveryExperiment } from '../testing/every-experiment';
import { syntheticRecord } from '../testing/synthetic-record';
import { syntheticWorkbenchRecord } from '../testing/synthetic-workbench';
import type { Figure } from './figure';
import { figuresOf } from './figures-of';
import { baseColours, stateColours, strategyMarkers } from './palette';
import { draftFigure, outcomeFigure } from './prediction';
import { forestFigure } from './forest';
import { levelsFigure } from './levels';
import { servedFigure } from './served';
import { statesFigure } from './states';
import { roundPoints } from './round-points';
import { totalsFigure } from './totals';
import { workerCpuFigure } from './worker-cpu';

const context = contextOf(syntheticRecord({ rounds: 7 }));
const [firstCourse, doughs] = context.analysis.parts;
const strategies = ['sync', 'async', 'threads', 'processes'] as const;
const realConditions = ['One cook, sync', 'One cook, async', 'Hired cooks, threads', 'Hired cooks, processes'];

describe('totalsFigure', () => {
  const figure = totalsFigure(context, firstCourse!);

  it('has a bar from zero for every condition, second halves of A/A pairs included and hollow', () => {
    const names = [...realConditions.slice(0, 2), 'One cook, async (again)', ...realConditions.slice(2)];
    expect(figure.rows.map(({ name }) => name)).toEqual(names);
    expect(figure.table.rows.map(([name]) => name)).toEqual(names);
    expect(figure.axis.from).toBe(0);
    const colours = (['sync', 'async', 'async', 'threads', 'processes'] as const).map((one) => baseColours[one]);
    expect(figure.rows.map(({ bar }) => bar?.[0]?.colour)).toEqual(colours);
    expect(figure.rows.map(({ look }) => look.hollow ?? false)).toEqual([false, false, true, false, false]);
    for (const { bar } of figure.rows) expect(bar?.[0]?.from).toBe(0);
  });

  it('adds hiring on top of the total, and nothing where nobody is hired', () => {
    firstCourse!.conditions.forEach(({ headline: total, headlineWithHiring }, index) => {
      const bar = figure.rows[index]?.bar ?? [];
      expect(bar[0]?.to).toBeCloseTo(total.estimate / 1e6, 2);
      expect(bar.at(-1)?.to).toBeCloseTo((headlineWithHiring?.estimate ?? 0) / 1e6, 1);
      expect(bar).toHaveLength(index < 3 ? 1 : 2);
    });
    const [hired, hiring] = figure.rows[4]?.bar ?? [];
    expect((hiring?.to ?? 0) - (hired?.to ?? 0)).toBeGreaterThan(50);
    expect(hiring?.isPale).toBe(true);
  });

  it('says where a hiring was not recorded', () => {
    const conditions = firstCourse!.conditions.map((one) => {
      return one.condition === 'threads' ? { ...one, headlineWithHiring: undefined } : one;
    });
    const row = totalsFigure(context, { ...firstCourse!, conditions }).table.rows[3];
    expect(row?.slice(4, 8)).toEqual(['not told', 'not told', 'not told', 'not told']);
  });

  it('names unit, n and machine', () => {
    expect(figure.table.columns.slice(1, 7).every((name) => name.endsWith('(ms)'))).toBe(true);
    expect(figure.caption).toContain('Synthetic CPU, cores offered: 4');
    expect(figure.caption).toContain('adds, n\u00a0=\u00a03 (hirings');
    expect(figure.caption).toContain('n\u00a0=\u00a07\u00a0rounds');
    expect(figure.table.columns.slice(7, 9)).toEqual(['With hiring, n', 'n (rounds)']);
    expect(figure.table.rows[3]?.slice(7, 9)).toEqual([3, 7]);
    expect(totalsFigure(context, doughs!).title).toBe('Second course: how long until everything is served?');
  });

  it('marks outliers and slow rounds, keeps every round, and has the warm-up only where it is asked for', () => {
    const summary = { ...firstCourse!.conditions[0]!, outliers: [2], slowRounds: [4], warmUpNs: 700_000_000 };
    const points = roundPoints(summary, false);
    expect(points.map(({ kind }) => kind)).toEqual(['round', 'round', 'flagged', 'round', 'flagged', 'round', 'round']);
    expect(points[0]?.value).toBeCloseTo((summary.headlinesNs[0] ?? 0) / 1e6, 2);
    expect(roundPoints(summary, true)[0]).toEqual({ value: 700, kind: 'warm-up' });
    expect(roundPoints({ ...summary, warmUpNs: undefined }, true)).toHaveLength(7);
  });
});

describe('statesFigure', () => {
  const figure = statesFigure(context, firstCourse!);

  it('names the worker states in the one order, in their colours', () => {
    expect(figure.legend?.map(({ name }) => name)).toEqual([...workerStates]);
    expect(figure.legend?.map(({ colour }) => colour)).toEqual(workerStates.map((state) => stateColours[state]));
  });

  it('adds up to 100 % for every condition, on an axis that ends there', () => {
    for (const { bar = [] } of figure.rows) {
      expect(bar.at(-1)?.to).toBeCloseTo(100, 1);
      bar.slice(1).forEach(({ from }, index) => expect(from).toBe(bar[index]?.to));
    }
    expect(figure.axis.to).toBe(100);
  });

  it('shows a blocked sync cook and an async cook that never is', () => {
    const blocked = (row: number) => figure.rows[row]?.bar?.find(({ colour }) => colour === stateColours.blocked);
    expect((blocked(0)?.to ?? 0) - (blocked(0)?.from ?? 0)).toBeGreaterThan(70);
    expect(blocked(1)).toBeUndefined();
  });

  it('says what 100 % is', () => {
    expect(figure.table.columns.at(-1)).toMatch(/100.% is/);
    expect(figure.table.rows[2]?.at(-1)).toMatch(/^3 x \d+ ms$/);
    expect(figure.caption).toMatch(/workers x wall time/);
    expect(figure.caption).toContain('no interval');
    expect(figure.caption).toContain('Start-up is measured apart');
  });
});

describe('servedFigure', () => {
  const figure = servedFigure(context, firstCourse!);

  it('has a mark for every dish of every real condition, each in a lane of its own, in the order of the table', () => {
    expect(figure?.table.rows).toHaveLength(12);
    expect(new Set(figure?.table.rows.map(([, task]) => task))).toEqual(new Set(['Eggs', 'Toast', 'Cleaning']));
    for (const { marks = [] } of figure?.rows ?? []) expect(new Set(marks.map(({ lane }) => lane)).size).toBe(3);
    const marks = (figure?.rows ?? []).flatMap((row) => row.marks ?? []);
    expect(marks.map(({ value }) => value.estimate)).toEqual(figure?.table.rows.map((row) => row[2]));
  });

  it('is in milliseconds', () => {
    expect(figure?.table.columns[2]).toBe('Served after (ms)');
    // One cook, sync serves the eggs when their 300 ms are over.
    const eggs = Number(figure?.table.rows.find(([name, task]) => name === 'One cook, sync' && task === 'Eggs')?.[2]);
    expect(eggs).toBeGreaterThan(280);
    expect(eggs).toBeLessThan(330);
  });
});

function rowsOf(figure: Figure | undefined) {
  if (figure?.kind !== 'rows') throw new Error('a figure of rows');
  return figure;
}

describe('prediction and outcome in numbers', () => {
  const figure = rowsOf(outcomeFigure(context, firstCourse!));

  it('has a row for each real condition in the order of the definition, in its colour and marker', () => {
    expect(figure.table.rows.map(([name]) => name)).toEqual(realConditions);
    figure.rows.forEach(({ marks = [] }, index) => {
      const strategy = strategies[index] ?? 'sync';
      for (const { look } of marks) {
        expect(look).toMatchObject({ colour: baseColours[strategy], shape: strategyMarkers[strategy] });
      }
      expect(marks.map(({ look }) => look.hollow ?? false)).toEqual([true, false]);
    });
  });

  it('puts prediction and measured median on the same row, in milliseconds', () => {
    expect(figure.rows.map(({ marks }) => marks?.[0]?.value.estimate)).toEqual([580, 300, 300, 350]);
    const totals = new Map(
      firstCourse!.conditions.map(({ condition, headline: total }) => [condition, total.estimate]),
    );
    strategies.forEach((id, row) => {
      expect(figure.rows[row]?.marks?.[1]?.value.estimate).toBeCloseTo((totals.get(id) ?? 0) / 1e6, 2);
      expect(figure.rows[row]?.link?.[1]).toBe(figure.rows[row]?.marks?.[1]?.value.estimate);
    });
  });

  it('gives the exact values with unit and n in the table', () => {
    expect(figure.table.columns).toEqual([
      'Condition',
      'Predicted (ms)',
      'Measured median (ms)',
      'Interval, low end (ms)',
      'Interval, high end (ms)',
      'n (rounds)',
    ]);
    const [, guess, median, low, high, n] = figure.table.rows[0] ?? [];
    expect([guess, n]).toEqual([580, 7]);
    expect(Number(low)).toBeLessThanOrEqual(Number(median));
    expect(Number(median)).toBeLessThanOrEqual(Number(high));
  });

  it('starts at zero and names quantity, unit, n and machine', () => {
    expect(figure.axis.from).toBe(0);
    expect(figure.axis.title).toContain('(ms)');
    expect(figure.caption).toContain('Synthetic CPU');
    expect(figure.caption).toMatch(/n.=.7.rounds/);
  });

  it('shows the prediction alone before the run, with the rows still unset named so', () => {
    const early = draftFigure(
      context,
      eggsAndToast.parts.find(({ id }) => id === 'doughs')!,
      { sync: 240 },
    );
    const unset = realConditions.slice(1).map((name) => [name, 'none']);
    expect(early.table.rows).toEqual([['One cook, sync', 240], ...unset]);
    expect(early.rows.map(({ marks }) => marks?.length)).toEqual([1, 0, 0, 0]);
  });

  it('has no predicted marks and another title when the prediction was skipped', () => {
    const skipped = contextOf(syntheticRecord({ prediction: 'skipped' }));
    const outcome = rowsOf(outcomeFigure(skipped, skipped.analysis.parts[0]!));
    expect(outcome.rows.map(({ marks }) => marks?.length)).toEqual([1, 1, 1, 1]);
    expect(outcome.title).toBe('First course: what was measured?');
    expect(figuresOf(skipped).map(({ id }) => id)).not.toContain('prediction');
  });

  it('keeps only measured conditions of a run that ended early', () => {
    const conditions = firstCourse!.conditions.filter((one) => one.condition !== 'threads');
    const early = rowsOf(outcomeFigure(context, { ...firstCourse!, conditions }));
    expect(early.table.rows).toHaveLength(3);
    expect(early.rows.map(({ marks }) => marks?.length)).toEqual([2, 2, 2]);
  });
});

describe('forestFigure', () => {
  const { parts } = context.analysis;

  it('has a row for each measured ratio below the name of its part, each on the band that the noise of its part explains', () => {
    const figure = forestFigure(context);
    expect(figure?.rows.filter(({ isHeading }) => isHeading).map(({ name }) => name)).toEqual([
      'First course',
      'Second course',
    ]);
    const rows = figure?.rows.filter(({ isHeading }) => !isHeading) ?? [];
    const measured = parts.flatMap(({ verdicts, noise }) => verdicts.map((verdict) => ({ verdict, noise })));
    expect(rows.map(({ marks }) => marks?.[0]?.value.estimate)).toEqual(
      measured.map(({ verdict }) => verdict.ratio?.estimate),
    );
    expect(rows.map(({ band }) => band?.high)).toEqual(measured.map(({ noise }) => noise?.ratio));
    for (const { band } of rows) expect((band?.high ?? 0) * (band?.low ?? 0)).toBeCloseTo(1, 9);
    expect(figure?.divide).toBe(1);
    expect(figure?.table.rows).toHaveLength(measured.length);
  });

  it('says the verdict in words and what theory says, and draws hollow what nobody may judge', () => {
    const [first] = forestFigure(context)?.rows.filter(({ isHeading }) => !isHeading) ?? [];
    expect(first?.labels?.[0]).toMatch(/^1\.9\dx faster \[1\.9\d, 1\.9\d\]$/);
    expect(first?.labels?.[1]).toBe('as theory predicts');
    expect(first?.marks?.[0]?.look.hollow).toBe(false);
    const noisy = parts.map((part) => ({
      ...part,
      verdicts: part.verdicts.map((one) => ({ ...one, verdict: 'too-noisy', finding: 'too-noisy' }) as const),
    }));
    const [row] =
      forestFigure({ ...context, analysis: { ...context.analysis, parts: noisy } })?.rows.filter(
        ({ isHeading }) => !isHeading,
      ) ?? [];
    expect(row?.labels?.[0]).toBe('too noisy to tell');
    expect(row?.marks?.[0]?.look.hollow).toBe(true);
    expect(
      forestFigure({
        ...context,
        analysis: { ...context.analysis, parts: noisy.map((one) => ({ ...one, verdicts: [] })) },
      }),
    ).toBeUndefined();
  });
});

describe('levelsFigure', () => {
  it('puts every question about single conditions of freeze-the-window into one matrix of places by measures', () => {
    const record = recordsOfEveryExperiment().get('freeze-the-window');
    const freeze = contextOf(record!);
    const [part] = freeze.analysis.parts;
    const figure = levelsFigure(freeze, part!);
    expect(figure?.rows.map(({ name }) => name)).toEqual(['Page', 'Main', 'Web Worker', 'Worker thread', 'Process']);
    expect(figure?.columns).toHaveLength(3);
    const judged = figure?.rows.flatMap(({ cells }) => cells.flatMap(({ badges }) => badges)) ?? [];
    expect(judged).toHaveLength(part!.levels.length);
    expect(levelsFigure(freeze, { ...part!, levels: [] })).toBeUndefined();
  });
});

describe('workerCpuFigure', () => {
  const record = syntheticWorkbenchRecord({ choice: { strategies: ['sync', 'threads'], workers: [3], tasks: 9 } });
  const workbench = contextOf(record);
  const [part] = workbench.analysis.parts;
  const figure = workerCpuFigure(workbench, part!);

  it('has a mark for every worker, on the row of its condition', () => {
    expect(figure?.table.rows.map(([condition, worker]) => [condition, worker])).toEqual([
      ['Sync', 'Worker 1'],
      ['3 threads', 'Worker 1'],
      ['3 threads', 'Worker 2'],
      ['3 threads', 'Worker 3'],
      ['Sync (again)', 'Worker 1'],
    ]);
    expect(figure?.rows.map(({ marks }) => marks?.map(({ lane }) => lane))).toEqual([[0], [0, 1, 2], [0]]);
    const colours = figure?.rows.map(({ marks }) => marks?.[0]?.look.colour);
    expect(colours).toEqual([baseColours.sync, baseColours.threads, baseColours.sync]);
  });

  it('gives CPU milliseconds with interval, and the tasks of each worker', () => {
    const seconds = workbench.analysis.workbench?.[1]?.workers[0]?.cpuSeconds?.estimate ?? 0;
    expect(figure?.rows[1]?.marks?.[0]?.value.estimate).toBeCloseTo(seconds * 1000, 6);
    expect(figure?.table.rows[1]?.at(-1)).toBe(3);
    expect(figure?.table.columns.slice(2, 5).every((name) => name.endsWith('(ms)'))).toBe(true);
    expect(figure?.caption).toContain('Synthetic CPU');
  });

  it('is absent where the CPU time of no worker is told', () => {
    const silent = (workbench.analysis.workbench ?? []).map((one) => ({
      ...one,
      workers: one.workers.map((worker) => ({ ...worker, cpuSeconds: undefined })),
    }));
    expect(
      workerCpuFigure({ ...workbench, analysis: { ...workbench.analysis, workbench: silent } }, part!),
    ).toBeUndefined();
  });

  it('stands beside figures in the words of the Workbench', () => {
    expect(definitionFor(record.plan)?.id).toBe('workbench');
    for (const one of [totalsFigure(workbench, part!), statesFigure(workbench, part!)]) {
      const words = [one.title, one.caption, ...one.table.columns].join(' ');
      expect(words).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|served)\b/i);
      expect(words).not.toMatch(/[{}]/);
    }
    expect(totalsFigure(workbench, part!).table.rows).toHaveLength(3);
  });
});

describe.each([...recordsOfEveryExperiment()])('the figures of %s', (_, record) => {
  const figures = figuresOf(contextOf(record)).flatMap((group) => group.figures);

  it('have names of their own, and no text without its words or with a place left empty', () => {
    expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length);
    for (const { name, title, caption, table } of figures) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      for (const text of [title, caption, ...table.columns]) {
        expect(text, name).not.toMatch(/[{}]|\b(results|frames|beats|price|plane|curve|breakEven|figures)\.\w/);
      }
      expect(caption, name).toMatch(/rounds|Synthetic CPU|recorded/);
      for (const row of table.rows) expect(row, name).toHaveLength(table.columns.length);
    }
  });

  it('are none where nothing was measured', () => {
    const { experiment, names, analysis } = contextOf(record);
    const parts = analysis.parts.map((part) => ({ ...part, conditions: [] }));
    expect(figuresOf({ record, experiment, names, analysis: { ...analysis, parts } })).toEqual([]);
  });
});
