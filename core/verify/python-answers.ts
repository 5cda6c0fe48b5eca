import { knead } from '../kernels/knead';
import type { UnsealedRecord } from '../record/record';
import { step } from '../statistics/step';
import { contradiction, placeOf, type Contradictions } from './contradiction';

/** So many iterations take about a second: what goes beyond it is not computed. */
const mostIterations = 1e9;
/** Of one task: whoever watches this process hears of it between two. */
const mostOfOne = 1e8;

/**
 * What Python kneaded is what JavaScript kneads for the same iterations and seed, which follow from the plan: computed once more,
 * each different piece of work once.
 */
export function* pythonAnswersThatDoNotFollow({ cells, definition, plan }: UnsealedRecord): Contradictions {
  const python = new Set(definition.conditions.flatMap(({ id, python: seating }) => (seating ? [id] : [])));
  const kneads = new Set(
    definition.parts.flatMap(({ id, work }) => (work?.workload === 'cpu' || work?.workload === 'mixed' ? [id] : [])),
  );
  const known = new Map<string, number>();
  let left = mostIterations;
  for (const cell of cells) {
    if (!python.has(cell.condition) || !kneads.has(cell.part)) continue;
    for (const { task, iterations, checksum } of cell.tasks) {
      const seed = (plan.seed + Number(/\d+$/.exec(task)?.[0] ?? 0)) >>> 0;
      const key = `${iterations} ${seed}`;
      if (!known.has(key)) {
        if (iterations > Math.min(left, mostOfOne)) continue;
        left -= iterations;
        step();
        known.set(key, knead(iterations, seed));
      }
      if (known.get(key) !== checksum) yield contradiction('python-answer', { ...placeOf(cell), task });
    }
  }
}
