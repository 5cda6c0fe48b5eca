/**
 * Synthetic, for tests only: what judging needs of invented records. Nothing in them was measured; product code never
 * imports this file.
 */
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { findingFor, type Verdict, type VerdictKind } from '../analysis/verdicts';
import type { ClaimSource, MachineIdentity } from '../claims/claim-types';

export const syntheticMachine: MachineIdentity = {
  cpuModel: 'Synthetic CPU',
  logicalCores: 4,
  availableParallelism: 4,
  memoryBytes: 8_000_000_000,
};

/** Ratios that belong to each verdict. */
const ratios: Readonly<Record<VerdictKind, Verdict['ratio']>> = {
  faster: { estimate: 0.5, low: 0.45, high: 0.55 },
  slower: { estimate: 2, low: 1.9, high: 2.1 },
  'no-difference': { estimate: 1, low: 0.995, high: 1.005 },
  'too-noisy': { estimate: 1.05, low: 0.9, high: 1.3 },
  undecided: { estimate: 0.98, low: 0.9, high: 1.05 },
};

/** @param place `part/condition/baseline` */
export function syntheticVerdict(place: string, verdict: VerdictKind | null): Verdict {
  const [part = '', condition = '', baseline = ''] = place.split('/');
  const ratio = verdict && ratios[verdict];
  const finding = findingFor('faster', verdict);
  return { part, condition, baseline, expect: 'faster', ratio, rounds: 9, floor: 1.02, verdict, finding };
}

/** @param verdicts by `part/condition/baseline` */
export function syntheticSource(
  experiment: string = eggsAndToast.id,
  verdicts: Readonly<Record<string, VerdictKind | null>> = {},
  changes: Partial<ClaimSource> = {},
): ClaimSource {
  return {
    id: '20260102T030405Z-00000007',
    title: `${experiment} (synthetic)`,
    experiment,
    preset: 'standard',
    startedAt: '2026-01-02T03:04:05.000Z',
    isCompleted: true,
    contradictsItself: false,
    machine: syntheticMachine,
    cores: 4,
    pinned: [],
    hasOwnParameters: false,
    warnings: 0,
    verdicts: Object.entries(verdicts).map(([place, verdict]) => syntheticVerdict(place, verdict)),
    levels: [],
    ...changes,
  };
}
