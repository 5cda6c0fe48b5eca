import { usualSeconds } from '@core/analysis/usual-seconds';
import { useI18n } from 'vue-i18n';
import { machineOf } from '@core/claims/claim-source';
import type { ExperimentDefinition, Preset } from '@core/experiments/definition-types';
import { formatPlanned } from '../../base/format-time';
import { useMachineStore } from '../../stores/machine';
import { useRecordsStore } from '../../stores/records';

/** How long a preset takes: as this machine's own last runs did, otherwise as its definition expects; the words say which. */
export function usePresetTime(): (experiment: ExperimentDefinition, preset: Preset) => string {
  const { t } = useI18n();
  const records = useRecordsStore();
  const machine = useMachineStore();
  void machine.load();
  return (experiment, preset) => {
    const { rounds, expectedSeconds } = experiment.presets[preset];
    const here = machine.description && machineOf(machine.description.environment);
    const wanted = { experiment: experiment.id, preset, rounds };
    const usual = here && usualSeconds(records.summaries ?? [], here, wanted);
    if (!usual) return t('lesson.run.presetDetail', { rounds, time: formatPlanned(expectedSeconds) });
    const { seconds, runs } = usual;
    const key = runs === 1 ? 'lesson.run.presetLast' : 'lesson.run.presetUsual';
    return t(key, { rounds, runs, time: formatPlanned(seconds) });
  };
}
