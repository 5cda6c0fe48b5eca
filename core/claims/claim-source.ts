import type { Analysis } from '../analysis/types';
import { fewestCores } from '../experiments/catalogue';
import type { Environment } from '../record/environment';
import type { UnsealedRecord } from '../record/record';
import type { ClaimSource, MachineIdentity } from './claim-types';
import { wageLevels } from './wage-levels';

/** What judging needs of a record. Verdicts and levels are the recomputed ones, never the stored ones; wages are computed from the hirings. */
export function claimSourceOf(
  record: UnsealedRecord,
  analysis: Pick<Analysis, 'parts' | 'contradiction'>,
): ClaimSource {
  const { plan, environment } = record;
  return {
    id: record.id,
    title: record.title,
    experiment: plan.experiment,
    preset: plan.preset,
    startedAt: record.startedAt,
    isCompleted: record.outcome.status === 'completed',
    contradictsItself: analysis.contradiction !== undefined,
    machine: machineOf(environment),
    cores: plan.cores ?? fewestCores,
    pinned: (record.pinnings ?? []).filter(({ verified }) => verified).map(({ condition }) => condition),
    hasOwnParameters: hasOwnParameters(record),
    warnings: record.warnings.length,
    verdicts: analysis.parts.flatMap((part) => part.verdicts),
    levels: [...analysis.parts.flatMap((part) => part.levels), ...wageLevels(record)],
  };
}

/** The machine behind an environment. */
export function machineOf(environment: Pick<Environment, keyof MachineIdentity>): MachineIdentity {
  const { cpuModel, logicalCores, availableParallelism, memoryBytes } = environment;
  return { cpuModel: cpuModel.trim(), logicalCores, availableParallelism, memoryBytes };
}

/** Memory that a system reports changes a little with its kernel; more than this share is another machine. */
const memoryTolerance = 0.02;

/** True if both are the same processor with as many cores, as many of them offered to the lab, and as much memory. */
export function isSameMachine(one: MachineIdentity, other: MachineIdentity): boolean {
  const larger = Math.max(one.memoryBytes, other.memoryBytes);
  return (
    one.cpuModel === other.cpuModel &&
    one.logicalCores === other.logicalCores &&
    one.availableParallelism === other.availableParallelism &&
    Math.abs(one.memoryBytes - other.memoryBytes) <= memoryTolerance * larger
  );
}

/** True if a size of the work differs from the experiment's own; the number of rounds is no size of the work. */
export function hasOwnParameters({ plan, definition }: Pick<UnsealedRecord, 'plan' | 'definition'>): boolean {
  return definition.parameters.some(
    ({ id, unit, standard }) => unit !== 'rounds' && (plan.parameters[id] ?? standard) !== standard,
  );
}
