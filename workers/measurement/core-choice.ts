import fs from 'node:fs';
import os from 'node:os';
import { ascending, parseCpuList } from '@core/machine/cpu-list';
import { allowedCpus, coreGroups, coreKinds } from '@core/machine/cpus';
import { systemFiles } from '@core/machine/system-files';
import type { SystemFiles } from '@core/machine/system-files';

export { formatCpuList, parseCpuList } from '@core/machine/cpu-list';

/** Which logical CPUs work may be put on, which of them share a physical core, and which are faster. */
export interface CoreLayout {
  /** Logical CPUs that the process may use, in ascending order. */
  readonly allowed: readonly number[];
  /** Logical CPUs by physical core; a CPU that is in no group is a core of its own. */
  readonly cores: readonly (readonly number[])[];
  /** Logical CPUs by kind of core, the fastest first. Absent: all are alike, as far as is known. */
  readonly kinds?: readonly (readonly number[])[];
}

/**
 * The layout as the calling process finds it. Read it before anything is pinned: a pinned process may use fewer CPUs.
 * Without `/proc` and `/sys` (Windows, macOS) every logical CPU is allowed and counts as a core of its own.
 */
export function readCoreLayout(files: SystemFiles = systemFiles(fs)): CoreLayout {
  const kinds = coreKinds(files).map(({ cpus }) => parseCpuList(cpus));
  return {
    allowed: allowedCpus(files) ?? os.cpus().map((_, cpu) => cpu),
    cores: coreGroups(files),
    ...(kinds.length > 0 && { kinds }),
  };
}

/**
 * The CPUs to pin to when `count` cores are wanted: the first allowed CPU of each physical core, core by core; only when
 * the cores do not suffice, further CPUs of the same cores. Of cores of different speed the fastest come first. Fewer than `count` if fewer are allowed. Ascending.
 * @throws RangeError if `count` is not a whole number of at least 1
 */
export function coresToPin(count: number, layout: CoreLayout = readCoreLayout()): readonly number[] {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`At least one core is needed, not ${count}.`);
  const rank = new Map<number, number>();
  for (const core of layout.cores) {
    const usable = ascending(core).filter((cpu) => layout.allowed.includes(cpu));
    for (const [position, cpu] of usable.entries()) rank.set(cpu, position);
  }
  const kind = new Map(layout.kinds?.flatMap((cpus, index) => cpus.map((cpu) => [cpu, index] as const)));
  const slowest = layout.kinds?.length ?? 0;
  const order = (cpu: number): number => (rank.get(cpu) ?? 0) * (slowest + 1) + (kind.get(cpu) ?? slowest);
  // A stable sort: CPUs of equal rank and kind stay in ascending order.
  const byRank = ascending(layout.allowed).sort((a, b) => order(a) - order(b));
  return ascending(byRank.slice(0, count));
}
