import { describe, expect, it } from 'vitest';
import { findExperiment } from '../experiments/catalogue';
import { presets } from '../experiments/definition-types';
import { definitionFor } from '../experiments/definition-for';
import { findText } from '../texts/translate';
import { ledger } from './ledger';
import { wagesPart } from './wage-levels';

const rules = ledger.flatMap(({ number, rules: all }) => all.map((rule) => ({ number, rule })));

describe('the ledger', () => {
  it('has the 14 statements of the curriculum and five sentences more, each with the experiments that test it', () => {
    expect(ledger.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
    for (const { number, testedBy, rules: own, wholeNeeds = [] } of ledger) {
      for (const id of wholeNeeds) expect(testedBy).toContain(id);
      expect(findText(`claims.part.claim-${number}`) !== undefined).toBe(wholeNeeds.length > 0);
      expect(testedBy.length).toBeGreaterThan(0);
      for (const { experiment } of own) expect(testedBy).toContain(experiment);
    }
  });

  it.each([2, 4, 16])('asks only what the experiments answer under every preset (%i cores)', (cores) => {
    for (const { number, rule } of rules) {
      for (const preset of presets) {
        const experiment = definitionFor({ experiment: rule.experiment, preset, cores });
        const where = `statement ${number}: ${rule.experiment}, ${preset}`;
        const condition = rule.condition.replace('{cores}', String(cores));
        expect(
          experiment?.conditions.map(({ id }) => id),
          where,
        ).toContain(condition);
        const part = experiment?.parts.find(({ id }) => id === rule.part);
        if (rule.kind === 'level') {
          if (rule.part === wagesPart) continue;
          expect(part?.levels, where).toContainEqual(expect.objectContaining({ condition, measure: rule.measure }));
          expect(findText(`claims.measure.${rule.measure}`), where).toBeDefined();
          if (rule.onlyIf) {
            const { condition: other, measure } = rule.onlyIf;
            expect(part?.levels, where).toContainEqual(expect.objectContaining({ condition: other, measure }));
          }
          continue;
        }
        expect(part?.comparisons, where).toContainEqual(
          expect.objectContaining({ condition, baseline: rule.baseline }),
        );
        for (const id of rule.pinned ?? []) {
          expect(experiment?.conditions.find((one) => one.id === id)?.pinnedCores, where).toBe(1);
        }
      }
    }
  });

  it('asks for wages only of conditions that hire', () => {
    for (const { rule } of rules) {
      if (rule.kind !== 'level' || rule.part !== wagesPart) continue;
      const condition = findExperiment(rule.experiment)?.conditions.find(({ id }) => id === rule.condition);
      expect(condition?.seats.some(({ hired }) => hired)).toBe(true);
    }
  });
});
