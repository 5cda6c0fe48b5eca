import { workerStates, type WorkerState } from '../record/schema-parts';
import { translate } from '../texts/translate';
import { box, group, words } from './drawing';
import { html, type Markup } from './html';
import { stateColours, stateInks } from '../figures/palette';

/** Room the legend needs above a plot. */
export const legendHeight = 22;

/** The six worker states with their colours, in their fixed order, from an x onwards. */
export function stateLegend(startX: number): Markup {
  let x = startX;
  const entries = workerStates.map((state) => {
    const name = translate(`glossary.state.${state}`);
    const entry = [box('swatch', x, 2.5, 10, 10, stateColours[state]), words('legend', x + 14, 11, name)];
    x += 30 + name.length * 5.6;
    return entry;
  });
  return group(entries);
}

/** Whether a text of this length fits into a space; characters are taken to be 5.6 units wide. */
export function fits(text: string, width: number): boolean {
  return text.length * 5.6 + 6 <= width;
}

/** A piece of a bar or lane in its state's colour, with the first of the texts that fits into it. */
export function statePiece(
  state: WorkerState,
  [x, width]: readonly [number, number],
  [y, height]: readonly [number, number],
  texts: readonly string[],
): Markup {
  const text = texts.find((one) => fits(one, width));
  const label =
    text === undefined
      ? undefined
      : words('inside', x + width / 2, y + height / 2 + 3.4, text, { anchor: 'middle', ink: stateInks[state] });
  return html`${box('span', x, y, width, height, stateColours[state])}${label}`;
}
