import * as v from 'valibot';
import {
  cellOutcomes,
  expectations,
  predictionKinds,
  pythonPrograms,
  strategies,
  tracks,
  workerKinds,
  type ExperimentDefinition,
} from '../experiments/definition-types';
import { durationMeasures, measureIds } from '../experiments/measures';
import { workbenchSchema } from '../experiments/workbench/choice';
import { forecastSchema } from './forecasts';
import { count, countTo, identifier, mostListed, mostRounds, shortText } from './schema-parts';

/** Names of parameters are words of the code, e.g. `taskMs`. */
const parameterName = v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/));
const number = v.pipe(v.number(), v.finite());
const ids = v.pipe(v.array(identifier), v.maxLength(mostListed));
/** Fixed, or the value of a parameter. */
const workNumber = v.union([number, v.strictObject({ parameter: parameterName })]);

const seatSchema = v.strictObject({
  id: identifier,
  kind: v.picklist(workerKinds),
  poolSize: v.exactOptional(countTo(mostListed)),
  bare: v.exactOptional(v.boolean()),
  hired: v.boolean(),
});

const conditionSchema = v.strictObject({
  id: identifier,
  strategy: v.picklist(strategies),
  seats: v.pipe(v.array(seatSchema), v.maxLength(mostListed)),
  inFlight: v.exactOptional(countTo(mostListed)),
  cold: v.exactOptional(v.boolean()),
  pinnedCores: v.exactOptional(countTo(mostListed)),
  sharedBytes: v.exactOptional(count),
  repeats: v.exactOptional(identifier),
  idle: v.exactOptional(v.boolean()),
  crewOf: v.exactOptional(identifier),
  python: v.exactOptional(v.strictObject({ interpreter: shortText, program: v.picklist(pythonPrograms) })),
});

const workSchema = v.strictObject({
  workload: workbenchSchema.entries.workload,
  operation: workbenchSchema.entries.operation,
  taskMs: workNumber,
  tasks: workNumber,
  waitShare: number,
  jitterShare: number,
  chunkMs: v.nullable(number),
  watchLoop: v.exactOptional(v.boolean()),
});

const thresholdSchema = v.union([
  number,
  v.strictObject({ parameter: parameterName, share: number }),
  v.strictObject({ measure: v.picklist(measureIds), share: number }),
]);

const partSchema = v.strictObject({
  id: identifier,
  conditions: ids,
  noisePair: v.tuple([identifier, identifier]),
  comparisons: v.array(
    v.strictObject({
      condition: identifier,
      baseline: identifier,
      expect: v.picklist(expectations),
      margin: v.exactOptional(v.pipe(number, v.minValue(1))),
    }),
  ),
  tasks: ids,
  headline: v.exactOptional(v.picklist(durationMeasures)),
  measures: v.exactOptional(v.array(v.picklist(measureIds))),
  levels: v.exactOptional(
    v.array(
      v.strictObject({
        condition: identifier,
        measure: v.picklist(measureIds),
        threshold: thresholdSchema,
        expect: v.picklist(['above', 'below']),
      }),
    ),
  ),
  control: v.exactOptional(
    v.strictObject({ condition: identifier, measure: v.picklist(measureIds), threshold: thresholdSchema }),
  ),
  work: v.exactOptional(workSchema),
  allows: v.exactOptional(v.array(v.picklist(cellOutcomes))),
  resultsMayDiffer: v.exactOptional(v.boolean()),
  openBecause: v.exactOptional(v.picklist(['timer-grain'])),
  scaling: v.exactOptional(
    v.strictObject({ over: v.picklist(['threads', 'in-flight', 'pool-size']), laws: v.boolean() }),
  ),
  search: v.exactOptional(
    v.strictObject({
      rounds: countTo(mostRounds),
      confirms: identifier,
      near: v.pipe(number, v.minValue(1)),
      most: countTo(mostListed),
      margin: v.pipe(number, v.minValue(1)),
    }),
  ),
  predictBy: v.exactOptional(v.picklist(predictionKinds)),
  predicted: v.exactOptional(ids),
  predictionScaleMs: number,
});

const presetSchema = v.strictObject({
  rounds: countTo(mostRounds),
  hiringTrials: countTo(mostRounds),
  timeBudgetSeconds: number,
  leavesOut: v.exactOptional(ids),
  leavesOutParts: v.exactOptional(ids),
  parameters: v.exactOptional(v.record(parameterName, number)),
  expectedSeconds: number,
});

/**
 * An experiment's definition as a record holds it: resolved for the run's machine, preset and choice, so that the record can be
 * judged and shown without the program that made it.
 */
export const definitionSchema: v.GenericSchema<ExperimentDefinition> = v.strictObject({
  id: identifier,
  track: v.picklist(tracks),
  conditions: v.pipe(v.array(conditionSchema), v.maxLength(mostListed)),
  parts: v.pipe(v.array(partSchema), v.maxLength(mostListed)),
  parameters: v.array(
    v.strictObject({
      id: parameterName,
      unit: v.picklist(['ms', 'rounds', 'tasks', 'interpreters']),
      minimum: number,
      maximum: number,
      standard: number,
    }),
  ),
  presets: v.strictObject({ quick: presetSchema, standard: presetSchema, thorough: presetSchema }),
  matrix: v.exactOptional(v.array(v.strictObject({ id: identifier, sync: identifier, async: identifier }))),
  watchesCores: v.exactOptional(v.boolean()),
  smallestDifference: v.pipe(number, v.minValue(0)),
  keepsPriority: v.exactOptional(v.boolean()),
  breakEven: v.exactOptional(v.strictObject({ baseline: identifier, conditions: ids })),
  forecasts: v.exactOptional(v.pipe(v.array(forecastSchema), v.maxLength(50))),
});
