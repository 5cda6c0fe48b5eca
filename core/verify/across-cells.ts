import { trialCount } from '../analysis/trials';
import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { contradiction, placeOf, type Contradictions } from './contradiction';

/**
 * What is the same in all cells because it is the same work: the tasks and messages of a condition, the size of a task within a
 * part, and what a task returns wherever conditions are compared.
 */
export function* acrossCellsThatDoNotFollow(record: UnsealedRecord): Contradictions {
  const tasks = new Map<string, string>();
  const messages = new Map<string, number>();
  const iterations = new Map<string, number>();
  const trials = new Map<string, number>();
  for (const cell of record.cells) {
    const place = placeOf(cell);
    const key = `${cell.part} ${cell.condition}`;
    const names = namesOf(cell);
    if ((tasks.get(key) ?? names) !== names) yield contradiction('tasks-differ', place);
    tasks.set(key, names);
    if (cell.outcome === undefined) {
      const first = messages.get(key) ?? cell.messages;
      if (first !== cell.messages) yield contradiction('messages-differ', { ...place, n: cell.messages, first });
      messages.set(key, first);
    }
    if (cell.trials) {
      const told = trialCount(cell.trials);
      const first = trials.get(key) ?? told;
      if (first !== told) yield contradiction('trials-count', { ...place, trials: told, first });
      trials.set(key, first);
    }
    for (const { task, iterations: n } of cell.tasks) {
      const first = iterations.get(`${cell.part} ${task}`) ?? n;
      if (first !== n) yield contradiction('iterations-differ', { ...place, task, n, first });
      iterations.set(`${cell.part} ${task}`, first);
    }
  }
  yield* checksumsThatDiffer(record);
}

function namesOf({ tasks, lost = [] }: CellRecord): string {
  const names = tasks.map(({ task }) => task);
  for (const { task } of lost) names.push(task);
  return names.sort().join(' ');
}

/** A run ends with the first checksum that differs, and says so: anywhere else one that differs does not follow. */
function* checksumsThatDiffer({ cells, definition, outcome }: UnsealedRecord): Contradictions {
  if (outcome.status === 'failed' && outcome.reason === 'checksums-differ') return;
  const mayDiffer = new Set(definition.parts.filter((part) => part.resultsMayDiffer === true).map(({ id }) => id));
  const known = new Map<string, number | null>();
  for (const cell of cells) {
    if (mayDiffer.has(cell.part)) continue;
    // A run that was ended just after this cell did not come to comparing it.
    if (outcome.status !== 'completed' && cell === cells.at(-1)) return;
    for (const { task, checksum } of cell.tasks) {
      const key = `${cell.part} ${task}`;
      const first = known.has(key) ? known.get(key) : checksum;
      if (first !== checksum) yield contradiction('checksums-differ', { ...placeOf(cell), task });
      known.set(key, checksum);
    }
  }
}
