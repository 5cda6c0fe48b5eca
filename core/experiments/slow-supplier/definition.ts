import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import type { DefinitionChoice } from '../machine';
import type { LevelDefinition } from '../measures';
import { again, alone, hiredWorkers } from '../seats';
import { orderCount, runOut, suffice, supplierOf } from './orders';

/** Blocked cooks: enough for prompt answers, and twice as many. */
export const [few, many] = [4, 8] as const;

/** Who is served at once waits for the answer and for little else; three times as long is a line. */
const lineFrom = { parameter: 'latencyMs', share: 3 } as const;
/** Who was slow waits for the slow answer and for little else. */
const slowAlone = { parameter: 'slowMs', share: 1.5 } as const;

const parameters = [
  { id: 'latencyMs', unit: 'ms', minimum: 3, maximum: 10, standard: 5 },
  { id: 'slowMs', unit: 'ms', minimum: 20, maximum: 400, standard: 110 },
  { id: 'oneIn', unit: 'tasks', minimum: 4, maximum: 50, standard: 10 },
] as const;
const standard: Readonly<Record<string, number>> = Object.fromEntries(parameters.map((one) => [one.id, one.standard]));

function blocked(count: number): ConditionDefinition {
  return { id: `threads-${count}`, strategy: 'threads', seats: hiredWorkers('thread', count) };
}

/**
 * Orders come one by one, and each needs an answer from a supplier that is now and then slow. Factor: whether whoever waits for an
 * answer is held meanwhile. The two parts are the same orders without slow answers and with them.
 * What theory says of so many cooks follows from how long the slow requests hold them.
 */
export function slowSupplier(_cores: number, choice: DefinitionChoice = {}): ExperimentDefinition {
  const supplier = supplierOf({ ...standard, ...choice.parameters });
  const async: ConditionDefinition = { id: 'async', strategy: 'async', seats: [alone], inFlight: orderCount };
  const runsOut = runOut(few, supplier);
  const half = (condition: string, expect: LevelDefinition['expect']): LevelDefinition => {
    return { condition, measure: 'wait-median', threshold: lineFrom, expect };
  };
  const fewId = `threads-${few}`;
  const manyId = `threads-${many}`;
  const work = { workload: 'socket', taskMs: { parameter: 'latencyMs' }, tasks: orderCount, waitShare: 1 } as const;
  const measures = ['wait-p95', 'wait-p99', 'total'] as const;
  const shared = { headline: 'wait-median', measures, work, predicted: [] } as const;
  return defineExperiment({
    id: 'slow-supplier',
    track: 'A',
    conditions: [async, again(async), blocked(few), blocked(many)],
    parts: [
      {
        ...shared,
        id: 'prompt',
        conditions: ['async', 'async-again', fewId],
        comparisons: against(fewId, { async: 'open' }),
        levels: [half('async', 'below'), half(fewId, 'below')],
        predictionScaleMs: 50,
      },
      {
        ...shared,
        id: 'slow',
        comparisons: against(fewId, { async: runsOut ? 'faster' : 'open', [manyId]: runsOut ? 'faster' : 'open' }),
        levels: [
          half('async', 'below'),
          ...(runsOut ? [half(fewId, 'above')] : []),
          ...(suffice(many, supplier) ? [half(manyId, 'below')] : []),
          { condition: 'async', measure: 'wait-p99', threshold: slowAlone, expect: 'below' },
        ],
        predictionScaleMs: 200,
      },
    ],
    parameters,
    forecasts: [
      {
        id: 'half',
        kind: 'size',
        of: 'headline',
        part: 'slow',
        conditions: ['async', fewId, manyId],
        from: 1e6,
        to: 1e9,
        within: 2,
      },
    ],
    expectedSeconds: [27, 54, 105],
    timeBudgetSeconds: [180, 300, 540],
  });
}
