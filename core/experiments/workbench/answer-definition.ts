import { budgetFor, defineExperiment } from '../define';
import type { ByPreset } from '../define';
import type { ConditionDefinition, ExperimentDefinition, Preset } from '../definition-types';
import { again } from '../seats';
import type { WorkbenchChoice } from './choice';
import { bySize, conditionsOf, setUpOf } from './conditions';
import { searchPart, workbenchId, workbenchPart } from './ids';

/** Rounds of the coarse search, after the warm-up. */
const searchRounds = 3;
/** Rounds that confirm, by preset: with 12 the intervals of eight candidates still leave out the extreme round at either end. */
const confirmingRounds: ByPreset = [12, 20, 40];
const near = 1.25;
const mostCandidates = 8;
const margin = 1.05;
/** Each confirming cell is executed three times; between cells lie this many seconds. */
const repetitions = 3;
const betweenSeconds = 0.015;

/**
 * The search that a choice with `answer` describes: all set-ups once a round, coarsely, then the promising ones alone. All
 * numbers of threads have one crew in common. The set-up that theory expects is there twice: the pair shows the noise.
 */
export function answerDefinition(
  choice: WorkbenchChoice,
  answer: NonNullable<WorkbenchChoice['answer']>,
): ExperimentDefinition {
  const own = choice.strategies.flatMap((strategy) => conditionsOf(strategy, choice));
  const lender = `threads-${Math.max(...choice.workers)}`;
  const setUps = own.map((condition): ConditionDefinition => {
    const borrows = condition.seats.some(({ hired }) => hired) && condition.id !== lender;
    return borrows ? { ...condition, crewOf: lender } : condition;
  });
  const expected = expectedOf(setUps, answer);
  const second = again(expected);
  const conditions = [...setUps, expected.id === lender ? { ...second, crewOf: lender } : second];
  const { workload, operation, taskMs, tasks, waitShare, jitterShare } = choice;
  const work = { workload, operation, taskMs, tasks, waitShare, jitterShare };
  const common = { comparisons: [], work, predictionScaleMs: taskMs * tasks * 2 };
  const expectedSeconds = secondsFor(setUps, choice, answer);
  const definition = defineExperiment({
    id: workbenchId,
    track: 'free',
    conditions,
    parts: [
      { ...common, id: workbenchPart },
      {
        ...common,
        id: searchPart,
        search: { rounds: searchRounds, confirms: workbenchPart, near, most: mostCandidates, margin },
      },
    ],
    parameters: [],
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds, 5),
  });
  return { ...definition, presets: withRounds(definition.presets) };
}

/** Search and confirmation together. */
function withRounds(presets: ExperimentDefinition['presets']): ExperimentDefinition['presets'] {
  const [quick, standard, thorough] = confirmingRounds;
  const of = (preset: Preset, rounds: number) => ({ ...presets[preset], rounds: searchRounds + rounds });
  return { quick: of('quick', quick), standard: of('standard', standard), thorough: of('thorough', thorough) };
}

/** What arithmetic gives: of the fastest set-ups, if nothing but computing and waiting took time, the smallest. */
function expectedOf(
  setUps: readonly ConditionDefinition[],
  answer: NonNullable<WorkbenchChoice['answer']>,
): ConditionDefinition {
  const leastMs = Math.min(...setUps.map((condition) => idealMs(condition, answer)));
  const [smallest] = setUps.filter((condition) => idealMs(condition, answer) <= leastMs * (1 + 1e-9)).toSorted(bySize);
  if (!smallest) throw new RangeError('A search needs at least one set-up.');
  return smallest;
}

/** Milliseconds per task if nothing but computing and waiting took time. */
function idealMs(
  condition: ConditionDefinition,
  { cpuMs, waitingMs, cores }: NonNullable<WorkbenchChoice['answer']>,
): number {
  const { workers, inFlight } = setUpOf(condition);
  return Math.max(cpuMs / Math.min(workers, cores), (cpuMs + waitingMs) / (workers * inFlight));
}

/** About as many seconds as a run takes: hiring, the search, and rounds of the candidates. */
function secondsFor(
  setUps: readonly ConditionDefinition[],
  choice: WorkbenchChoice,
  answer: NonNullable<WorkbenchChoice['answer']>,
): ByPreset {
  const cells = setUps.map((condition) => {
    return (1.2 * (choice.tasks * idealMs(condition, answer)) + choice.taskMs) / 1000 + betweenSeconds;
  });
  const searchSeconds = (searchRounds + 1) * cells.reduce((sum, seconds) => sum + seconds, 0);
  const candidateSeconds = 1.15 * Math.min(...cells) + betweenSeconds;
  const hired = setUps.reduce((sum, { seats }) => sum + seats.filter((seat) => seat.hired).length, 0);
  const seconds = (rounds: number): number =>
    Math.ceil(5 + 0.03 * hired + searchSeconds + rounds * (mostCandidates + 1) * repetitions * candidateSeconds);
  return [seconds(confirmingRounds[0]), seconds(confirmingRounds[1]), seconds(confirmingRounds[2])];
}
