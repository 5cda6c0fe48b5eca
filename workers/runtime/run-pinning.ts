import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { PinningRecord } from '@core/runs/events';
import { coresToPin, pinProcess, readAffinity, restoreAffinity, verifyPinning } from '../measurement/affinity';
import type { Crew } from './crew';
import { describe } from './hiring';

/** Pins what executes a condition, outside timed sections, and tells what was read back. */
export interface RunPinning {
  /**
   * Brings the lab process and the condition's task processes where the condition wants them.
   * @returns what was read back, the first time for each condition that asks for cores
   */
  apply(condition: ConditionDefinition, crew: Crew): Promise<PinningRecord | undefined>;
}

/**
 * Threads of all conditions live in the lab process, so its affinity changes with the condition; a task process belongs
 * to one condition and is pinned once.
 */
export function createRunPinning(): RunPinning {
  const original = readAffinity(process.pid);
  const told = new Set<string>();
  let labCores: number | null = null;

  async function pinLab(cores: number | null): Promise<void> {
    if (cores === labCores) return;
    if (cores === null) await restoreAffinity(process.pid, original);
    else await pinProcess(process.pid, coresToPin(cores));
    labCores = cores;
  }

  return {
    async apply(condition, crew) {
      const cores = condition.pinnedCores ?? null;
      await pinLab(cores);
      if (cores === null || told.has(condition.id)) return undefined;
      told.add(condition.id);
      const wanted = coresToPin(cores, original);
      const pids = new Set([process.pid]);
      for (const { handle } of crew.members) {
        if (handle.kind === 'process') pids.add((await describe(handle)).pid);
      }
      for (const pid of pids) await pinProcess(pid, wanted);
      return { condition: condition.id, cores, ...(await verifyPinning([...pids], wanted)) };
    },
  };
}
