import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { standardChoice } from '../experiments/workbench/choice';
import { defaultSettings, settingsChangeSchema, settingsSchema } from './settings';

const workbench = { choice: standardChoice, preset: 'quick', rounds: null } as const;

describe('settings', () => {
  it('hold the last choice of the Workbench', () => {
    expect(v.parse(settingsSchema, { ...defaultSettings, workbench })).toEqual({ ...defaultSettings, workbench });
    expect(v.parse(settingsSchema, defaultSettings)).toEqual(defaultSettings);
    expect(v.parse(settingsChangeSchema, { workbench })).toEqual({ workbench });
  });

  it('take no choice that this version does not understand', () => {
    const old = { ...workbench, choice: { ...standardChoice, workload: 'quantum' } };
    expect(v.is(settingsChangeSchema, { workbench: old })).toBe(false);
  });

  it('hold where the person is in each lesson', () => {
    const lesson = {
      step: 'predict',
      totalsMs: { doughs: { threads: 250 } },
      speedups: { computing: { 'threads-2': 1.9 } },
      places: {},
      reason: '',
      isSkipped: false,
      form: { preset: 'quick', parameters: { eggsMs: '400' }, seed: '' },
      isObserved: false,
      hasSeenExplanation: false,
      isAnalogyRevealed: false,
      changedAt: '2026-01-01T10:00:00.000Z',
    };
    const lessons = { 'eggs-and-toast': lesson };
    expect(v.parse(settingsSchema, { ...defaultSettings, lessons })).toEqual({ ...defaultSettings, lessons });
    // As kept before curves were sketched.
    const older = { ...lesson, speedups: undefined, places: undefined };
    const kept = v.parse(settingsSchema, { ...defaultSettings, lessons: { 'eggs-and-toast': older } });
    expect(kept.lessons?.['eggs-and-toast']).toEqual({ ...lesson, speedups: {} });
  });
});
