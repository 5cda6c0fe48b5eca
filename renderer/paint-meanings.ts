import { baseColours, stateLooks } from '@core/figures/palette';

/** Makes the colours with a meaning available to style sheets, from the values that charts and the report use. */
export function paintMeanings(theme: 'light' | 'dark' = 'light'): void {
  const states = Object.entries(stateLooks(theme));
  set('strategy', Object.entries(baseColours));
  set(
    'state',
    states.map(([state, { colour }]) => [state, colour]),
  );
  set(
    'state-ink',
    states.map(([state, { ink }]) => [state, ink]),
  );
}

function set(prefix: string, colours: readonly (readonly [name: string, colour: string])[]): void {
  for (const [name, colour] of colours) document.documentElement.style.setProperty(`--${prefix}-${name}`, colour);
}
