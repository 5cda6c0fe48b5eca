import { standardAt } from '@core/experiments/preset-parameters';
import type { ExperimentDefinition, ParameterDefinition, Preset } from '@core/experiments/definition-types';

/** What is chosen for a run, as typed: empty fields mean the standard value, an empty seed a new one. */
export interface RunForm {
  readonly preset: Preset;
  readonly parameters: Readonly<Record<string, string>>;
  readonly seed: string;
}

export const emptyForm: RunForm = { preset: 'quick', parameters: {}, seed: '' };
const largestSeed = 0xffffffff;

/** True if the field is empty or holds a whole number inside the parameter's range. */
export function isValidParameter(parameter: ParameterDefinition, text: string): boolean {
  if (text.trim() === '') return true;
  const value = Number(text);
  return Number.isInteger(value) && value >= parameter.minimum && value <= parameter.maximum;
}

export function isValidSeed(text: string): boolean {
  if (text.trim() === '') return true;
  const value = Number(text);
  return Number.isInteger(value) && value >= 0 && value <= largestSeed;
}

export function isValidForm(experiment: ExperimentDefinition, form: RunForm): boolean {
  const isValid = (parameter: ParameterDefinition): boolean =>
    isValidParameter(parameter, form.parameters[parameter.id] ?? '');
  return experiment.parameters.every(isValid) && isValidSeed(form.seed);
}

/** The parameters that differ from those of the preset, as numbers; only these go into the request. */
export function chosenParameters(experiment: ExperimentDefinition, form: RunForm): Record<string, number> {
  const entries = experiment.parameters.flatMap((parameter): [string, number][] => {
    const text = (form.parameters[parameter.id] ?? '').trim();
    const standard = standardAt(experiment, form.preset, parameter);
    return text === '' || Number(text) === standard ? [] : [[parameter.id, Number(text)]];
  });
  return Object.fromEntries(entries);
}

/** The seed as typed, or undefined for a new one. */
export function chosenSeed(form: RunForm): number | undefined {
  return form.seed.trim() === '' ? undefined : Number(form.seed);
}

/** Values of the parameters as this form will run them, for texts; what is no valid number counts as the preset's. */
export function chosenValues(experiment: ExperimentDefinition, form: RunForm): Record<string, number> {
  return Object.fromEntries(
    experiment.parameters.map((parameter) => {
      const text = (form.parameters[parameter.id] ?? '').trim();
      const isOwn = text !== '' && isValidParameter(parameter, text);
      return [parameter.id, isOwn ? Number(text) : standardAt(experiment, form.preset, parameter)];
    }),
  );
}

/**
 * Seconds a run is expected to take: those of the preset, in proportion to the rounds. Waits that were made longer are not
 * counted; main corrects the estimate while the run goes on.
 */
export function expectedSeconds(experiment: ExperimentDefinition, form: RunForm): number {
  const preset = experiment.presets[form.preset];
  const rounds = chosenParameters(experiment, form)['rounds'] ?? preset.rounds;
  return Math.round((preset.expectedSeconds * rounds) / preset.rounds);
}
