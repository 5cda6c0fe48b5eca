import { strategies } from '@core/experiments/definition-types';
import type { Strategy } from '@core/experiments/definition-types';
import { answerChoice } from '@core/experiments/workbench/answer-choice';
import { leastTaskMs, operationsOf, standardChoice } from '@core/experiments/workbench/choice';
import type { TaskTimes, WorkbenchChoice } from '@core/experiments/workbench/choice';
import { checkChoice, checkTime, rangeOf, timeRanges } from '@core/experiments/workbench/check-choice';
import type { ChoiceProblem } from '@core/experiments/workbench/check-choice';
import { workbenchDefinition } from '@core/experiments/workbench/definition';
import type { RememberedWorkbench } from '@core/ipc/settings';
import { emptyForm, isValidParameter, isValidSeed } from '../run/run-form';
import type { RunForm } from '../run/run-form';
import { scaled, textFields } from './text-fields';
import type { TextField } from './text-fields';

/** The Workbench's form: numbers as they are typed, everything else as it is chosen. */
export interface WorkbenchForm {
  /** What is asked: a comparison of what is chosen, or the numbers of workers and tasks in flight for a task. */
  readonly asks: 'comparison' | 'answer';
  /** The task that the numbers are asked for, as typed. */
  readonly task: Readonly<Record<keyof TaskTimes, string>>;
  readonly workload: WorkbenchChoice['workload'];
  readonly operation: WorkbenchChoice['operation'];
  readonly strategies: readonly Strategy[];
  readonly workers: readonly number[];
  readonly inFlight: readonly number[];
  readonly pinnedCores: number | null;
  /** Whether workers are hired inside each cell. */
  readonly cold: boolean;
  /** Whether the window and main are watched during each cell. */
  readonly watchWindow: boolean;
  readonly texts: Readonly<Record<TextField, string>>;
  /** Preset, rounds and seed, as in every experiment. */
  readonly run: RunForm;
}

/** Fields that can be wrong. `rounds` and `seed` belong to the run, the times to the task, the others to the choice. */
export type FormField = keyof WorkbenchChoice | keyof TaskTimes | 'rounds' | 'seed';

/** What is wrong with a field: what a text of the catalogue says, with its values. */
export interface FieldProblem {
  readonly kind: 'number' | 'whole' | 'none' | 'many' | 'noTime';
  readonly values: Readonly<Record<string, number>>;
}

export interface FormReading {
  /** Undefined as long as a field is wrong. */
  readonly choice: WorkbenchChoice | undefined;
  readonly problems: ReadonlyMap<FormField, FieldProblem>;
}

/** A task to begin with. */
const standardTask = { cpuMs: '2', waitingMs: '8' } as const;

/** The form that stands for a choice. What a search was made of is no choice of a person, and not taken over. */
export function formOf({ choice: asked, preset, rounds }: RememberedWorkbench): WorkbenchForm {
  const { answer } = asked;
  const choice = answer ? standardChoice : asked;
  const texts = textFields.map(({ id, scale }): [TextField, string] => {
    const value = choice[id];
    // Without the tail of binary fractions: 0.07 is 7 %, not 7.000000000000001 %.
    return [id, value === null ? '' : String(Number((value * scale).toPrecision(12)))];
  });
  return {
    asks: answer ? 'answer' : 'comparison',
    task: answer ? { cpuMs: String(answer.cpuMs), waitingMs: String(answer.waitingMs) } : standardTask,
    workload: choice.workload,
    operation: choice.operation,
    strategies: choice.strategies,
    workers: choice.workers,
    inFlight: choice.inFlight,
    pinnedCores: choice.pinnedCores,
    cold: choice.cold,
    watchWindow: choice.watchWindow,
    texts: Object.fromEntries(texts) as Record<TextField, string>,
    run: { ...emptyForm, preset, parameters: rounds === null ? {} : { rounds: String(rounds) } },
  };
}

export const standardForm: WorkbenchForm = formOf({ choice: standardChoice, preset: 'quick', rounds: null });

/** Another workload takes its own first operation, unless it has the chosen one too. */
export function withWorkload(form: WorkbenchForm, workload: WorkbenchChoice['workload']): WorkbenchForm {
  const operations = operationsOf(workload);
  const operation = operations.includes(form.operation) ? form.operation : (operations[0] ?? 'none');
  return { ...form, workload, operation };
}

/** Which fields matter for the chosen workload and strategies; the others are not shown, and not part of the choice. */
export function fieldsShown({ workload, strategies: chosen }: Pick<WorkbenchForm, 'workload' | 'strategies'>) {
  const computes = workload === 'cpu' || workload === 'mixed';
  return {
    operation: operationsOf(workload).length > 0,
    waitShare: workload === 'mixed' || workload === 'database',
    jitterShare: ['socket', 'database', 'timer', 'mixed'].includes(workload),
    /** Only computation is cut into chunks. */
    chunkMs: chosen.includes('async-chunked') && computes,
    nothingToCut: chosen.includes('async-chunked') && !computes,
    workers: chosen.some((strategy) => strategy.startsWith('threads') || strategy.startsWith('processes')),
    inFlight: chosen.some((strategy) => strategy.includes('async')),
  };
}

/**
 * Reads the form: the choice it stands for, or what is wrong with which field. What is not shown has its standard value.
 * @param cores that the machine offers: a search is made for them
 */
export function readForm(form: WorkbenchForm, cores: number): FormReading {
  return form.asks === 'answer' ? readTask(form, cores) : readComparison(form);
}

function readTask({ task, run }: WorkbenchForm, cores: number): FormReading {
  const problems = runProblems(run);
  const times = { cpuMs: Number.NaN, waitingMs: Number.NaN };
  for (const field of ['cpuMs', 'waitingMs'] as const) {
    const { minimum, maximum } = timeRanges[field];
    const value = task[field].trim() === '' ? Number.NaN : Number(task[field]);
    if (checkTime(field, value)) times[field] = value;
    else problems.set(field, { kind: 'number', values: { minimum, maximum } });
  }
  if (times.cpuMs + times.waitingMs < leastTaskMs) problems.set('cpuMs', { kind: 'noTime', values: { leastTaskMs } });
  return { choice: problems.size === 0 ? answerChoice(times, cores) : undefined, problems };
}

function readComparison(form: WorkbenchForm): FormReading {
  const shown = fieldsShown(form);
  const number = (field: TextField): number | null => {
    const text = form.texts[field].trim();
    const definition = textFields.find(({ id }) => id === field);
    if (text === '') return definition?.optional ? null : Number.NaN;
    return Number((Number(text) / (definition?.scale ?? 1)).toPrecision(12));
  };
  const candidate = {
    workload: form.workload,
    operation: shown.operation ? form.operation : 'none',
    taskMs: number('taskMs'),
    tasks: number('tasks'),
    strategies: strategies.filter((strategy) => form.strategies.includes(strategy)),
    workers: shown.workers ? ascending(form.workers) : standardChoice.workers,
    inFlight: shown.inFlight ? ascending(form.inFlight) : standardChoice.inFlight,
    chunkMs: shown.chunkMs ? number('chunkMs') : standardChoice.chunkMs,
    waitShare: shown.waitShare ? number('waitShare') : standardChoice.waitShare,
    jitterShare: shown.jitterShare ? number('jitterShare') : standardChoice.jitterShare,
    pinnedCores: form.pinnedCores,
    cold: shown.workers && form.cold,
    watchWindow: form.watchWindow,
    memoryLimitMb: number('memoryLimitMb'),
    taskTimeoutMs: number('taskTimeoutMs'),
    targetWidth: number('targetWidth'),
  };
  const checked = checkChoice(candidate);
  const problems = new Map<FormField, FieldProblem>(
    checked.problems.map((problem) => [problem.field, problemOf(problem)]),
  );
  for (const [field, problem] of runProblems(form.run)) problems.set(field, problem);
  return { choice: problems.size === 0 ? checked.choice : undefined, problems };
}

function runProblems({ parameters, seed }: RunForm): Map<FormField, FieldProblem> {
  const problems = new Map<FormField, FieldProblem>();
  if (!isValidParameter(roundsParameter, parameters['rounds'] ?? '')) {
    const { minimum, maximum } = roundsParameter;
    problems.set('rounds', { kind: 'whole', values: { minimum, maximum } });
  }
  if (!isValidSeed(seed)) problems.set('seed', { kind: 'whole', values: { minimum: 0, maximum: 0xffffffff } });
  return problems;
}

/** Rounds are a parameter of the experiment, the same for every choice. */
export const roundsParameter = {
  id: 'rounds',
  unit: 'rounds',
  minimum: 1,
  maximum: 200,
  standard: 0,
  ...workbenchDefinition(standardChoice).parameters.find(({ id }) => id === 'rounds'),
} as const;

function problemOf({ field, atMost }: ChoiceProblem): FieldProblem {
  const range = rangeOf(field);
  if (range) {
    const scale = textFields.find(({ id }) => id === field)?.scale ?? 1;
    const { minimum, maximum } = scaled(range, scale);
    return { kind: range.isWhole ? 'whole' : 'number', values: { minimum, maximum } };
  }
  return atMost === undefined ? { kind: 'none', values: {} } : { kind: 'many', values: { maximum: atMost } };
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
