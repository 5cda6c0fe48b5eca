import type { ScalingLaws, ScalingSummary } from '../analysis/scaling';
import type { Interval } from '../statistics/bootstrap';
import { uslParameters } from '../statistics/usl';
import { boundsOf, threeDigits } from '../texts/format';
import type { Table } from './blocks';
import { countOfRounds, type ReportContext } from './context';
import type { Names } from './names';
import { waitingWords } from './waiting';

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
 */
export function lawSentences({ laws, points }: ScalingSummary, names: Names): readonly string[] {
  if (!laws) return [];
  if (!laws.amdahl.fit && laws.amdahl.reason === 'too-few-rounds') {
    return [names.text('results.scaling.laws.rounds', { rounds: laws.rounds })];
  }
  return [amdahlSentence(laws, points, names), ...uslSentences(laws, names)];
}

function amdahlSentence(
  { amdahl: { fit }, cores }: ScalingLaws,
  points: ScalingSummary['points'],
  names: Names,
): string {
  if (!fit) return names.text('results.scaling.laws.amdahl-missing');
  const { parallelShare, isExact, worstMiss } = fit;
  return names.text(`results.scaling.laws.${isExact ? 'amdahl-exact' : 'amdahl'}`, {
    most: Math.max(...points.map(({ amount }) => amount).filter((amount) => amount <= cores)),
    share: percentWords(parallelShare.estimate),
    low: percentWords(parallelShare.low),
    high: percentWords(parallelShare.high),
    rounds: countOfRounds(parallelShare.n),
    miss: threeDigits(worstMiss * 100),
  });
}

function uslSentences({ usl: { fit } }: ScalingLaws, names: Names): string[] {
  if (!fit) return [names.text('results.scaling.laws.usl-missing')];
  const { sigma, kappa, peakWorkers, isExact, levels, worstMiss } = fit;
  const said = names.text(`results.scaling.laws.${isExact ? 'usl-exact' : 'usl'}`, {
    levels,
    sigma: percentOf(sigma.estimate),
    sigmaLow: percentOf(sigma.low),
    sigmaHigh: percentOf(sigma.high),
    kappa: percentOf(kappa.estimate),
    kappaLow: percentOf(kappa.low),
    kappaHigh: percentOf(kappa.high),
    rounds: countOfRounds(sigma.n),
    miss: threeDigits(worstMiss * 100),
  });
  // So few numbers of threads say nothing of a peak either way.
  if (levels <= uslParameters) return [said];
  if (!peakWorkers) return [said, names.text('results.scaling.laws.noPeak')];
  const { estimate, low, high } = peakWorkers;
  return [
    said,
    names.text('results.scaling.laws.peak', {
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

/** Speed-ups of the parts with a scaling curve. */
export function speedupTables({ analysis, names }: ReportContext): readonly Table[] {
  return (analysis.scaling ?? []).filter(({ points }) => points.length > 0).map((curve) => speedupTable(curve, names));
}

function speedupTable({ part, over, points }: ScalingSummary, names: Names): Table {
  const numeric = true;
  const waits = points.some(({ waiting }) => waiting !== undefined);
  return {
    caption: names.text('results.scaling.table', { part: names.part(part) }),
    columns: [
      { label: names.text(`results.scaling.${over}.axis`) },
      { label: names.text('results.scaling.speedupInterval'), numeric },
      { label: names.text('results.scaling.column.efficiency'), numeric },
      { label: names.text('results.scaling.column.n'), numeric },
      ...(waits ? [{ label: names.text('results.slowness.waited'), numeric }] : []),
    ],
    rows: points.map(({ amount, speedup, waiting }) => [
      amount,
      speedupWords(speedup),
      threeDigits((100 * speedup.estimate) / amount),
      speedup.n,
      ...(waits ? [waitingWords(waiting, names)] : []),
    ]),
  };
}
