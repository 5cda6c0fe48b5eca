import { describe, expect, it } from 'vitest';
import { analyse, verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { noiseFloor } from './definition';

function findings(options: SyntheticTasksOptions): Record<string, string> {
  const verdicts = verdictsOf(syntheticTasksRecord(noiseFloor, options));
  return Object.fromEntries(
    verdicts.map(({ part, condition, baseline, finding }) => [`${part} ${condition}/${baseline}`, finding]),
  );
}

const comparisons = [
  'computing second/first',
  'computing third/second',
  'waiting second/first',
  'waiting third/second',
];
const all = (finding: string): Record<string, string> => Object.fromEntries(comparisons.map((one) => [one, finding]));

describe('noise-floor', () => {
  it('compares conditions that differ in nothing but their id', () => {
    const same = noiseFloor.conditions.map(({ strategy, seats, inFlight, pinnedCores, cold }) =>
      JSON.stringify({ strategy, seats, inFlight, pinnedCores, cold }),
    );
    expect(same).toHaveLength(4);
    expect(new Set(same).size).toBe(1);
  });

  it('finds equal things equal, as theory says', () => {
    // The pair spans more than the others, as its two halves are moved apart.
    const apart = (_part: string, condition: string): number => (condition === 'first-again' ? 123 : 120);
    expect(findings({ totalMs: apart })).toEqual(all('as-expected'));
  });

  it('has one false alarm where one name alone was disturbed, in its part only', () => {
    const totalMs = (part: string, condition: string): number => (part + condition === 'waitingthird' ? 150 : 120);
    // The pair moved apart by a little: the undisturbed names lie within its floor.
    const withNoise = (part: string, condition: string): number =>
      condition === 'first-again' ? 122 : totalMs(part, condition);
    expect(findings({ totalMs: withNoise })).toEqual({ ...all('as-expected'), 'waiting third/second': 'opposite' });
  });

  it('takes the floor from the pair alone, and never below one per cent', () => {
    const floors = (again: number): number[] => {
      const totalMs = (_part: string, condition: string): number => (condition === 'first-again' ? again : 120);
      const { parts } = analyse(syntheticTasksRecord(noiseFloor, { totalMs, noise: 0 }));
      return parts.map(({ noise }) => noise?.ratio ?? 0);
    };
    for (const floor of floors(120)) expect(floor).toBeCloseTo(1.01, 5);
    for (const floor of floors(132)) expect(floor).toBeCloseTo(1.1, 5);
    for (const floor of floors(100)) expect(floor).toBeCloseTo(1.2, 5);
  });
});
