/** A share of n with its interval. */
export interface ShareInterval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided quantile of the normal distribution for 95 %. */
const z = 1.959964;

/**
 * The Wilson score interval (95 %) of a share: what `hits` of `n` independent trials say about it. Unlike the usual plus or minus
 * it stays between 0 and 1, and is not empty where nothing or everything was hit.
 * @param n at least 1
 */
export function wilsonInterval(hits: number, n: number): ShareInterval {
  const estimate = hits / n;
  const scale = 1 + z ** 2 / n;
  const middle = (estimate + z ** 2 / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((estimate * (1 - estimate)) / n + z ** 2 / (4 * n ** 2));
  return {
    estimate,
    low: hits === 0 ? 0 : Math.max(0, middle - half),
    high: hits === n ? 1 : Math.min(1, middle + half),
  };
}

/** The same in per cent with one decimal, as figures and tables tell it. */
export function wilsonPercent(hits: number, n: number): ShareInterval {
  const { estimate, low, high } = wilsonInterval(hits, n);
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return { estimate: percent(estimate), low: percent(low), high: percent(high) };
}
