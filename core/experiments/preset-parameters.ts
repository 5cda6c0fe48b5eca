import type { ExperimentDefinition, ParameterDefinition, Preset } from './definition-types';

/** The value of a parameter that nobody changed: the preset's own, otherwise its standard. */
export function standardAt(
  { presets }: Pick<ExperimentDefinition, 'presets'>,
  preset: Preset,
  { id, standard }: ParameterDefinition,
): number {
  return presets[preset].parameters?.[id] ?? standard;
}

/** An experiment as a preset runs it: the standard of every parameter is what the preset takes. */
export function atPreset(experiment: ExperimentDefinition, preset: Preset): ExperimentDefinition {
  if (!experiment.presets[preset].parameters) return experiment;
  const parameters = experiment.parameters.map((one) => ({ ...one, standard: standardAt(experiment, preset, one) }));
  return { ...experiment, parameters };
}
