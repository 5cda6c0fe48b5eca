import type { ScalingLaws, ScalingSummary } from '../analysis/scaling';
import type { Interval } from '../statistics/bootstrap';
import { uslParameters } from '../statistics/usl';
import { boundsOf, threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';

type Of = (path: string, values?: TextValues) => string;

/** A share with its interval in percent to a tenth, where a tenth matters: `99.1`. Input: 0..1. */
export function percentWords(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** A speed-up with its interval: `3.1x [2.9, 3.2]`. */
export function speedupWords(speedup: Interval): string {
  return `${threeDigits(speedup.estimate)}x ${boundsOf(speedup, threeDigits)}`;
}

/**
 * What the fitted laws say, one sentence each, with intervals and how far the law misses the data; a law that was not
 * fitted says why. Empty for a curve about which the laws say nothing.
 * @param of looks up a text of the experiment
 */
export function lawSentences({ laws, points }: ScalingSummary, of: Of): readonly string[] {
  if (!laws) return [];
  if (!laws.amdahl.fit && laws.amdahl.reason === 'too-few-rounds') {
    return [of('results.scaling.laws.rounds', { rounds: laws.rounds })];
  }
  return [amdahlSentence(laws, points, of), ...uslSentences(laws, of)];
}

function amdahlSentence({ amdahl: { fit }, cores }: ScalingLaws, points: ScalingSummary['points'], of: Of): string {
  if (!fit) return of('results.scaling.laws.amdahl-missing');
  const { parallelShare, isExact, worstMiss } = fit;
  return of(`results.scaling.laws.${isExact ? 'amdahl-exact' : 'amdahl'}`, {
    most: Math.max(...points.map(({ amount }) => amount).filter((amount) => amount <= cores)),
    share: percentWords(parallelShare.estimate),
    low: percentWords(parallelShare.low),
    high: percentWords(parallelShare.high),
    n: parallelShare.n,
    miss: threeDigits(worstMiss * 100),
  });
}

function uslSentences({ usl: { fit } }: ScalingLaws, of: Of): string[] {
  if (!fit) return [of('results.scaling.laws.usl-missing')];
  const { sigma, kappa, peakWorkers, isExact, levels, worstMiss } = fit;
  const said = of(`results.scaling.laws.${isExact ? 'usl-exact' : 'usl'}`, {
    levels,
    sigma: percentOf(sigma.estimate),
    sigmaLow: percentOf(sigma.low),
    sigmaHigh: percentOf(sigma.high),
    kappa: percentOf(kappa.estimate),
    kappaLow: percentOf(kappa.low),
    kappaHigh: percentOf(kappa.high),
    n: sigma.n,
    miss: threeDigits(worstMiss * 100),
  });
  // So few numbers of threads say nothing of a peak either way.
  if (levels <= uslParameters) return [said];
  if (!peakWorkers) return [said, of('results.scaling.laws.noPeak')];
  const { estimate, low, high } = peakWorkers;
  return [
    said,
    of('results.scaling.laws.peak', {
      peak: threeDigits(estimate),
      low: threeDigits(low),
      high: threeDigits(high),
    }),
  ];
}

/** Contention and coherency are small: three digits of the percentage, whatever its size. */
function percentOf(share: number): string {
  return threeDigits(share * 100);
}
