import { describe, expect, it } from 'vitest';
import { workerStates } from '../record/schema-parts';
import {
  stateColours,
  stateInks,
  stateLooks,
  baseColours,
  baseStrategies,
  idleOnDark,
  strategyMarkers,
} from './palette';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('palette', () => {
  it('gives every state and base strategy a colour of its own, and every strategy a marker of its own', () => {
    const colours = [...Object.values(stateColours), ...Object.values(baseColours)];
    expect(new Set(colours).size).toBe(10);
    expect(new Set(Object.values(strategyMarkers)).size).toBe(7);
    expect(Object.keys(strategyMarkers).sort()).toEqual(Object.keys(baseStrategies).sort());
    expect(Object.keys(stateColours)).toEqual([...workerStates]);
  });

  it.each(workerStates)('has readable text on %s', (state) => {
    expect(contrast(stateColours[state], stateInks[state])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(workerStates)('shows %s on white and on dark ground', (state) => {
    expect(contrast(stateColours[state], '#FFFFFF')).toBeGreaterThan(1.5);
    expect(contrast(stateColours[state], '#16181D')).toBeGreaterThan(2.5);
  });

  it('does not draw attention to who does nothing: on dark ground idle is dimmer than every state that says something', () => {
    const dark = stateLooks('dark');
    expect(contrast(idleOnDark.colour, idleOnDark.ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(idleOnDark.colour, '#16181D')).toBeGreaterThan(2);
    for (const state of workerStates.filter((one) => one !== 'idle'))
      expect(luminance(dark[state].colour), state).toBeGreaterThan(luminance(dark.idle.colour));
    expect(stateLooks('light').idle.colour).toBe(stateColours.idle);
  });
});
