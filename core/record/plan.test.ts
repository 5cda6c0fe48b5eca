import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { PlanError, planSchema, predictionSchema, resolvePlan, runRequestSchema, type PlanChoices } from './plan';

const choices: PlanChoices = { preset: 'quick', seed: 7, parameters: {}, lowerPriority: true };

describe('resolvePlan', () => {
  it('fills in what the preset and the definition say', () => {
    expect(resolvePlan(eggsAndToast, choices)).toEqual({
      experiment: 'eggs-and-toast',
      preset: 'quick',
      seed: 7,
      rounds: 7,
      spareRounds: 3,
      hiringTrials: 3,
      timeBudgetSeconds: 90,
      lowerPriority: true,
      parameters: { eggsMs: 300, toastMs: 200, cleaningMs: 80, doughMs: 120 },
    });
  });

  it('keeps what was chosen, and takes rounds out of the parameters', () => {
    const plan = resolvePlan(eggsAndToast, {
      ...choices,
      parameters: { rounds: 10, eggsMs: 50 },
      lowerPriority: false,
    });
    expect(plan).toMatchObject({ rounds: 10, lowerPriority: false, parameters: { eggsMs: 50, toastMs: 200 } });
    expect(plan.parameters).not.toHaveProperty('rounds');
  });

  it('gives more time for more rounds, and never less than the preset', () => {
    const budget = (rounds: number) =>
      resolvePlan(eggsAndToast, { ...choices, parameters: { rounds } }).timeBudgetSeconds;
    expect([budget(1), budget(7), budget(8), budget(21)]).toEqual([90, 90, 103, 270]);
  });

  it('gives more time for longer dishes, in proportion to their sum', () => {
    const budget = (parameters: Record<string, number>) =>
      resolvePlan(eggsAndToast, { ...choices, parameters }).timeBudgetSeconds;
    // The standard dishes add up to 700 ms: 2000 + 2000 + 1000 + 1000 are 8.57 times as much.
    expect(budget({ eggsMs: 2000, toastMs: 2000, cleaningMs: 1000, doughMs: 1000 })).toBe(772);
    expect(budget({ eggsMs: 10 })).toBe(90);
  });

  it.each([
    [{ eggsMs: 0 }, 'eggsMs must be a whole number from 1 to 2000 (ms), not 0.'],
    [{ eggsMs: 2001 }, 'not 2001'],
    [{ doughMs: 1.5 }, 'not 1.5'],
    [{ doughMs: Number.NaN }, 'not NaN'],
    [{ rounds: 201 }, 'rounds must be a whole number from 1 to 200 (rounds)'],
    [{ soupMs: 3 }, 'eggs-and-toast has no parameter "soupMs". It has: eggsMs, toastMs'],
  ] as const)('refuses %j and says what is allowed', (parameters, message) => {
    const resolve = () => resolvePlan(eggsAndToast, { ...choices, parameters });
    expect(resolve).toThrow(PlanError);
    expect(resolve).toThrow(message);
  });

  it('takes both ends of every range, and gives plans that the schema takes', () => {
    for (const preset of ['quick', 'standard', 'thorough'] as const) {
      for (const end of ['minimum', 'maximum'] as const) {
        const parameters = Object.fromEntries(eggsAndToast.parameters.map((one) => [one.id, one[end]]));
        const plan = resolvePlan(eggsAndToast, { ...choices, preset, parameters });
        expect(v.parse(planSchema, plan)).toEqual(plan);
      }
    }
  });
});

describe('schemas', () => {
  const skipped = { status: 'skipped', frozenAt: '2026-01-02T03:04:00.000Z' } as const;

  it('fill in a request and refuse unknown fields', () => {
    const request = { experiment: 'eggs-and-toast', preset: 'quick', prediction: skipped };
    expect(v.parse(runRequestSchema, request)).toEqual({ ...request, parameters: {}, lowerPriority: true });
    expect(v.safeParse(runRequestSchema, { ...request, sneaky: 1 }).success).toBe(false);
    expect(v.safeParse(runRequestSchema, { ...request, seed: 2 ** 32 }).success).toBe(false);
    expect(v.safeParse(runRequestSchema, { ...request, experiment: '../etc' }).success).toBe(false);
  });

  it('want a reason with a prediction', () => {
    const given = {
      status: 'given',
      totalsMs: { doughs: { sync: 240 } },
      reason: 'because',
      frozenAt: skipped.frozenAt,
    };
    expect(v.safeParse(predictionSchema, given).success).toBe(true);
    expect(v.safeParse(predictionSchema, { ...given, reason: '' }).success).toBe(false);
    expect(v.safeParse(predictionSchema, { ...given, totalsMs: { doughs: { sync: -1 } } }).success).toBe(false);
  });
});
