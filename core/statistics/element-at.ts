/**
 * Reads an element the caller knows to exist, so that an index mistake stops the analysis instead of turning into NaN.
 * @throws RangeError if the index lies outside the list
 */
export function elementAt<Element>(list: ArrayLike<Element>, index: number): Element {
  const element = list[index];
  if (element === undefined) {
    throw new RangeError(`No element ${index} in a list of ${list.length}`);
  }
  return element;
}
