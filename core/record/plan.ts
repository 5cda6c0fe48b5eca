import * as v from 'valibot';
import { presets } from '../experiments/definition-types';
import type { ExperimentDefinition, ParameterDefinition, Preset } from '../experiments/definition-types';
import { mostConditions, mostWorkers, operationsOf, workbenchSchema } from '../experiments/workbench/choice';
import type { WorkbenchChoice } from '../experiments/workbench/choice';
import { interpreterSchema, type Interpreter } from '../python/interpreter';
import { searchOf } from './order';
import { forecastAnswersSchema } from './forecasts';
import { count, identifier, longText, mostCores, mostListed, utcTime } from './schema-parts';

/** Speed-up over one of the same: times. */
const times = v.pipe(v.number(), v.minValue(0.01), v.maxValue(10_000));
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(60_000));

/** What a person predicted, frozen before the run starts. */
export const predictionSchema = v.variant('status', [
  v.strictObject({
    status: v.literal('given'),
    /** part -> condition -> predicted total in milliseconds. */
    totalsMs: v.record(identifier, v.record(identifier, milliseconds)),
    /** part -> condition -> predicted speed-up, for parts whose curve is sketched; absent where there is none. */
    speedups: v.optional(v.record(identifier, v.record(identifier, times))),
    /** part -> groups of conditions, the fastest first, for parts whose order is predicted; a group is a tie. */
    rankings: v.optional(v.record(identifier, v.array(v.pipe(v.array(identifier), v.minLength(1))))),
    /** Answers to what was asked beside the parts, by id of the forecast; absent where nothing was. */
    forecasts: v.exactOptional(forecastAnswersSchema),
    reason: v.pipe(longText, v.minLength(1)),
    frozenAt: utcTime,
  }),
  v.strictObject({ status: v.literal('skipped'), frozenAt: utcTime }),
]);
export type Prediction = v.InferOutput<typeof predictionSchema>;

const parametersSchema = v.record(
  v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
  v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
);

/** What may be asked for: everything but the experiment and the preset has a default. */
export const runRequestSchema = v.strictObject({
  experiment: identifier,
  preset: v.picklist(presets),
  seed: v.optional(v.pipe(count, v.maxValue(0xffffffff))),
  parameters: v.optional(parametersSchema, {}),
  lowerPriority: v.optional(v.boolean(), true),
  prediction: predictionSchema,
  /** What is compared, for the experiment `workbench` alone. */
  workbench: v.optional(workbenchSchema),
});
export type RunRequest = v.InferOutput<typeof runRequestSchema>;

/** The exact plan of a run, not the defaults: what the record stores. */
export const planSchema = v.strictObject({
  experiment: identifier,
  preset: v.picklist(presets),
  seed: v.pipe(count, v.maxValue(0xffffffff)),
  rounds: v.pipe(count, v.minValue(1), v.maxValue(1000)),
  /** Most rounds that may be added where some lost a measure. Absent in records of programs that added none. */
  spareRounds: v.exactOptional(v.pipe(count, v.maxValue(1000))),
  hiringTrials: v.pipe(count, v.minValue(1), v.maxValue(100)),
  timeBudgetSeconds: v.pipe(v.number(), v.minValue(1)),
  lowerPriority: v.boolean(),
  parameters: parametersSchema,
  /** Cores that the machine offered: some experiments have a condition per number of workers. */
  cores: v.optional(v.pipe(count, v.minValue(1), v.maxValue(mostCores))),
  /** CPU quota in cores where it was lower than what the machine offered; then `cores` are those that are left of it. */
  quotaCores: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  /** Step of the system's timers in milliseconds where it was coarse: some waits are longer for it. */
  timerGrainMs: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  /** Interpreters of Python that were found on the machine, where the experiment uses them; the first comes first. */
  pythons: v.exactOptional(v.pipe(v.array(interpreterSchema), v.maxLength(mostListed))),
  workbench: v.optional(workbenchSchema),
});
export type RunPlan = v.InferOutput<typeof planSchema>;

/** Raised for a plan that cannot be run; the message says what is allowed. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

/** What resolvePlan works from: a request's fields, without the prediction. */
export interface PlanChoices {
  readonly preset: Preset;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly lowerPriority: boolean;
  readonly cores?: number | undefined;
  readonly quotaCores?: number | undefined;
  readonly timerGrainMs?: number | undefined;
  readonly pythons?: readonly Interpreter[] | undefined;
  readonly workbench?: WorkbenchChoice | undefined;
}

/**
 * Fills in an experiment's defaults and checks every parameter against its range.
 * @throws PlanError naming the parameter, the range and the unit
 */
export function resolvePlan(experiment: ExperimentDefinition, choices: PlanChoices): RunPlan {
  const preset = experiment.presets[choices.preset];
  const parameters: Record<string, number> = {};
  for (const parameter of experiment.parameters) {
    if (parameter.unit !== 'rounds') parameters[parameter.id] = parameter.standard;
  }
  let rounds = preset.rounds;
  for (const [id, value] of Object.entries(choices.parameters)) {
    const known = experiment.parameters.find((parameter) => parameter.id === id);
    if (!known) {
      const names = experiment.parameters.map((parameter) => parameter.id).join(', ');
      throw new PlanError(`${experiment.id} has no parameter "${id}". It has: ${names}.`);
    }
    if (!Number.isInteger(value) || value < known.minimum || value > known.maximum) {
      throw new PlanError(
        `${id} must be a whole number from ${known.minimum} to ${known.maximum} (${known.unit}), not ${value}.`,
      );
    }
    if (known.unit === 'rounds') rounds = value;
    else parameters[id] = value;
  }
  const growthOf = (unit: ParameterDefinition['unit']): number => {
    const own = experiment.parameters.filter((parameter) => parameter.unit === unit);
    const standard = own.reduce((sum, parameter) => sum + parameter.standard, 0);
    const planned = own.reduce((sum, { id }) => sum + (parameters[id] ?? 0), 0);
    return Math.max(1, planned / Math.max(1, standard));
  };
  const longer = growthOf('ms') * growthOf('tasks') * growthOf('interpreters');
  return {
    experiment: experiment.id,
    preset: choices.preset,
    seed: choices.seed,
    rounds,
    spareRounds: spareRoundsFor(rounds),
    hiringTrials: preset.hiringTrials,
    timeBudgetSeconds: Math.ceil(preset.timeBudgetSeconds * Math.max(1, rounds / preset.rounds) * longer),
    lowerPriority: choices.lowerPriority && experiment.keepsPriority !== true,
    parameters,
    ...(choices.cores !== undefined && { cores: choices.cores }),
    ...(choices.quotaCores !== undefined && { quotaCores: choices.quotaCores }),
    ...(choices.timerGrainMs !== undefined && { timerGrainMs: choices.timerGrainMs }),
    ...(choices.pythons && { pythons: choices.pythons.map((one) => ({ ...one })) }),
    ...(choices.workbench && { workbench: checkedChoice(choices.workbench, experiment, rounds) }),
  };
}

/** Rounds kept in reserve for those that lose a measure: a third of the planned ones, at least two. */
function spareRoundsFor(rounds: number): number {
  return Math.max(2, Math.ceil(rounds / 3));
}

/** Most tasks in one run: each is stored with its times, and the record stays a file that opens at once. */
const mostTaskRecords = 300_000;

/** Most executions of a run: every condition three times a round; of a search once, and then the candidates three times. */
function cellsOf(experiment: ExperimentDefinition, rounds: number): number {
  const search = searchOf(experiment)?.search;
  const every = experiment.conditions.length;
  if (!search) return every * (rounds + 1) * 3;
  return every * (search.rounds + 1) + (search.most + 1) * Math.max(0, rounds - search.rounds) * 3;
}

/** @throws PlanError for a choice whose parts are allowed one by one but not together */
function checkedChoice(choice: WorkbenchChoice, experiment: ExperimentDefinition, rounds: number): WorkbenchChoice {
  const { conditions } = experiment;
  const allowed = operationsOf(choice.workload);
  const known: readonly string[] = allowed.length > 0 ? allowed : ['none'];
  if (!known.includes(choice.operation)) {
    throw new PlanError(
      `The workload ${choice.workload} has no operation "${choice.operation}". It has: ${known.join(', ')}.`,
    );
  }
  if (choice.cold && choice.pinnedCores !== null) {
    throw new PlanError('Workers that are hired inside each cell cannot be pinned. Choose one or the other.');
  }
  const compared = conditions.filter(({ repeats, idle }) => repeats === undefined && idle !== true).length;
  if (compared > mostConditions) {
    throw new PlanError(`This makes ${compared} conditions; at most ${mostConditions} can be compared in one run.`);
  }
  const workers = conditions.reduce((sum, { seats, crewOf }) => sum + (crewOf === undefined ? seats.length : 0), 0);
  if (workers > mostWorkers) {
    throw new PlanError(
      `This needs ${workers} workers at once (each condition has its own); at most ${mostWorkers} are allowed. Choose fewer conditions or fewer workers.`,
    );
  }
  const records = choice.tasks * cellsOf(experiment, rounds);
  if (records > mostTaskRecords) {
    throw new PlanError(
      `This may store ${records} tasks; at most ${mostTaskRecords} are allowed. Choose fewer tasks, rounds or conditions.`,
    );
  }
  return choice;
}
