import { describe, expect, it } from 'vitest';
import { strategies } from '../experiments/definition-types';
import type { WorkbenchChoice } from '../experiments/workbench/choice';
import { analyse } from '../analysis/analysis';
import type { RunRecord } from '../record/record';
import { syntheticWorkbenchRecord, type SyntheticWorkbenchOptions } from '../testing/synthetic-workbench';
import { formatDurationInterval } from '../texts/format';
import { renderReport } from './report';
import { setUpFacts } from '../words/workbench-set-up';
import {
  catalogueTexts,
  figuresTable,
  threadsTable,
  workersTable,
  type WorkbenchContext,
} from '../words/workbench-tables';

function contextOf(record: RunRecord): WorkbenchContext {
  return { record, analysis: analyse(record), experiment: record.definition, texts: catalogueTexts('workbench') };
}

function pageOf(options: SyntheticWorkbenchOptions): string {
  const record = syntheticWorkbenchRecord(options);
  return renderReport(record, analyse(record), { stylesheet: '/assets/report.css' });
}

function textOf(page: string): string {
  return page
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const all: Partial<WorkbenchChoice> = { strategies: [...strategies], workers: [1, 3], inFlight: [4], tasks: 6 };

describe('the report of a Workbench record', () => {
  it('holds figures, threads, workers, set-up and every verdict, and leaves no place open', () => {
    const text = textOf(pageOf({ choice: { tasks: 8, targetWidth: 0.05, pinnedCores: 1 } }));
    for (const heading of [
      'Condition by condition',
      'What the workers cost the machine',
      'How was the CPU time shared among the workers?',
      'How it was set up',
      'Verdicts',
    ]) {
      expect(text).toContain(heading);
    }
    const record = syntheticWorkbenchRecord({ choice: { tasks: 8, targetWidth: 0.05, pinnedCores: 1 } });
    for (const { total } of analyse(record).parts[0]!.conditions) expect(text).toContain(formatDurationInterval(total));
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object|\{\w+\}/);
  });

  it.each([
    ['every strategy', { choice: all }],
    ['cancelled before the first round', { outcome: { status: 'cancelled' }, rounds: 1 }],
    ['without counters', { counters: false }],
  ] as const)('speaks neither of the kitchen nor of theory: %s', (_name, options) => {
    const choice = options as SyntheticWorkbenchOptions;
    const text = textOf(pageOf(choice));
    expect(text).not.toMatch(/\b(cook|cooks|dish|dishes|ticket|kitchen|theory|predicted|prediction)\b/i);
    expect(text).not.toMatch(/NaN|undefined|\{\w+\}/);
  });

  it('shows every span of a small run once, and few pieces of a large one', () => {
    const spans = (page: string): number => (page.match(/class="span"/g) ?? []).length;
    const small = pageOf({ choice: { strategies: ['sync'], tasks: 8 } });
    const large = pageOf({ choice: { strategies: ['sync'], tasks: 1000, taskMs: 0.1 }, rounds: 1 });
    expect(spans(small)).toBeGreaterThan(2 * 8);
    expect(spans(large)).toBeLessThan(2 * 900);
    expect(spans(large)).toBeGreaterThan(100);
  });

  it('breaks figures that are taller than a page, and draws every lane', () => {
    const choice: Partial<WorkbenchChoice> = {
      strategies: ['sync', 'threads', 'processes'],
      workers: [1, 2, 3, 5, 8],
      tasks: 8,
    };
    const page = pageOf({ choice, rounds: 2 });
    const heights = [...page.matchAll(/<svg viewBox="0 0 \d+ ([\d.]+)"/g)].map(([, height]) => Number(height));
    expect(Math.max(...heights)).toBeLessThan(950);
    expect(page).toContain('One recorded execution of each condition: All tasks (2 of 2)');
    const lanes = 1 + 1 + 2 * (1 + 2 + 3 + 5 + 8);
    expect(page.match(/>Worker \d+</g)?.length).toBeGreaterThanOrEqual(lanes);
  });
});

describe('tables', () => {
  const context = contextOf(syntheticWorkbenchRecord({ choice: { tasks: 12 } }));

  it('have one row per condition, in the same order, each as long as its head', () => {
    for (const table of [figuresTable(context), threadsTable(context)]) {
      expect(table.rows.map(([name]) => name)).toEqual([
        'Sync',
        'Async, 16 in flight',
        '2 threads',
        '2 processes',
        'Sync (again)',
      ]);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
    expect(workersTable(context).rows).toHaveLength(1 + 1 + 2 + 2 + 1);
  });

  it('compare with the first condition and say which pair shows the noise', () => {
    const rows = figuresTable(context).rows.map((row) => row.slice(-2));
    expect(rows[0]).toEqual(['–', 'baseline']);
    expect(rows.at(-1)).toEqual(['–', 'noise pair']);
    expect(rows[2]).toEqual([expect.stringMatching(/^0\.5\d+\n\[0\.5/), 'faster']);
  });

  it('put an interval below its estimate, with units', () => {
    const [sync] = figuresTable(context).rows;
    expect(sync?.[1]).toMatch(/^60\.\d\u00a0ms\n\[\d/);
    expect(sync?.[2]).toMatch(/^\d+\u00a0\/s\n\[/);
    expect(sync?.[5]).toMatch(/^5\.\d+\u00a0ms\n/);
    expect(sync?.[6]).toBe(String(7 * 12));
    expect(threadsTable(context).rows[0]?.[3]).toMatch(/^\d+(\.\d)?\u00a0%\n\[/);
  });

  it('say where a machine does not tell', () => {
    const silent = contextOf(syntheticWorkbenchRecord({ counters: false }));
    expect(threadsTable(silent).rows.every((row) => row.slice(3).join('') === '––––')).toBe(true);
  });
});

describe('setUpFacts', () => {
  const lines = (options: SyntheticWorkbenchOptions, change: (record: RunRecord) => void = () => undefined) => {
    const record = syntheticWorkbenchRecord(options);
    change(record);
    return Object.fromEntries(setUpFacts(contextOf(record)).map(({ name, lines: said }) => [name, said.join(' / ')]));
  };

  it('names what was chosen, calibrated and asked for', () => {
    const facts = lines({ choice: { workload: 'mixed', taskMs: 3, memoryLimitMb: 64, taskTimeoutMs: 500 } });
    expect(facts).toMatchObject({
      Workload: 'Wait, then compute: Integers (hashing)',
      'Size of a task': '3.00 ms wanted, 40 tasks per execution',
      'Share of waiting': '50 %',
      Calibration: 'knead: 750,000 iterations per task for 3.00 ms wanted, from 3 samples',
      Pinning: 'not asked for',
      'Why it stopped': 'a fixed number of rounds: 7',
      'Memory limit': '64 MB of heap per worker',
      'Time-out of a task': '500 ms',
    });
  });

  it('says what was read back of a pinning, once if it was the same everywhere', () => {
    const choice = { pinnedCores: 1 };
    expect(lines({ choice })['Pinning']).toBe(
      'Every condition: 1 core asked for, set by taskset; allowed cores read back from every thread: 0 (verified)',
    );
    const different = lines({ choice }, (record) => {
      const [, second] = record.pinnings ?? [];
      if (second) Object.assign(second, { allowed: ['0', '0-3'], verified: false });
    });
    expect(different['Pinning']).toContain('Async, 16 in flight: 1 core');
    expect(different['Pinning']).toContain('0; 0-3 (not verified)');
    expect(lines({ choice }, (record) => delete record.pinnings)['Pinning']).toContain('the run ended before it');
  });

  it('says why a run stopped', () => {
    expect(lines({ choice: { targetWidth: 0.05 } })['Why it stopped']).toBe(
      'after 7 rounds: every interval is narrower than 5 % (widest 1 %)',
    );
    const reached = lines({ choice: { targetWidth: 0.05 } }, (record) => {
      record.stop = { reason: 'maximum-reached', rounds: 7, widest: 0.2 };
    });
    expect(reached['Why it stopped']).toContain('after all 7 rounds');
    expect(lines({ outcome: { status: 'cancelled' } })['Why it stopped']).toContain('ended in round 7 of 7');
  });

  it('has nothing to say of other experiments', () => {
    const record = syntheticWorkbenchRecord();
    delete record.plan.workbench;
    expect(setUpFacts({ ...contextOf(syntheticWorkbenchRecord()), record })).toEqual([]);
  });
});
