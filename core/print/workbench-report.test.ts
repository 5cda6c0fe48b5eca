import { describe, expect, it } from 'vitest';
import { strategies } from '../experiments/definition-types';
import type { WorkbenchChoice } from '../experiments/workbench/choice';
import { analyse } from '../analysis/analysis';
import { syntheticWorkbenchRecord, type SyntheticWorkbenchOptions } from '../testing/synthetic-workbench';
import { formatDurationInterval } from '../texts/format';
import { renderReport } from './report';

function pageOf(options: SyntheticWorkbenchOptions): string {
  const record = syntheticWorkbenchRecord(options);
  return renderReport(record, analyse(record), { stylesheet: '/assets/report.css', appendix: true });
}

function textOf(page: string): string {
  return (
    page
      .replace(/<svg.*?<\/svg>/gs, ' ')
      // Code has words and braces of its own: `core/code/code.test.ts`.
      .replace(/<pre>.*?<\/pre>/gs, ' ')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
  );
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
    for (const { headline: total } of analyse(record).parts[0]!.conditions)
      expect(text).toContain(formatDurationInterval(total));
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
    expect(page).toContain('All tasks: one recorded execution of each condition (2 of 2)');
    const lanes = 1 + 1 + 2 * (1 + 2 + 3 + 5 + 8);
    expect(page.match(/>Worker \d+</g)?.length).toBeGreaterThanOrEqual(lanes);
  });
});
