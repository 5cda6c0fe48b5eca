import * as v from 'valibot';
import { answerChoice } from '@core/experiments/workbench/answer-choice';
import {
  leastTaskMs,
  operationsOf,
  standardChoice,
  taskTimesSchema,
  workbenchSchema,
} from '@core/experiments/workbench/choice';
import type { TaskTimes, WorkbenchChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition, workbenchId } from '@core/experiments/workbench/definition';
import { PlanError, resolvePlan } from '@core/record/plan';
import { allowedBy, allowedText } from './allowed-values';
import type { AllowedValues, ValueSchema } from './allowed-values';
import { optionsWithoutEffect } from './bench-notes';
import { commonOptions, commonUsage, readCommonOptions } from './run-options';
import type { RunOptions } from './run-options';
import { readWords, textOf, UsageError } from './words';
import type { WordOptions, Words } from './words';

/** The options of `bench` that take a value, and the part of the choice that each one sets. */
export const benchOptions = {
  workload: 'workload',
  operation: 'operation',
  strategies: 'strategies',
  workers: 'workers',
  'in-flight': 'inFlight',
  'task-ms': 'taskMs',
  tasks: 'tasks',
  'chunk-ms': 'chunkMs',
  'wait-share': 'waitShare',
  jitter: 'jitterShare',
  pin: 'pinnedCores',
  'memory-limit': 'memoryLimitMb',
  'task-timeout': 'taskTimeoutMs',
  'target-width': 'targetWidth',
} as const satisfies Readonly<Record<string, keyof WorkbenchChoice>>;
/** Switches take no value. */
export const benchSwitches = { cold: 'cold', 'watch-window': 'watchWindow' } as const satisfies Readonly<
  Record<string, keyof WorkbenchChoice>
>;
export type BenchOption = keyof typeof benchOptions | keyof typeof benchSwitches;

const optionNames = Object.keys(benchOptions) as (keyof typeof benchOptions)[];

const benchUsage = `bench --workload cpu [--operation knead] [--strategies sync,threads] [--workers 1,2] [--in-flight 1,16] [--task-ms 5] [--tasks 40] [--chunk-ms 2] [--wait-share 0.5] [--jitter 0.2] [--pin 1] [--cold] [--watch-window] [--memory-limit 256] [--task-timeout 5000] [--target-width 0.05] [--rounds N] ${commonUsage}`;

/** What `--answer` takes: the numbers of workers and tasks in flight are found, so nothing else of a choice goes with it. */
export const answerOptions = { 'cpu-ms': 'cpuMs', 'waiting-ms': 'waitingMs' } as const satisfies Readonly<
  Record<string, keyof TaskTimes>
>;
const answerUsage = 'bench --answer --cpu-ms 2 --waiting-ms 8';

const words: WordOptions = {
  answer: { type: 'boolean', default: false },
  ...Object.fromEntries(Object.keys(answerOptions).map((name) => [name, { type: 'string' }] as const)),
  ...commonOptions,
  rounds: { type: 'string' },
  ...Object.fromEntries(Object.keys(benchSwitches).map((name) => [name, { type: 'boolean', default: false }] as const)),
  ...Object.fromEntries(optionNames.map((name) => [name, { type: 'string' }] as const)),
};

export interface BenchCommand {
  readonly options: RunOptions;
  /** What was given and changes nothing. */
  readonly notes: readonly string[];
}

/** Workers per core that may be asked for. */
const workersPerCore = 4;

/**
 * Reads the options of `bench`. What is not given is as in `standardChoice`; the operation is the workload's first.
 * @param cores available parallelism of this machine
 * @throws UsageError naming the option, what it was given and what it takes
 */
export function parseBench(rest: readonly string[], cores: number): BenchCommand {
  const given = readWords('bench', rest, { options: words, positionals: 0, usage: benchUsage });
  const isAnswer = given.values['answer'] === true;
  const workbench = isAnswer ? answerOf(given, cores) : choiceOf(given, cores);
  const common = readCommonOptions(given);
  const parameters = roundsOf(textOf(given.values['rounds']), workbench);
  checkTogether(workbench, common.preset, parameters);
  const options = { experiments: [workbenchId], parameters, workbench, ...common };
  if (isAnswer) return { options: { ...options, answer: true }, notes: [] };
  const named = optionNames.filter((name) => given.values[name] !== undefined);
  return { options, notes: optionsWithoutEffect(workbench, workbench.cold ? [...named, 'cold'] : named) };
}

/** @throws UsageError if a time is missing or no time, or an option is given that the search decides about */
function answerOf(given: Words, cores: number): WorkbenchChoice {
  const decided = [...optionNames, ...Object.keys(benchSwitches)].find((name) => {
    return given.values[name] !== undefined && given.values[name] !== false;
  });
  if (decided !== undefined) {
    throw new UsageError(`--answer decides about --${decided} itself, so leave it out. Type: ${answerUsage}.`);
  }
  const times: Record<string, number> = {};
  for (const [name, field] of Object.entries(answerOptions)) {
    const text = textOf(given.values[name]);
    if (text === undefined) throw new UsageError(`--answer needs --${name}. Type: ${answerUsage}.`);
    const value = v.safeParse(taskTimesSchema.entries[field], numberOf(text));
    if (!value.success) {
      throw new UsageError(`--${name} takes ${allowedText(allowedBy(taskTimesSchema.entries[field]))}, not "${text}".`);
    }
    times[field] = value.output;
  }
  const { cpuMs = 0, waitingMs = 0 } = times;
  if (cpuMs + waitingMs < leastTaskMs) {
    throw new UsageError(`--cpu-ms and --waiting-ms are at least ${leastTaskMs} ms together. Type: ${answerUsage}.`);
  }
  return answerChoice({ cpuMs, waitingMs }, cores);
}

function choiceOf(given: Words, cores: number): WorkbenchChoice {
  const alone = Object.keys(answerOptions).find((name) => given.values[name] !== undefined);
  if (alone !== undefined) throw new UsageError(`--${alone} goes with --answer. Type: ${answerUsage}.`);
  const choice: Record<string, unknown> = { ...standardChoice };
  for (const [name, field] of Object.entries(benchSwitches)) choice[field] = given.values[name] === true;
  for (const name of optionNames) {
    const value = textOf(given.values[name]);
    if (name !== 'operation' && value !== undefined) choice[benchOptions[name]] = valueOf(name, value, cores);
  }
  const { workload } = v.parse(v.pick(workbenchSchema, ['workload']), { workload: choice['workload'] });
  choice['operation'] = operationOf(workload, textOf(given.values['operation']));
  return v.parse(workbenchSchema, choice);
}

function operationOf(workload: WorkbenchChoice['workload'], given: string | undefined): WorkbenchChoice['operation'] {
  const known = operationsOf(workload);
  if (given === undefined) return known[0] ?? 'none';
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  throw new UsageError(
    known.length === 0
      ? `--operation takes nothing with --workload ${workload}, which has one operation only, so leave "${given}" out.`
      : `--operation takes ${known.join(', ')} with --workload ${workload}, not "${given}".`,
  );
}

function valueOf(name: keyof typeof benchOptions, text: string, cores: number): unknown {
  const schema: ValueSchema & v.GenericSchema = workbenchSchema.entries[benchOptions[name]];
  const { allowed, because } = onThisMachine(name, allowedBy(schema), cores);
  const list = allowed.most > 1 ? text.split(',').map((one) => one.trim()) : [text];
  const values = allowed.kind === 'choice' ? list : list.map(numberOf);
  const value: unknown = allowed.most > 1 ? values : values[0];
  const parsed = v.safeParse(schema, value);
  const beyond = values.some((one) => typeof one === 'number' && one > allowed.maximum);
  if (parsed.success && !beyond) return parsed.output;
  // A rule about the list as a whole has words of its own.
  const rule = parsed.issues?.find((issue) => issue.type === 'check')?.message;
  throw new UsageError(`--${name} takes ${allowedText(allowed)}${because}, not "${text}".${rule ? ` ${rule}` : ''}`);
}

/** What the schema allows is narrowed by how many cores this machine offers. */
function onThisMachine(
  name: BenchOption,
  allowed: AllowedValues,
  cores: number,
): { readonly allowed: AllowedValues; readonly because: string } {
  const here = `this machine offers ${cores} ${cores === 1 ? 'core' : 'cores'}`;
  if (name === 'workers') {
    const maximum = Math.min(allowed.maximum, workersPerCore * cores);
    return { allowed: { ...allowed, maximum }, because: ` (at most ${workersPerCore} per core; ${here})` };
  }
  if (name !== 'pin') return { allowed, because: '' };
  return { allowed: { ...allowed, maximum: Math.min(allowed.maximum, cores) }, because: ` (${here})` };
}

/** NaN for anything but digits with an optional sign and fraction. */
function numberOf(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
}

function roundsOf(text: string | undefined, choice: WorkbenchChoice): Readonly<Record<string, number>> {
  if (text === undefined) return {};
  const rounds = numberOf(text);
  const limits = workbenchDefinition(choice).parameters.find(({ id }) => id === 'rounds');
  if (limits && !(Number.isInteger(rounds) && rounds >= limits.minimum && rounds <= limits.maximum)) {
    throw new UsageError(`--rounds takes a whole number from ${limits.minimum} to ${limits.maximum}, not "${text}".`);
  }
  return { rounds };
}

/** Finds out now, not when the run is to start, whether the options are too much together. */
function checkTogether(
  workbench: WorkbenchChoice,
  preset: RunOptions['preset'],
  parameters: RunOptions['parameters'],
): void {
  try {
    resolvePlan(workbenchDefinition(workbench), { preset, seed: 0, parameters, lowerPriority: true, workbench });
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    throw new UsageError(
      `${error.message} What decides about it: --strategies, --workers, --in-flight, --tasks, --rounds, --pin, --cold.`,
    );
  }
}
