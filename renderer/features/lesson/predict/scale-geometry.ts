/** A scale on which a person sets one value: logarithmic for sizes, linear from 0 for distances. */
export interface GuessScale {
  readonly from: number;
  readonly to: number;
  readonly isLogarithmic: boolean;
  /** Positions of a slider from 0 up to this many. */
  readonly steps: number;
}

/** Positions in a power of ten: 10, 12.6, 15.8, …; an arrow key is one, Page up a power of ten. */
const stepsInDecade = 10;

/** A scale over sizes from one end to the other. */
export function sizeScale(from: number, to: number): GuessScale {
  return { from, to, isLogarithmic: true, steps: Math.round(Math.log10(to / from) * stepsInDecade) };
}

/** A scale over per cent from 0; half a per cent a step where it is short. */
export function percentScale(to: number): GuessScale {
  return { from: 0, to, isLogarithmic: false, steps: to <= 50 ? 2 * to : to };
}

/** The value at a position, sizes to two digits: nobody guesses more exactly. */
export function valueAt({ from, to, isLogarithmic, steps }: GuessScale, position: number): number {
  const share = Math.min(1, Math.max(0, position / steps));
  if (!isLogarithmic) return Math.round(share * to * 2) / 2;
  return Number((from * (to / from) ** share).toPrecision(2));
}

/** The position of a value; what lies outside is at an end. */
export function positionOf({ from, to, isLogarithmic, steps }: GuessScale, value: number): number {
  const share = isLogarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.round(Math.min(1, Math.max(0, share)) * steps);
}

/** Values with a mark below the line, and whether each has its name. */
export function marksOf({
  from,
  to,
  isLogarithmic,
}: GuessScale): { readonly value: number; readonly isNamed: boolean }[] {
  if (!isLogarithmic)
    return Array.from({ length: 7 }, (_, index) => ({ value: (to * index) / 6, isNamed: index % 2 === 0 }));
  const count = Math.round(Math.log10(to / from)) + 1;
  return Array.from({ length: count }, (_, index) => {
    const value = from * 10 ** index;
    const isEnd = index === 0 || index === count - 1;
    // Beside an end there is no room for another name.
    const isApart = index > 1 && index < count - 2;
    return { value, isNamed: isEnd || (isApart && Math.round(Math.log10(value)) % 3 === 0) };
  });
}
