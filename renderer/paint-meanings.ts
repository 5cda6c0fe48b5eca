import { stateColours, stateInks, baseColours } from '@core/figures/palette';

/** Makes the colours with a meaning available to style sheets, from the values that charts and the report use. */
export function paintMeanings(): void {
  set('strategy', baseColours);
  set('state', stateColours);
  set('state-ink', stateInks);
}

function set(prefix: string, colours: Readonly<Record<string, string>>): void {
  for (const [name, colour] of Object.entries(colours)) {
    document.documentElement.style.setProperty(`--${prefix}-${name}`, colour);
  }
}
