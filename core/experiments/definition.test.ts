/** What every experiment keeps to, whatever it is about; what is its own stands in its folder. */
import { describe, expect, it } from 'vitest';
import { analyse, verdictsOf } from '../analysis/analysis';
import { measureOf } from '../analysis/measures';
import { findingFor, type VerdictKind } from '../analysis/verdicts';
import { ledger } from '../claims/ledger';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { withAllMeasures } from '../testing/synthetic-measures';
import { catalogue, findExperiment } from './catalogue';
import { definitionFor } from './definition-for';
import { presets, strategies, type ExperimentDefinition, type PartDefinition } from './definition-types';
import type { Experiment } from './experiment';
import { experiments } from './index';
import { measureIds, thresholdOf } from './measures';
import { resolveWork } from './work';
import { standardValues } from './standard-values';

const ids = Object.keys(experiments);
/** Machines: one core, the smallest of the lab, more, an odd number. */
const machines = [1, 2, 3, 4, 8, 64];
const each = ids.flatMap((id) => machines.map((cores): [string, number] => [id, cores]));

function on(id: string, cores: number): ExperimentDefinition {
  const found = findExperiment(id, cores);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function expectUnique(values: readonly string[]): void {
  expect(new Set(values).size, values.join(', ')).toBe(values.length);
}

/** What a part that some preset keeps must have, whatever is left out. */
function expectWhole({ conditions: all }: ExperimentDefinition, part: PartDefinition): void {
  const { conditions, noisePair, comparisons, levels = [], predicted = [] } = part;
  const known = new Set(all.map(({ id }) => id));
  for (const id of conditions) expect(known, part.id).toContain(id);
  for (const id of [...noisePair, ...predicted, ...levels.map(({ condition }) => condition)]) {
    expect(conditions, part.id).toContain(id);
  }
  const repeats = all.filter((one) => one.repeats !== undefined).map(({ id }) => id);
  expect(comparisons.length, part.id).toBeGreaterThan(0);
  for (const { condition, baseline } of comparisons) {
    expect(conditions, part.id).toEqual(expect.arrayContaining([condition, baseline]));
    expect(condition).not.toBe(baseline);
    // The second half of a pair is there for the noise alone.
    expect(repeats).not.toContain(condition);
    expect(repeats).not.toContain(baseline);
  }
}

describe.each(ids)('the registration of %s', (id) => {
  it('is by its own id', () => {
    expect(on(id, 2).id).toBe(id);
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('has rules for statements that exist, and all of them are in the ledger', () => {
    const registered: Readonly<Record<string, Experiment>> = experiments;
    const rules = Object.entries(registered[id]?.claims ?? {});
    for (const [number, own] of rules) {
      const statement = ledger.find((one) => one.number === Number(number));
      expect(statement?.testedBy).toContain(id);
      const found = statement?.rules.filter(({ experiment }) => experiment === id);
      expect(found).toEqual(own.map((rule) => ({ ...rule, experiment: id })));
    }
  });
});

describe.each(each)('the definition of %s on %d cores', (id, cores) => {
  const experiment = on(id, cores);
  const { conditions, parts, parameters } = experiment;

  it('names everything once', () => {
    expectUnique(conditions.map((one) => one.id));
    expectUnique(parts.map((one) => one.id));
    expectUnique(parameters.map((one) => one.id));
    for (const { seats } of conditions) expectUnique(seats.map((one) => one.id));
    for (const { comparisons, levels = [], conditions: own, measures = [], tasks } of parts) {
      expectUnique(own);
      expectUnique(tasks);
      expectUnique(measures);
      expectUnique(comparisons.map(({ condition, baseline }) => `${condition} against ${baseline}`));
      expectUnique(levels.map(({ condition, measure }) => `${measure} of ${condition}`));
    }
  });

  it('has parts that are whole, under every preset', () => {
    for (const preset of presets) {
      const { leavesOut = [], leavesOutParts = [] } = experiment.presets[preset];
      for (const left of leavesOut) expect(conditions.map((one) => one.id)).toContain(left);
      for (const left of leavesOutParts) expect(parts.map((one) => one.id)).toContain(left);
      const narrowed = definitionFor({ experiment: id, preset, cores });
      expect(narrowed?.parts.length).toBeGreaterThan(0);
      if (narrowed) for (const part of narrowed.parts) expectWhole(narrowed, part);
    }
    const kept = definitionFor({ experiment: id, preset: 'quick', cores })?.parts.map((part) => part.id) ?? [];
    // Whoever has predicted a part must be shown it.
    for (const part of parts) if (part.predicted?.length !== 0) expect(kept).toContain(part.id);
    const used = parts.flatMap((part) => part.conditions);
    for (const condition of conditions) expect(used).toContain(condition.id);
  });

  it('has in each part an A/A pair of the same condition', () => {
    for (const { noisePair } of parts) {
      const [first, second] = noisePair.map((one) => conditions.find((condition) => condition.id === one));
      expect(second?.repeats).toBe(first?.id);
      expect({ ...second, id: '', repeats: '' }).toEqual({ ...first, id: '', repeats: '' });
    }
  });

  it('has strategies, seats and measures that exist, and thresholds and work that its parameters can fill', () => {
    const values = standardValues(experiment);
    for (const { strategy, seats, inFlight = 1 } of conditions) {
      expect(strategies).toContain(strategy);
      expect(seats.length).toBeGreaterThan(0);
      expect(inFlight).toBeGreaterThanOrEqual(1);
    }
    for (const { work, levels = [], measures = [], headline = 'total', predictionScaleMs, control } of parts) {
      expect(measureIds).toEqual(expect.arrayContaining([...measures, headline]));
      expect(measures).not.toContain(headline);
      for (const level of levels) {
        expect([...measures, headline]).toContain(level.measure);
        const { threshold } = level;
        if (typeof threshold === 'object' && 'measure' in threshold) {
          // A share of another measure of the same cell.
          expect([...measures, headline]).toContain(threshold.measure);
          expect(threshold.share).toBeGreaterThan(0);
        } else expect(thresholdOf(level, values)).toBeGreaterThan(0);
      }
      if (control) {
        const { idle } = conditions.find(({ id: one }) => one === control.condition) ?? {};
        expect(idle).toBe(true);
        expect([...measures, headline]).toContain(control.measure);
        expect(thresholdOf(control, values)).toBeGreaterThan(0);
      }
      if (work) expect(resolveWork(work, values).tasks).toBeGreaterThan(0);
      expect(predictionScaleMs).toBeGreaterThan(0);
    }
  });

  it('has parameters whose standard is allowed, the rounds among them', () => {
    const own = parameters.filter(({ unit }) => unit !== 'rounds');
    for (const { standard, minimum, maximum } of own) {
      expect(Number.isInteger(standard)).toBe(true);
      expect(standard).toBeGreaterThanOrEqual(minimum);
      expect(standard).toBeLessThanOrEqual(maximum);
    }
    const rounds = parameters.filter(({ unit }) => unit === 'rounds');
    expect(rounds).toEqual([expect.objectContaining({ id: 'rounds', minimum: 1, maximum: 200 })]);
  });

  it('has 7, 15 and 30 rounds, enough to decide, and a budget well above what is expected', () => {
    const { quick, standard, thorough } = experiment.presets;
    expect([quick.rounds, standard.rounds, thorough.rounds]).toEqual([7, 15, 30]);
    expect(quick.hiringTrials).toBeGreaterThan(0);
    for (const { expectedSeconds, timeBudgetSeconds } of [quick, standard, thorough]) {
      expect(timeBudgetSeconds).toBeGreaterThanOrEqual(3 * expectedSeconds);
    }
    expect(standard.expectedSeconds).toBeGreaterThan(quick.expectedSeconds);
    expect(thorough.expectedSeconds).toBeGreaterThan(standard.expectedSeconds);
    expect(standard.hiringTrials).toBeGreaterThanOrEqual(quick.hiringTrials);
    expect(thorough.hiringTrials).toBeGreaterThanOrEqual(standard.hiringTrials);
    expect(experiment.smallestDifference).toBe(0.01);
  });
});

/** An invented run. Both halves of a pair take as long, so the floor is the smallest. */
function invented(id: string, totalMs: (index: number, round: number) => number, rounds = 7): RunRecord {
  const different = differentOf(id);
  return syntheticTasksRecord(on(id, 2), {
    totalMs: (_part, condition, round) => totalMs(different.indexOf(condition.replace(/-again$/, '')), round),
    shape: withAllMeasures,
    rounds,
  });
}

/** The conditions that are no second half of a pair. */
function differentOf(id: string): readonly string[] {
  return on(id, 2)
    .conditions.filter(({ repeats }) => repeats === undefined)
    .map((one) => one.id);
}

/** The headline of a cell of the last round, where the cells of a condition are alike. */
function headlineOf({ parts }: ExperimentDefinition, { cells }: RunRecord, part: string, condition: string): number {
  const cell = cells.findLast((one) => one.part === part && one.condition === condition);
  const headline = parts.find((one) => one.id === part)?.headline ?? 'total';
  return (cell && measureOf(headline, cell)) ?? Number.NaN;
}

describe.each(ids)('the verdicts of %s', (id) => {
  const growing = (index: number): number => 100 * 1.4 ** index;
  const shrinking = (index: number): number => 2000 / 1.4 ** index;

  it.each([
    ['ever slower conditions', growing],
    ['ever faster conditions', shrinking],
    ['equal conditions', () => 100],
  ])('follow the data and the expectation: %s', (_name, totalMs) => {
    const experiment = on(id, 2);
    const record = invented(id, totalMs);
    const verdicts = verdictsOf(record);
    expect(verdicts).toHaveLength(experiment.parts.flatMap(({ comparisons }) => comparisons).length);
    for (const { part, condition, baseline, expect: expected, verdict, finding } of verdicts) {
      const ratio = headlineOf(experiment, record, part, condition) / headlineOf(experiment, record, part, baseline);
      const kind: VerdictKind = ratio > 1.2 ? 'slower' : ratio < 0.8 ? 'faster' : 'no-difference';
      const where = `${part}: ${condition} against ${baseline}`;
      expect(verdict, where).toBe(kind);
      expect(finding, where).toBe(findingFor(expected, kind));
    }
  });

  it('are undecided where the rounds of one of the two disagree', () => {
    const asked = new Set<string>();
    const different = differentOf(id);
    // Every two conditions differ in a bit of their places: then the rounds of one of them disagree.
    for (let bit = 1; bit < different.length; bit *= 2) {
      const disagrees = (index: number): boolean => (index & bit) !== 0;
      const record = invented(id, (index, round) => (disagrees(index) ? (round % 2 === 0 ? 70 : 140) : 100));
      for (const { part, condition, baseline, finding } of verdictsOf(record)) {
        const sides = [condition, baseline].map((one) => disagrees(different.indexOf(one)));
        if (sides[0] === sides[1]) continue;
        asked.add(`${part}: ${condition} against ${baseline}`);
        expect(finding, `${part}: ${condition} against ${baseline}`).toBe('undecided');
      }
    }
    expect(asked.size).toBe(on(id, 2).parts.flatMap(({ comparisons }) => comparisons).length);
  });

  it('and its levels are undecided in fewer than seven rounds', () => {
    const { parts } = analyse(invented(id, growing, 6));
    expect(parts).toHaveLength(on(id, 2).parts.length);
    const found = parts.flatMap(({ verdicts, levels }) => [...verdicts, ...levels]);
    expect(new Set(found.map(({ finding }) => finding))).toEqual(new Set(['undecided']));
  });
});

it('every experiment is in the list', () => {
  expect(catalogue.map(({ id }) => id)).toEqual(ids);
});
