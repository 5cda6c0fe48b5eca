import { usualSeconds } from '@core/analysis/usual-seconds';
import { useI18n } from 'vue-i18n';
import { machineOf } from '@core/claims/claim-source';
import type { ExperimentDefinition, Preset } from '@core/experiments/definition-types';
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
