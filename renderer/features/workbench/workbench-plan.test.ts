import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { standardChoice, workbenchSchema } from '@core/experiments/workbench/choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { translate } from '@core/texts/translate';
import { emptyForm } from '../run/run-form';
import { inFlightValues, workerValues } from './chip-values';
import { startingPoints } from './starting-points';
import { plannedRun } from './workbench-plan';

function planned(choice: Partial<WorkbenchChoice>, rounds?: string) {
  const parameters = rounds === undefined ? {} : { rounds };
  return plannedRun({ ...standardChoice, ...choice }, { ...emptyForm, parameters });
}

describe('plannedRun', () => {
  it('counts conditions, and the workers that live at once', () => {
    expect(planned({ strategies: ['sync', 'threads', 'async'], workers: [1, 3], inFlight: [2, 4] })).toMatchObject({
      conditions: 5,
      // sync and its repeat, two loops, one and three threads
      workers: 1 + 1 + 2 + 4,
      tasks: 40,
      rounds: 7,
      baseline: 'sync',
      mayStopEarly: false,
      refusal: undefined,
    });
    expect(planned({ strategies: ['threads'], workers: [2], targetWidth: 0.1 }, '9')).toMatchObject({
      conditions: 1,
      workers: 4,
      rounds: 9,
      mayStopEarly: true,
      baseline: 'threads-2',
    });
  });

  it('expects more time for more rounds and larger tasks', () => {
    const { seconds } = planned({});
    expect(planned({}, '14').seconds).toBeGreaterThan(seconds);
    expect(planned({ taskMs: 50 }).seconds).toBeGreaterThan(seconds);
  });

  it('says why main would refuse a choice', () => {
    const many: WorkbenchChoice['inFlight'] = [1, 2, 4, 8, 16, 32, 64, 128];
    expect(planned({ strategies: ['threads-async'], workers: [1, 2, 3, 4], inFlight: many }).refusal).toMatch(
      /32 conditions; at most 24/,
    );
    expect(planned({ strategies: ['threads', 'processes'], workers: [33] }).refusal).toMatch(/workers at once/);
    expect(planned({ tasks: 1000 }, '200').refusal).toMatch(/Choose fewer tasks/);
  });
});

describe('startingPoints', () => {
  it.each([1, 2, 8, 64, 256])('are choices that can be run on %d cores', (cores) => {
    for (const { id, choice, pins } of startingPoints) {
      const made = choice(cores);
      expect(v.parse(workbenchSchema, made)).toEqual(made);
      const { refusal, conditions } = plannedRun(made, emptyForm);
      expect(refusal, id).toBeUndefined();
      expect(conditions).toBeGreaterThan(1);
      expect(made.pinnedCores !== null).toBe(pins);
      expect(translate(`experiments.workbench.form.start.${id}`)).not.toBe('');
    }
  });
});

describe('chips', () => {
  it('offer one to four times the cores, on large machines in steps', () => {
    expect(workerValues(2, [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const large = workerValues(20, []);
    expect(large.length).toBeLessThan(20);
    for (const count of [1, 20, 40, 80]) expect(large).toContain(count);
    expect(Math.max(...large)).toBe(80);
  });

  it('still offer what was chosen on another machine', () => {
    expect(workerValues(1, [32])).toEqual([1, 2, 3, 4, 32]);
  });

  it('offer only what the schema takes', () => {
    for (const inFlight of inFlightValues) {
      expect(v.safeParse(workbenchSchema, { ...standardChoice, inFlight: [inFlight] }).success).toBe(true);
    }
  });
});
