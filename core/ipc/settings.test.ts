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

  it('forget a choice that this version does not understand, and keep the rest', () => {
    const old = { ...workbench, choice: { ...standardChoice, workload: 'quantum' } };
    const read = v.parse(settingsSchema, { ...defaultSettings, theme: 'dark', workbench: old });
    expect(read).toMatchObject({ theme: 'dark' });
    expect(read.workbench).toBeUndefined();
  });
});
