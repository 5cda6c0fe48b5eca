import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../analysis/analysis';
import { syntheticTasksRecord, type SyntheticTasksOptions } from '../../testing/synthetic-tasks';
import { findText } from '../../texts/translate';
import { fourScenarios, scenarios } from './definition';
import { fourScenariosExplanations } from './texts/en-explanations';

const columns = ['sync', 'async'] as const;
/** Every cell of the matrix that is compared with the first one, in each part. */
const compared = scenarios
  .flatMap((row) => columns.map((column) => `${row}-${column}`))
  .filter((id) => id !== 'one-core-sync');
const parts = ['computing', 'requests', 'mixed'] as const;

function findings(cores: number, options: SyntheticTasksOptions): Record<string, string> {
  const all = verdictsOf(syntheticTasksRecord(fourScenarios(cores), { ...options, cores }));
  const verdicts = all.filter(({ baseline }) => baseline === 'one-core-sync');
  // And the free thread's two against each other, once in each part.
  expect(all.filter((one) => !verdicts.includes(one)).map(({ baseline }) => baseline)).toEqual(
    parts.map(() => 'one-thread-sync'),
  );
  return Object.fromEntries(verdicts.map(({ part, condition, finding }) => [`${part} ${condition}`, finding]));
}

/** The one cell about which theory predicts nothing. */
const unpredicted = 'requests one-thread-sync';
const all = (finding: string, ofUnpredicted: string): Record<string, string> => ({
  ...Object.fromEntries(parts.flatMap((part) => compared.map((id) => [`${part} ${id}`, finding]))),
  [unpredicted]: ofUnpredicted,
});

/** The floor is what the two halves of the pair are apart: two per cent. */
function withFloor(totalMs: (part: string, condition: string) => number): SyntheticTasksOptions {
  return {
    totalMs: (part, condition) =>
      condition === 'one-core-sync-again' ? 1.02 * totalMs(part, 'one-core-sync') : totalMs(part, condition),
  };
}

/** Totals as theory says: waits overlap under async and among workers, computing among cores alone. */
function ideal(cores: number): (part: string, condition: string) => number {
  const workers = Math.max(2, Math.min(cores, 4));
  return (part, condition) => {
    const many = condition.startsWith('many');
    const waitMs = { computing: 0, requests: 40 }[part] ?? 30;
    const waits = condition.endsWith('-async') ? 8 : many ? workers : 1;
    return waitMs / waits + (40 - waitMs) / (many ? Math.min(workers, cores) : 1);
  };
}

describe('four-scenarios', () => {
  it.each([1, 2, 3, 4, 16])('finds what theory says in every cell on %d cores', (cores) => {
    expect(findings(cores, withFloor(ideal(cores)))).toEqual(all('as-expected', 'no-difference'));
  });

  it('sees the opposite in every cell', () => {
    expect(
      findings(
        2,
        withFloor((_part, condition) => (condition === 'one-core-sync' ? 40 : 60)),
      ),
    ).toEqual(all('opposite', 'measured'));
    // On one core several workers that gain for computing are the opposite as well.
    expect(findings(1, withFloor(ideal(2)))).toMatchObject({
      'computing many-threads-sync': 'opposite',
      'computing many-processes-async': 'opposite',
      'requests many-threads-sync': 'as-expected',
    });
  });

  it.each([1, 2, 4, 64])('is the same matrix in every part on %d cores, and pins the first row alone', (cores) => {
    const experiment = fourScenarios(cores);
    const ids = scenarios.flatMap((row) => columns.map((column) => `${row}-${column}`));
    for (const part of experiment.parts) {
      expect(part.conditions.filter((id) => !id.endsWith('-again'))).toEqual(expect.arrayContaining(ids));
      expect(part.conditions).toHaveLength(ids.length + 1);
    }
    const computeTasks = experiment.parameters.find(({ id }) => id === 'computeTasks');
    const pinned = experiment.conditions.filter(({ pinnedCores }) => pinnedCores !== undefined);
    expect(pinned.map(({ id }) => id)).toEqual(['one-core-sync', 'one-core-sync-again', 'one-core-async']);
    expect(pinned.every(({ pinnedCores, seats }) => pinnedCores === 1 && seats.length === 1)).toBe(true);
    for (const { id, seats, inFlight } of experiment.conditions) {
      // An async worker never has to hold one back, however many a person chooses.
      expect(inFlight, id).toBe(id.endsWith('-async') ? computeTasks?.maximum : undefined);
      expect(seats, id).toHaveLength(id.startsWith('many') ? (cores < 4 ? 2 : 4) : 1);
    }
  });

  it('has as many tasks, and as much waiting, as its texts say', () => {
    const texts = 'experiments.four-scenarios';
    for (const { id, work } of fourScenarios(2).parts) {
      if (id === 'computing') {
        expect(work?.tasks).toEqual({ parameter: 'computeTasks' });
        expect(findText(`${texts}.forecast.${id}.predict`)).toContain('of {computeTasks} tasks');
        continue;
      }
      expect(work?.tasks).toBe(3);
      expect(findText(`${texts}.part.${id}.detail`)).toMatch(/^3 /);
      // Nothing is asked about the tasks that do both.
      if (id !== 'mixed') expect(findText(`${texts}.forecast.${id}.predict`)).toContain('of 3 ');
    }
    for (const { id, unit, standard } of fourScenarios(2).parameters) {
      if (unit === 'ms') expect(standard, id).toBeGreaterThanOrEqual(20);
    }
    const mixed = fourScenarios(2).parts.find(({ id }) => id === 'mixed');
    expect(mixed?.work?.waitShare).toBe(0.75);
    expect(JSON.stringify(fourScenariosExplanations)).toContain('three quarters');
  });
});
