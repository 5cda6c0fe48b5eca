import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { PinningRecord } from '@core/record/events';
import { pinCondition, readAffinity, restoreAffinity, tryPinning } from '../measurement/affinity';
import { readCoreLayout } from '../measurement/core-choice';
import type { Crew } from './crew';
import { describe } from './hiring';

/** Pins what executes a condition, outside timed sections, and tells what was read back. */
export interface RunPinning {
  /**
   * Brings the lab process and the condition's task processes where the condition wants them.
   * @returns what was read back, whenever something had to be changed for a condition that asks for cores
   */
  apply(condition: ConditionDefinition, crew: Crew): Promise<PinningRecord | undefined>;
}

/**
 * Call before anything is pinned. Threads of all conditions live in the lab process, so its affinity changes with the
 * condition; a task process belongs to one condition and is pinned once.
 */
export function createRunPinning(): RunPinning {
  const layout = readCoreLayout();
  const told = new Set<string>();
  let before: Awaited<ReturnType<typeof readAffinity>> = null;
  let labCores: number | null = null;
  /** A tool that cannot is asked once: then nothing is pinned, and nothing has to be set back. */
  let works: boolean | undefined;

  async function unpinLab(): Promise<void> {
    if (before && works === true) await restoreAffinity(before);
    labCores = null;
  }

  return {
    async apply(condition, crew) {
      const cores = condition.pinnedCores ?? null;
      if (cores === null) {
        if (labCores !== null) await unpinLab();
        return undefined;
      }
      if (cores === labCores && told.has(condition.id)) return undefined;
      works ??= (await tryPinning()) === undefined;
      if (labCores === null) before = await readAffinity(process.pid);
      if (condition.cold) throw new RangeError(`${condition.id}: workers hired inside a cell cannot be pinned.`);
      const pids = new Set([process.pid]);
      for (const { handle } of crew.members) {
        if (handle.kind === 'process') pids.add((await describe(handle)).pid);
      }
      const pinned = await pinCondition(condition.id, [...pids], cores, layout, works);
      labCores = cores;
      if (told.has(condition.id) && pinned.verified) return undefined;
      told.add(condition.id);
      return pinned;
    },
  };
}
