import type { PartSummary } from '@core/analysis/types';
import { threeDigits } from '@core/texts/format';

/** What the calibration found for one part, in percent with three significant digits; undefined without a noise pair. */
export interface FloorWords {
  readonly floor: string;
  readonly measured: string;
  /** Differences up to this are never called. Set only where it, and not the measured noise, is the floor. */
  readonly least: string | undefined;
  readonly n: number;
}

/** The noise floor of a part in percent: ratios of at least 1 as what they are above it. */
export function floorWords({ noise, checksumsAgree }: PartSummary): FloorWords | undefined {
  if (!noise || !checksumsAgree) return undefined;
  const { ratio, measuredRatio, smallestDifference, n } = noise;
  const percent = (share: number): string => threeDigits(share * 100);
  return {
    floor: percent(ratio - 1),
    measured: percent(measuredRatio - 1),
    least: measuredRatio - 1 < smallestDifference ? percent(smallestDifference) : undefined,
    n,
  };
}

/** How the comparisons of equal things came out. Those that were not measured are not counted. */
export interface EqualComparisons {
  readonly all: number;
  readonly alike: number;
  /** Undecided, or too noisy to tell. */
  readonly undecided: number;
  /** Called a difference although only the name differs. */
  readonly alarms: number;
}

export function equalComparisons(parts: readonly PartSummary[]): EqualComparisons {
  const verdicts = parts.flatMap((part) => part.verdicts).flatMap(({ verdict }) => verdict ?? []);
  const count = (...kinds: readonly string[]): number => verdicts.filter((verdict) => kinds.includes(verdict)).length;
  return {
    all: verdicts.length,
    alike: count('no-difference'),
    undecided: count('undecided', 'too-noisy'),
    alarms: count('faster', 'slower'),
  };
}
