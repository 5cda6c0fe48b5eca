import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { freezeTheWindow } from '@core/experiments/freeze-the-window/definition';
import { resolvePlan } from '@core/record/plan';
import {
  chosenParameters,
  chosenSeed,
  emptyForm,
  expectedSeconds,
  isValidForm,
  isValidParameter,
  isValidSeed,
} from './run-form';

const eggs = eggsAndToast.parameters.find(({ id }) => id === 'eggsMs')!;

describe('run form', () => {
  it.each([
    ['', true],
    ['  ', true],
    ['1', true],
    ['2000', true],
    ['0', false],
    ['2001', false],
    ['1.5', false],
    ['a lot', false],
  ])('takes "%s" for the eggs: %s', (text, expected) => {
    expect(isValidParameter(eggs, text)).toBe(expected);
    expect(isValidForm(eggsAndToast, { ...emptyForm, parameters: { eggsMs: text } })).toBe(expected);
  });

  it.each([
    ['', true],
    ['0', true],
    ['4294967295', true],
    ['4294967296', false],
    ['-1', false],
    ['1.5', false],
  ])('takes "%s" as a seed: %s', (text, expected) => {
    expect(isValidSeed(text)).toBe(expected);
  });

  it('sends only what differs from the standard, in a form that the plan accepts', () => {
    const form = { ...emptyForm, parameters: { eggsMs: '500', toastMs: '200', doughMs: '', rounds: '9' }, seed: '7' };
    const parameters = chosenParameters(eggsAndToast, form);
    expect(parameters).toEqual({ eggsMs: 500, rounds: 9 });
    expect(chosenSeed(form)).toBe(7);
    expect(chosenSeed(emptyForm)).toBeUndefined();
    const plan = resolvePlan(eggsAndToast, { preset: form.preset, seed: 7, parameters, lowerPriority: true });
    expect(plan).toMatchObject({ rounds: 9, parameters: { eggsMs: 500, toastMs: 200 } });
  });

  it('sends what differs from the value of the preset, where that is another than in quick', () => {
    const form = (preset: 'quick' | 'standard', workMs: string) => ({ ...emptyForm, preset, parameters: { workMs } });
    expect(chosenParameters(freezeTheWindow, form('standard', '300'))).toEqual({ workMs: 300 });
    expect(chosenParameters(freezeTheWindow, form('standard', '1500'))).toEqual({});
    expect(chosenParameters(freezeTheWindow, form('quick', '300'))).toEqual({});
  });

  it('expects the time of the preset, in proportion to the rounds', () => {
    expect(expectedSeconds(eggsAndToast, emptyForm)).toBe(eggsAndToast.presets.quick.expectedSeconds);
    const longer = expectedSeconds(eggsAndToast, { ...emptyForm, parameters: { rounds: '14' } });
    expect(longer).toBe(2 * eggsAndToast.presets.quick.expectedSeconds);
  });
});
