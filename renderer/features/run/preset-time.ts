import { usualPace, usualSeconds } from '@core/analysis/usual-seconds';
import { useI18n } from 'vue-i18n';
import { machineOf } from '@core/claims/claim-source';
import type { ExperimentDefinition, Preset } from '@core/experiments/definition-types';
import { searchOf } from '@core/record/order';
import { formatPlanned } from '../../base/format-time';
import { useMachineStore } from '../../stores/machine';
import { useRecordsStore } from '../../stores/records';

/** What a preset will take. */
export interface PresetSeconds {
  readonly seconds: number;
  /** This machine's own last runs that it is taken from; 0: the definition's expectation. */
  readonly runs: number;
}

/** How long a preset takes: as this machine's own last runs did, otherwise as its definition expects. */
export function usePresetSeconds(): (experiment: ExperimentDefinition, preset: Preset) => PresetSeconds {
  const records = useRecordsStore();
  const machine = useMachineStore();
  void machine.load();
  return (experiment, preset) => {
    const { rounds, expectedSeconds } = experiment.presets[preset];
    const here = machine.description && machineOf(machine.description.environment);
    const wanted = { experiment: experiment.id, preset, rounds };
    const usual = here && usualSeconds(records.summaries ?? [], here, wanted);
    return usual ?? { seconds: expectedSeconds, runs: 0 };
  };
}

/** The rounds and the time of a preset in words; they say what the time is taken from. */
export function usePresetTime(): (experiment: ExperimentDefinition, preset: Preset) => string {
  const { t } = useI18n();
  const secondsOf = usePresetSeconds();
  return (experiment, preset) => {
    const { seconds, runs } = secondsOf(experiment, preset);
    const key = runs === 0 ? 'presetDetail' : runs === 1 ? 'presetLast' : 'presetUsual';
    const { rounds } = experiment.presets[preset];
    return t(`lesson.run.${key}`, { rounds, runs, time: formatPlanned(seconds) });
  };
}

/**
 * A planned time in words, for runs that are never the same twice: what the definition expects, times how much longer or shorter
 * this machine's own last runs of the kind took than was expected of them. Says so where there are such runs.
 */
export function usePacedTime(): (experiment: ExperimentDefinition, seconds: number) => string {
  const { t } = useI18n();
  const records = useRecordsStore();
  const machine = useMachineStore();
  void machine.load();
  return (experiment, seconds) => {
    const here = machine.description && machineOf(machine.description.environment);
    const isSearch = searchOf(experiment) !== undefined;
    const pace = here && usualPace(records.summaries ?? [], here, { experiment: experiment.id, isSearch });
    if (!pace) return formatPlanned(seconds);
    const key = pace.runs === 1 ? 'pacedLast' : 'paced';
    return t(`lesson.run.${key}`, { runs: pace.runs, time: formatPlanned(seconds * pace.ratio) });
  };
}
