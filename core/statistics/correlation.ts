import { elementAt } from './element-at';

/** How many pairs of items two rankings put in the same order, in opposite order, or tie. */
interface PairCounts {
  readonly sameOrder: number;
  readonly oppositeOrder: number;
  readonly tiedInA: number;
  readonly tiedInB: number;
  readonly pairs: number;
}

/**
 * Kendall's tau-b (M. G. Kendall, "The Treatment of Ties in Ranking Problems", Biometrika 33, 1945): agreement of two
 * rankings of the same items, corrected for ties. No unit; 1 is the same order, -1 the opposite, 0 no relation.
 * `undefined` if one of them ties all items, for then it ranks nothing.
 * @throws RangeError if the lengths differ, there are fewer than two items, or a rank is not a number
 */
export function kendallTau(rankA: readonly number[], rankB: readonly number[]): number | undefined {
  const { sameOrder, oppositeOrder, tiedInA, tiedInB, pairs } = countPairs(rankA, rankB);
  const comparable = Math.sqrt((pairs - tiedInA) * (pairs - tiedInB));
  return comparable === 0 ? undefined : (sameOrder - oppositeOrder) / comparable;
}

/**
 * Pairs of items that the actual ranking tells apart, and how many of them the prediction put in the same order. A pair
 * that is tied in the actual ranking can be neither right nor wrong; one predicted as tied that is told apart is wrong.
 * @param predicted rank (or value) predicted for each item
 * @param actual rank (or value) measured for each item, in the same direction; equal where no difference was shown
 * @throws RangeError if the lengths differ, there are fewer than two items, or a rank is not a number
 */
export function pairsInOrder(
  predicted: readonly number[],
  actual: readonly number[],
): { readonly right: number; readonly pairs: number } {
  const { sameOrder, tiedInB, pairs } = countPairs(predicted, actual);
  return { right: sameOrder, pairs: pairs - tiedInB };
}

function countPairs(rankA: readonly number[], rankB: readonly number[]): PairCounts {
  const items = rankA.length;
  if (items !== rankB.length || items < 2) {
    throw new RangeError(`Need two rankings of the same two or more items, got ${items} and ${rankB.length}`);
  }
  if ([...rankA, ...rankB].some((rank) => Number.isNaN(rank))) {
    throw new RangeError('A rank must be a number');
  }
  let sameOrder = 0;
  let oppositeOrder = 0;
  let tiedInA = 0;
  let tiedInB = 0;
  for (let one = 0; one < items; one += 1) {
    for (let other = one + 1; other < items; other += 1) {
      const inA = compare(elementAt(rankA, one), elementAt(rankA, other));
      const inB = compare(elementAt(rankB, one), elementAt(rankB, other));
      if (inA === 0) tiedInA += 1;
      if (inB === 0) tiedInB += 1;
      if (inA * inB > 0) sameOrder += 1;
      if (inA * inB < 0) oppositeOrder += 1;
    }
  }
  return { sameOrder, oppositeOrder, tiedInA, tiedInB, pairs: (items * (items - 1)) / 2 };
}

function compare(a: number, b: number): number {
  return a === b ? 0 : Math.sign(a - b);
}
