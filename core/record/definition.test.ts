import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../experiments/catalogue';
import { definitionFor } from '../experiments/definition-for';
import { presets, strategies } from '../experiments/definition-types';
import { standardChoice } from '../experiments/workbench/choice';
import { workbenchDefinition } from '../experiments/workbench/definition';
import { definitionSchema } from './definition';

describe('the definition in a record', () => {
  it.each(catalogue.map(({ id }) => id))('holds all of %s, for every preset and machine', (experiment) => {
    for (const preset of presets) {
      for (const cores of [1, 2, 4, 6, 64]) {
        const definition = definitionFor({ experiment, preset, cores });
        expect(v.parse(definitionSchema, JSON.parse(JSON.stringify(definition)))).toEqual(definition);
      }
    }
  });

  it('holds all that a choice of the Workbench describes', () => {
    const everything = { strategies, inFlight: [2, 8], workers: [1, 3], watchWindow: true, pinnedCores: 1 };
    for (const change of [{}, everything, { strategies, cold: true }]) {
      const definition = workbenchDefinition({ ...standardChoice, ...change, strategies: [...strategies] });
      expect(v.parse(definitionSchema, JSON.parse(JSON.stringify(definition)))).toEqual(definition);
    }
  });
});
