import type { UnsealedRecord } from '../record/record';
import { median } from '../statistics/quantile';

/**
 * Cores that other programs used, by measured round: what all cores were busy less what the run used. None where the page and main
 * are hosts: what they use is the run's own load, and nobody adds it up.
 */
export function otherCoresByRound({ cells, loads }: Pick<UnsealedRecord, 'cells' | 'loads'>): readonly OtherLoad[] {
  if (cells.some(({ window }) => window)) return [];
  return loads.flatMap(({ round, startNs, endNs, perCore, ownCpuSeconds }) => {
    if (round < 1 || endNs <= startNs) return [];
    const busyCores = perCore.reduce((sum, share) => sum + share, 0);
    return [{ round, cores: busyCores - ownCpuSeconds / ((endNs - startNs) / 1e9) }];
  });
}

interface OtherLoad {
  readonly round: number;
  readonly cores: number;
}

/** The median of the rounds, at least 0; 0 where it is not told. */
export function otherCoresOf(record: Pick<UnsealedRecord, 'cells' | 'loads'>): number {
  const found = otherCoresByRound(record).map(({ cores }) => cores);
  return found.length === 0 ? 0 : Math.max(0, median(found));
}
