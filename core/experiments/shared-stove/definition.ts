import { lockBytes, tableBytes } from '../../protocol/shared-words';
import type { TableRule } from '../../protocol/step';
import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { levelOptions } from '../forecasts';
import { gainOn, type DefinitionChoice } from '../machine';
import type { LevelDefinition } from '../measures';
import { again, hiredWorkers } from '../seats';

/** Philosophers at the table, and forks between them. */
export const philosophers = 4;
/** How often each eats in a dinner. */
export const meals = 2;
/** Critical sections of each cook. */
export const sections = 60;

/** How each table takes its forks. */
export const rules = { naive: 'left-first', 'time-out': 'time-out', ordered: 'ordered' } as const satisfies Readonly<
  Record<string, TableRule>
>;
export type Table = keyof typeof rules;
export const tables = Object.keys(rules) as Table[];

/** Less than one dinner in a hundred; ten of a round have a share of 10 % or none. */
const noDinner = 0.01;
/**
 * Of their time. Who has a lock alone waits for none of it; of two who share one, the second waits while the first works: a quarter of
 * the time of both together, as long as the lock is not fair.
 */
const hardlyWaits = 0.05;

function tableOf(id: Table): ConditionDefinition {
  return {
    id,
    strategy: 'threads',
    seats: hiredWorkers('thread', philosophers),
    sharedBytes: tableBytes(philosophers),
  };
}

/**
 * Sharing: one lock for all against a lock for each, and philosophers who need two forks. Factors: how many locks, and the rule by
 * which two of them are taken.
 * @param cores of the machine: more cooks than cores would wait for a core, not for a lock
 */
export function sharedStove(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const threads = Math.max(2, Math.min(cores, philosophers));
  const gain = gainOn(cores, quotaCores);
  const shared = {
    strategy: 'threads',
    seats: hiredWorkers('thread', threads),
    sharedBytes: lockBytes(threads),
  } as const;
  const oneLock: ConditionDefinition = { id: 'one-lock', ...shared };
  const ordered = tableOf('ordered');
  const deadlocks = (condition: Table, expect: LevelDefinition['expect']): LevelDefinition => {
    return { condition, measure: 'deadlock-share', threshold: noDinner, expect };
  };
  return defineExperiment({
    id: 'shared-stove',
    track: 'D',
    conditions: [
      oneLock,
      again(oneLock),
      { id: 'own-locks', ...shared },
      tableOf('naive'),
      tableOf('time-out'),
      ordered,
      again(ordered),
    ],
    parts: [
      {
        id: 'locks',
        conditions: ['one-lock', 'one-lock-again', 'own-locks'],
        comparisons: against('one-lock', { 'own-locks': gain }),
        measures: ['lock-wait'],
        levels: [
          // On one core they take turns anyway, and whoever has the lock has mostly also the core.
          ...(gain === 'faster'
            ? [{ condition: 'one-lock', measure: 'lock-wait', threshold: hardlyWaits, expect: 'above' } as const]
            : []),
          { condition: 'own-locks', measure: 'lock-wait', threshold: hardlyWaits, expect: 'below' },
        ],
        predicted: ['one-lock', 'own-locks'],
        predictionScaleMs: 400,
      },
      {
        id: 'table',
        conditions: ['naive', 'time-out', 'ordered', 'ordered-again'],
        comparisons: against('ordered', { naive: 'open', 'time-out': 'open' }),
        measures: ['deadlock-share', 'lock-wait'],
        levels: [deadlocks('naive', 'above'), deadlocks('time-out', 'below'), deadlocks('ordered', 'below')],
        predicted: [],
        predictionScaleMs: 1000,
      },
    ],
    parameters: [
      { id: 'sectionMs', unit: 'ms', minimum: 1, maximum: 5, standard: 1 },
      { id: 'thinkMs', unit: 'ms', minimum: 1, maximum: 10, standard: 1 },
      { id: 'reachMs', unit: 'ms', minimum: 1, maximum: 10, standard: 1 },
      { id: 'eatMs', unit: 'ms', minimum: 1, maximum: 10, standard: 1 },
      { id: 'dinners', unit: 'tasks', minimum: 1, maximum: 100, standard: 10 },
    ],
    forecasts: [
      {
        id: 'deadlocks',
        kind: 'pick',
        options: levelOptions,
        rows: tables.map((condition) => {
          return { id: condition, part: 'table', by: { condition, measure: 'deadlock-share' } };
        }),
      },
    ],
    longer: { dinners: 20 },
    expectedSeconds: [20, 45, 85],
    timeBudgetSeconds: [120, 240, 400],
  });
}
