import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { kitchensOf, traceEndMs } from '@core/experiments/kitchens';
import { barAfterKey, barAt, withBar } from './trace-draft';

const forecast = eggsAndToast.forecasts?.[0];
if (forecast?.kind !== 'trace') throw new Error('The first course is drawn.');
const kitchens = kitchensOf(eggsAndToast, forecast, { eggsMs: 300, toastMs: 200, cleaningMs: 80 });
const [sync, async, threads] = kitchens;
if (!sync || !async || !threads) throw new Error('There are three kitchens.');
const [eggs, , cleaning] = threads.tasks;
if (!eggs || !cleaning) throw new Error('There are three tasks.');

describe('kitchens to draw in', () => {
  it('have a lane for each cook, and say what keeps a cook', () => {
    expect(kitchens.map(({ condition, lanes }) => [condition, lanes.length])).toEqual([
      ['sync', 1],
      ['async', 1],
      ['threads', 3],
    ]);
    const states = kitchens.map(({ tasks }) => tasks.map(({ state }) => state));
    expect(states).toEqual([
      ['blocked', 'blocked', 'busy'],
      ['timer', 'timer', 'busy'],
      ['blocked', 'blocked', 'busy'],
    ]);
  });

  it('have room for everything one after the other', () => {
    expect(traceEndMs(kitchens)).toBe(700);
  });
});

describe('a bar', () => {
  it('keeps its length and stays on the axis', () => {
    expect(barAt(eggs, 'you', 1000, 700)).toMatchObject({ startMs: 400, endMs: 700, state: 'blocked' });
    expect(barAt(eggs, 'you', -50, 700)).toMatchObject({ startMs: 0, endMs: 300 });
    expect(barAt(eggs, 'you', 124, 700)).toMatchObject({ startMs: 120 });
  });

  it('is put at the begin by the first key, then moved along time and lanes, then taken back', () => {
    const key = (bar: Parameters<typeof barAfterKey>[2], name: string) =>
      barAfterKey(threads, cleaning, bar, name, 700);
    const first = key(undefined, 'ArrowRight') ?? undefined;
    expect(first).toMatchObject({ lane: 'you', startMs: 0 });
    const later = key(first, 'PageUp') ?? undefined;
    expect(later).toMatchObject({ lane: 'you', startMs: 100 });
    const lower = key(later, 'ArrowDown') ?? undefined;
    expect(lower).toMatchObject({ lane: 'cook-1', startMs: 100 });
    expect(key(first, 'ArrowUp')).toMatchObject({ lane: 'you' });
    expect(key(lower, 'Home')).toMatchObject({ lane: 'cook-1', startMs: 0 });
    expect(key(lower, 'Delete')).toBeNull();
    expect(key(lower, 'Tab')).toBeUndefined();
    expect(key(undefined, 'Delete')).toBeUndefined();
  });

  it('takes the place of the one before', () => {
    const one = barAt(eggs, 'you', 0, 700);
    const other = barAt(eggs, 'cook-1', 50, 700);
    expect(withBar([one], 'eggs', other)).toEqual([other]);
    expect(withBar([one], 'eggs', undefined)).toEqual([]);
  });
});
