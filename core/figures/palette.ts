/** Colours and markers with a meaning, the same in window, chart, timeline, kitchen and report. */
import type { BaseStrategy, Strategy } from '../experiments/definition-types';
import type { WorkerState } from '../record/schema-parts';

/** Okabe and Ito's colours, one per base strategy, wherever a condition is drawn. */
export const baseColours: Readonly<Record<BaseStrategy, string>> = {
  sync: '#D55E00',
  async: '#0072B2',
  threads: '#009E73',
  processes: '#CC79A7',
};

/** A variant has the colour of its base; its marker tells it from it. */
export const baseStrategies: Readonly<Record<Strategy, BaseStrategy>> = {
  sync: 'sync',
  async: 'async',
  'async-chunked': 'async',
  threads: 'threads',
  processes: 'processes',
  'threads-async': 'threads',
  'processes-async': 'processes',
};

/** Colour of a strategy, the same wherever one of its conditions is drawn. */
export function strategyColour(strategy: Strategy): string {
  return baseColours[baseStrategies[strategy]];
}

/** Of a condition under which nothing runs: none of the strategies. */
export const idleColour = '#737A85';

/** Of what went wrong in a figure, on either ground; beside it stand words. The red that the window has for what is bad. */
export const lossLook = { colour: '#B3261E', ink: '#FFFFFF' } as const;

/** Marker shapes by the names Chart.js gives them, so that no strategy is told by its colour alone. */
export const strategyMarkers = {
  sync: 'circle',
  async: 'rect',
  threads: 'triangle',
  processes: 'rectRot',
  'async-chunked': 'rectRounded',
  'threads-async': 'star',
  'processes-async': 'crossRot',
} as const satisfies Readonly<Record<Strategy, string>>;
export type StrategyMarker = (typeof strategyMarkers)[Strategy];

/**
 * One colour per worker state, on white and on dark ground. Chosen so that each differs from the five others and from
 * the strategies under normal, deuteranopic and protanopic vision (smallest distance 0.12 in OKLab among the states).
 * The light ones are told from white by a hairline and a label, never by their fill alone.
 */
export const stateColours: Readonly<Record<WorkerState, string>> = {
  'start-up': '#8A5242',
  queued: '#EBC93A',
  busy: '#CA9722',
  blocked: '#6E33DE',
  idle: '#C4C9D1',
  messaging: '#2CA5E3',
};

/** Idle on dark ground: there a pale grey would be the brightest colour of all, where nothing happens. */
export const idleOnDark = { colour: '#4A515D', ink: '#FFFFFF' } as const;

/** Colour of text on each state's colour, with a contrast of at least 4.5:1. */
export const stateInks: Readonly<Record<WorkerState, string>> = {
  'start-up': '#FFFFFF',
  queued: '#16181D',
  busy: '#16181D',
  blocked: '#FFFFFF',
  idle: '#16181D',
  messaging: '#16181D',
};

/** How each state is drawn on the ground of a theme. */
export function stateLooks(
  theme: 'light' | 'dark',
): Readonly<Record<WorkerState, { readonly colour: string; readonly ink: string }>> {
  const on = (state: WorkerState) => ({ colour: stateColours[state], ink: stateInks[state] });
  return {
    'start-up': on('start-up'),
    queued: on('queued'),
    busy: on('busy'),
    blocked: on('blocked'),
    idle: theme === 'dark' ? idleOnDark : on('idle'),
    messaging: on('messaging'),
  };
}
