import { isFree, keyOf, versionNumber, type Interpreter } from '../../python/interpreter';

/** An interpreter of a run, and what its parts and conditions end with. */
export interface Chosen {
  readonly interpreter: Interpreter;
  readonly key: string;
  /** The first has none: its parts are called the same on every machine. Of the others how they are called, with the version as a number. */
  readonly suffix: string;
}

/** Texts name the version by the number at the end of the id; free-threaded builds have texts of their own. */
function suffixOf(interpreter: Interpreter): string {
  return `-${isFree(interpreter) ? 'free' : 'of'}-${versionNumber(interpreter)}`;
}

/**
 * Which interpreters a run takes: the first with the lock on, which the lesson is about, then a free-threaded one, then the others
 * in their order.
 * @param pythons what was found, the first choice first
 * @param most how many
 */
export function chosenPythons(
  pythons: readonly Interpreter[],
  most: number,
): { readonly locked: readonly Chosen[]; readonly free: readonly Chosen[] } {
  const [main] = pythons.filter(({ gil }) => gil);
  const free = pythons.filter(isFree);
  // A free-threaded build with its lock on again would be called like the ordinary build of its version, where both are there.
  const others = pythons.filter(
    (one, at) =>
      one !== main &&
      !isFree(one) &&
      pythons.findIndex((first) => !isFree(first) && versionNumber(first) === versionNumber(one)) === at,
  );
  const taken = [...(main ? [main] : []), ...free, ...others].slice(0, most);
  const chosen = (interpreter: Interpreter, suffix: string): Chosen => {
    return { interpreter, key: keyOf(interpreter), suffix };
  };
  return {
    locked: taken.filter((one) => !isFree(one)).map((one) => chosen(one, one === main ? '' : suffixOf(one))),
    free: taken.filter(isFree).map((one) => chosen(one, suffixOf(one))),
  };
}
