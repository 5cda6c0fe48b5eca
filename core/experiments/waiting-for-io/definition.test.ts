import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { definitionFor } from '../definition-for';
import { waitingForIo } from './definition';

function findings(options: SyntheticTasksOptions): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(waitingForIo, options));
  expect(verdicts).toHaveLength(3 * 6);
  return Object.fromEntries(
    verdicts.map(({ part, condition, baseline, finding }) => [
      `${part} ${condition.slice(10)}/${baseline.slice(10)}`,
      finding,
    ]),
  );
}

/** The number in flight of a condition, the second of the A/A pair included. */
function inFlight(condition: string): number {
  return Number(/\d+/.exec(condition)?.[0]);
}

const against1 = ['2/1', '4/1', '8/1', '16/1', '32/1'];
const every = (part: string, comparisons: readonly string[], finding: string): Record<string, string> =>
  Object.fromEntries(comparisons.map((one) => [`${part} ${one}`, finding]));

describe('waiting-for-io', () => {
  it('has requests that scale, and files and queries that stop early, as theory says', () => {
    const totalMs = (part: string, condition: string): number => {
      const n = inFlight(condition);
      if (part === 'requests') return 330 / n + 8;
      return part === 'files' ? 70 : 90 / Math.min(n, 3);
    };
    expect(findings({ totalMs })).toEqual({
      ...every('requests', [...against1, '16/4'], 'as-expected'),
      ...every('files', [...against1, '16/4'], 'no-difference'),
      ...every('queries', against1, 'as-expected'),
      'queries 16/4': 'no-difference',
    });
  });

  it('keeps sequential, four and sixteen in flight for the quick preset', () => {
    const quick = definitionFor({ experiment: 'waiting-for-io', preset: 'quick' });
    expect(quick?.conditions.map(({ id }) => id)).toEqual([
      'in-flight-1',
      'in-flight-4',
      'in-flight-16',
      'in-flight-16-again',
    ]);
    for (const { comparisons } of quick?.parts ?? []) {
      expect(comparisons.map(({ condition, baseline }) => `${condition} ${baseline}`)).toEqual([
        'in-flight-16 in-flight-1',
        'in-flight-16 in-flight-4',
        'in-flight-4 in-flight-1',
      ]);
    }
  });
});
