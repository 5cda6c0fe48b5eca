import type { ConditionDefinition, PythonSeating } from '@core/experiments/definition-types';
import type { HiringRecord } from '@core/record/events';
import { sumOfMemory } from '../measurement/memory';
import type { SeatedWorker } from '../runtime/crew';
import { describe, type HiringContext } from '../runtime/hiring';
import { startPython } from './team';

/**
 * Starts the interpreter of a condition with all of its workers, and reports how long that took and the memory of its processes,
 * each counted once.
 */
export async function hirePython(
  condition: ConditionDefinition,
  seating: PythonSeating,
  trial: number,
  { clock, python, report }: HiringContext,
): Promise<readonly SeatedWorker[]> {
  const seats = condition.seats.map(({ id, kind }) => ({ id: `${condition.id}/${id}`, seat: id, kind }));
  const team = await startPython(seating, seats, python, clock);
  const described = await Promise.all(team.handles.map(describe)).catch(async (error: unknown) => {
    await team.end();
    throw error;
  });
  const processes = new Map(described.map(({ pid, memory }) => [pid, memory]));
  processes.set(team.hello.pid, team.hello.memory);
  const hiring: HiringRecord = {
    condition: condition.id,
    trial,
    workers: seats.length,
    requestedNs: team.requestedNs,
    readyNs: team.readyNs,
    ...sumOfMemory([...processes.values()]),
  };
  report({ type: 'hiring', hiring });
  return team.handles.map((handle, index) => ({ seat: seats[index]?.seat ?? '', hired: true, handle }));
}
