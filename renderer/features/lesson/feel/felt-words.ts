import type { ValueTable } from '@core/figures/value-table';
import { formatDuration } from '@core/texts/format';
import type { Names } from '@core/words/names';
import { feelPlaces } from './felt';
import type { Felt } from './felt';

const time = (ms: number): string => formatDuration(ms * 1e6);

/** One try in words: what the keys did as a headline, then the frames, then what it means. */
export function feltInWords(felt: Felt, { text }: Names): { readonly headline: string; readonly sentences: string[] } {
  const { place, frames, isFrozen, block } = felt;
  const gap = time(frames.longestMs);
  return {
    headline: text(`feel.keys.${keysKey(felt)}`, {
      count: felt.keys,
      waited: felt.waited,
      wait: time(felt.longestWaitMs),
    }),
    sentences: [
      isFrozen ? text('feel.ballStood', { gap }) : text('feel.ballMoved', { gap, frames: frames.frames }),
      text(`feel.meaning.${place}.${isFrozen ? 'frozen' : 'free'}`),
      ...(block.wasCut ? [text('feel.cut')] : []),
    ],
  };
}

function keysKey({ keys, waited }: Felt): string {
  if (keys === 0) return 'none';
  if (keys === 1) return waited === 1 ? 'one' : 'oneFine';
  if (waited === 0) return 'noneWaited';
  return waited === keys ? 'all' : 'some';
}

/** The last try of each place, in the order of the buttons. */
export function feltTable(tries: readonly Felt[], { text }: Names): ValueTable {
  return {
    columns: ['place', 'gap', 'frames', 'keys'].map((column) => text(`feel.column.${column}`)),
    rows: feelPlaces.flatMap((place) => {
      const felt = tries.find((one) => one.place === place);
      if (!felt) return [];
      const { frames, waited, keys } = felt;
      const count = text('feel.waitedOf', { waited, count: keys });
      return [[text(`feel.place.${place}`), time(frames.longestMs), frames.frames, count]];
    }),
  };
}
