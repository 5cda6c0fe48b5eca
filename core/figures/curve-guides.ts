import type { ScalingDefinition } from '../experiments/definition-types';
import { poolThreads } from '../experiments/pool-threads';
import type { ScalingSummary } from '../analysis/scaling';
import type { Environment } from '../record/environment';
import { amdahlSpeedup } from '../statistics/amdahl';
import { uslThroughput } from '../statistics/usl';
import type { Names } from '../words/names';
import { percentWords } from '../words/scaling';
import type { CurveBoundary, CurveGuide } from './figure';

type TextOf = Names['text'];

const hairline: readonly number[] = [1, 3];
const dashes: readonly number[] = [6, 3];

/** Ideal: every further one brings as much as the first. */
export function idealGuide(of: TextOf): CurveGuide {
  return { label: of('results.scaling.ideal'), dash: hairline, at: (amount) => amount };
}

/** Amdahl's law and the Universal Scalability Law as far as they were fitted. */
export function lawGuides(of: TextOf, { laws, points }: ScalingSummary): readonly CurveGuide[] {
  const amdahl = laws?.amdahl.fit;
  const usl = laws?.usl.fit;
  const guides: CurveGuide[] = [];
  if (laws && amdahl) {
    const { estimate, low, high } = amdahl.parallelShare;
    guides.push({
      label: of('results.scaling.amdahlLabel', { share: percentWords(estimate) }),
      detail: of('results.scaling.interval', { low: percentWords(low), high: percentWords(high) }),
      dash: [],
      at: (amount) => amdahlSpeedup(estimate, amount),
      knownTo: Math.max(...points.map(({ amount }) => amount).filter((amount) => amount <= laws.cores)),
    });
  }
  if (usl) {
    const parameters = { lambda: usl.lambda.estimate, sigma: usl.sigma.estimate, kappa: usl.kappa.estimate };
    guides.push({
      label: of('results.scaling.uslLabel'),
      dash: dashes,
      at: (amount) => uslThroughput(parameters, amount),
    });
  }
  return guides;
}

/** Where something runs out along a curve: cores for threads; cores and, for files, libuv's pool for anything else. */
export function scalingBoundaries(
  of: TextOf,
  over: ScalingDefinition['over'],
  environment: Environment,
): readonly CurveBoundary[] {
  if (over === 'threads') return coreBoundaries(of, environment);
  const named = (key: string, n: number): CurveBoundary => ({
    x: n,
    label: of(`results.scaling.${over}.boundary.${key}`, { n }),
  });
  const cores = named('offered', environment.availableParallelism);
  return over === 'in-flight' ? [cores, named('pool', poolThreads)] : [cores];
}

/**
 * Where the machine runs out of cores: physical ones, logical ones (SMT), those offered to the lab. Equal ones are one
 * line; what the machine does not tell has none.
 */
function coreBoundaries(of: TextOf, environment: Environment): readonly CurveBoundary[] {
  const { physicalCores, logicalCores, availableParallelism } = environment;
  const named = (key: string, n: number): CurveBoundary => ({
    x: n,
    label: of(`results.scaling.threads.boundary.${key}`, { n }),
  });
  const hasSmt = physicalCores !== null && physicalCores > 0 && physicalCores < logicalCores;
  return [
    ...(hasSmt ? [named('physical', physicalCores), named('logical', logicalCores)] : [named('both', logicalCores)]),
    ...(availableParallelism !== logicalCores && availableParallelism !== physicalCores
      ? [named('offered', availableParallelism)]
      : []),
  ];
}
