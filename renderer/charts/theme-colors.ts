import { stateColours, stateInks } from '@core/figures/palette';

/**
 * Colours of the theme for charts, as scriptable options: read when drawn, so that a chart follows the theme.
 * `composables/chart-library.ts` keeps them in step with the tokens; the values here are those of the light theme.
 */
export interface ThemeColors {
  readonly text: string;
  readonly grid: string;
  readonly surface: string;
  readonly accent: string;
  /** Worker state idle, the one whose colour is another on dark ground. */
  readonly idle: string;
  readonly idleInk: string;
}

let current: ThemeColors = {
  text: '#4d5665',
  grid: '#e9ecef',
  surface: '#ffffff',
  accent: '#474bc9',
  idle: stateColours.idle,
  idleInk: stateInks.idle,
};

export function setThemeColors(colors: ThemeColors): void {
  current = colors;
}

/** Colour of axis and label text. */
export function textColor(): string {
  return current.text;
}

/** Colour of grid lines and hairlines. */
export function gridColor(): string {
  return current.grid;
}

/** Colour behind the chart, e.g. for the halo of a label. */
export function surfaceColor(): string {
  return current.surface;
}

/** The window's one accent: for data that belong to no strategy. */
export function accentColor(): string {
  return current.accent;
}

/** A figure's colour as this theme draws it. */
export function onGround(colour: string): string {
  return colour === stateColours.idle ? current.idle : colour;
}

/** Colour of text on a figure's colour, which is `ink` on light ground. */
export function inkOn(colour: string, ink: string): string {
  return colour === stateColours.idle ? current.idleInk : ink;
}
