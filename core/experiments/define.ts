/** How an experiment is written down: only what is its own. What all share, or what follows from the rest, is added here. */
import type {
  ComparisonDefinition,
  ConditionDefinition,
  Expectation,
  ExperimentDefinition,
  ParameterDefinition,
  PartDefinition,
  PresetDefinition,
} from './definition-types';
import type { WorkDescription } from './work';

/** One number for each preset: quick, standard, thorough. */
export type ByPreset = readonly [quick: number, standard: number, thorough: number];

/** Work whose tasks neither wait nor vary nor come in pieces unless it says so; computing is kneading unless it says so. */
export type WorkSource = Pick<WorkDescription, 'workload' | 'taskMs' | 'tasks'> & Partial<WorkDescription>;

export interface PartSource extends Omit<PartDefinition, 'conditions' | 'noisePair' | 'tasks' | 'work'> {
  /** All of the experiment where it is absent; exactly one of them repeats another (the A/A pair). */
  readonly conditions?: readonly string[];
  /** None where it is absent. */
  readonly tasks?: readonly string[];
  readonly work?: WorkSource;
}

type Derived = 'parts' | 'presets' | 'smallestDifference';

export interface ExperimentSource extends Omit<ExperimentDefinition, Derived> {
  readonly parts: readonly PartSource[];
  /** Its own; the number of rounds is a parameter of every experiment. */
  readonly parameters: readonly ParameterDefinition[];
  /** How often each hiring condition is hired from nothing before round 1; once where it is absent. */
  readonly hiringTrials?: ByPreset;
  /** What a person should expect on two cores, in seconds. */
  readonly expectedSeconds: ByPreset;
  /** A run that takes longer is ended and stored as failed, in seconds. */
  readonly timeBudgetSeconds: ByPreset;
  /** What the preset quick does without, to stay within its time. */
  readonly quick?: Pick<PresetDefinition, 'leavesOut' | 'leavesOutParts'>;
  /** Parameters that stand at another value in standard and thorough than in quick. */
  readonly longer?: Readonly<Record<string, number>>;
}

const rounds: ByPreset = [7, 15, 30];

/** What it stands at comes from the preset, so the standard is never read. */
const roundsParameter: ParameterDefinition = { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 };

/**
 * The definition that all programs read.
 * @throws RangeError if a part has no A/A pair, or more than one: without it there is no noise floor
 */
export function defineExperiment(source: ExperimentSource): ExperimentDefinition {
  const { hiringTrials = [1, 1, 1], expectedSeconds, timeBudgetSeconds, quick, longer, ...own } = source;
  const preset = (index: 0 | 1 | 2): PresetDefinition => ({
    rounds: rounds[index],
    ...(longer && index > 0 && { parameters: longer }),
    hiringTrials: hiringTrials[index],
    timeBudgetSeconds: timeBudgetSeconds[index],
    expectedSeconds: expectedSeconds[index],
  });
  return {
    ...own,
    parts: source.parts.map((part) => definePart(part, source.conditions)),
    parameters: [...source.parameters, roundsParameter],
    presets: { quick: { ...preset(0), ...quick }, standard: preset(1), thorough: preset(2) },
    smallestDifference: 0.01,
  };
}

function definePart({ work, ...part }: PartSource, all: readonly ConditionDefinition[]): PartDefinition {
  const conditions = part.conditions ?? all.map(({ id }) => id);
  const pairs = all.flatMap(({ id, repeats }): [string, string][] => {
    return repeats !== undefined && conditions.includes(id) ? [[repeats, id]] : [];
  });
  const [noisePair] = pairs;
  if (!noisePair || pairs.length > 1)
    throw new RangeError(`The part ${part.id} has ${pairs.length} A/A pairs, not one.`);
  return { tasks: [], ...part, conditions, noisePair, ...(work && { work: defineWork(work) }) };
}

function defineWork(work: WorkSource): WorkDescription {
  const computes = work.workload === 'cpu' || work.workload === 'mixed';
  return { operation: computes ? 'knead' : 'none', waitShare: 0, jitterShare: 0, chunkMs: null, ...work };
}

/**
 * The margin of comparisons in which theory finds no gain: a message, a promise or a helper's core costs real time, some per cent
 * of a task at most. Up to 5 % either way two conditions count as the same.
 */
export const smallRealDifference = 1.05;

/**
 * Comparisons with one baseline, each condition with what theory predicts for its time against it. Where that is no difference,
 * or no gain, a small real one is no contradiction: they have a margin.
 * @param margin absent: `smallRealDifference`; null: none, because both sides are the very same (an A/A comparison)
 */
export function against(
  baseline: string,
  expected: Readonly<Record<string, Expectation>>,
  margin: number | null = smallRealDifference,
): readonly ComparisonDefinition[] {
  return Object.entries(expected).map(([condition, expect]) => {
    const isEquivalence = expect === 'no-difference' || expect === 'not-faster';
    return { condition, baseline, expect, ...(isEquivalence && margin !== null && { margin }) };
  });
}

/** Time budgets of runs whose length depends on the machine: a minute, and so many times the expected time. */
export function budgetFor([quick, standard, thorough]: ByPreset, times = 4): ByPreset {
  return [60 + times * quick, 60 + times * standard, 60 + times * thorough];
}
