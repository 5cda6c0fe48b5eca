import type { ExperimentDefinition, ParameterDefinition, PartDefinition, PresetDefinition } from './definition-types';
import type { WorkDescription } from './work';

/** Timers with a step of up to this many milliseconds are as fine as the experiments were made for. */
const fineMs = 2;
/** A wait shorter than this many steps is longer by chance than by plan. */
const fewestSteps = 4;

/** The step of a system's timers where it is coarse enough to matter, otherwise undefined. Milliseconds. */
export function coarseGrain(timerGrainMs: number | null | undefined): number | undefined {
  return typeof timerGrainMs === 'number' && timerGrainMs > fineMs ? timerGrainMs : undefined;
}

/**
 * An experiment as it is where timers step coarsely (about 15.6 ms on Windows): the standard of a parameter whose wait lasts fewer
 * than four steps is raised to four. Where that is not allowed, or a person chose less, nothing is predicted about the
 * part, and it says why. Waits of other kinds (of a hundred milliseconds and more, heartbeats held against 50 ms) stay.
 * @param grainMs step of the timers; undefined: fine
 * @param chosen parameters that a person chose
 */
export function withTimerGrain(
  experiment: ExperimentDefinition,
  grainMs: number | undefined,
  chosen: Readonly<Record<string, number>> = {},
): ExperimentDefinition {
  if (coarseGrain(grainMs) === undefined || grainMs === undefined) return experiment;
  const raised = new Map<string, number>();
  for (const { work } of experiment.parts) {
    const parameter = work && parameterOf(work, experiment.parameters);
    const needed = work && neededMs(work, grainMs);
    if (!parameter || needed === undefined || needed <= parameter.standard || needed > parameter.maximum) continue;
    raised.set(parameter.id, Math.max(needed, raised.get(parameter.id) ?? 0));
  }
  const valueOf = ({ id, standard }: ParameterDefinition): number => chosen[id] ?? raised.get(id) ?? standard;
  let longer = 0;
  const parts = experiment.parts.map((part): PartDefinition => {
    const { work } = part;
    const needed = work && neededMs(work, grainMs);
    if (!work || needed === undefined) return part;
    const parameter = parameterOf(work, experiment.parameters);
    const taskMs = parameter ? valueOf(parameter) : typeof work.taskMs === 'number' ? work.taskMs : 0;
    const factor = parameter ? (raised.get(parameter.id) ?? parameter.standard) / parameter.standard : 1;
    longer += (factor - 1) / experiment.parts.length;
    const scaled = { ...part, predictionScaleMs: Math.ceil(part.predictionScaleMs * factor) };
    return taskMs >= needed ? scaled : opened(scaled);
  });
  const preset = (one: PresetDefinition): PresetDefinition => ({
    ...one,
    expectedSeconds: Math.ceil(one.expectedSeconds * (1 + longer)),
    timeBudgetSeconds: Math.ceil(one.timeBudgetSeconds * (1 + longer)),
  });
  const { quick, standard, thorough } = experiment.presets;
  return {
    ...experiment,
    parts,
    parameters: experiment.parameters.map((one) => ({ ...one, standard: raised.get(one.id) ?? one.standard })),
    presets: { quick: preset(quick), standard: preset(standard), thorough: preset(thorough) },
  };
}

function parameterOf({ taskMs }: WorkDescription, parameters: readonly ParameterDefinition[]) {
  return typeof taskMs === 'number' ? undefined : parameters.find(({ id }) => id === taskMs.parameter);
}

/** Milliseconds of a whole task whose wait lasts long enough; undefined where its tasks wait for no timer. */
function neededMs({ workload, waitShare }: WorkDescription, grainMs: number): number | undefined {
  const share = workload === 'timer' || workload === 'socket' ? 1 : waitShare;
  const waits = ['timer', 'socket', 'mixed', 'database'].includes(workload) && share > 0;
  return waits ? Math.ceil((fewestSteps * grainMs) / share) : undefined;
}

function opened(part: PartDefinition): PartDefinition {
  return {
    ...part,
    comparisons: part.comparisons.map((comparison) => ({ ...comparison, expect: 'open' as const })),
    openBecause: 'timer-grain',
  };
}
