import { computed, proxyRefs, shallowRef, watch } from 'vue';
import type { OpenedRecord } from '../../stores/records';
import type { LabError } from '@core/ipc/envelope';
import type { RunId } from '@core/record/schema-parts';
import { asLabError } from '../../lab-client';
import { useLessonsStore } from '../lesson/lessons-store';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';

/** The experiment whose quick preset is the calibration. */
export const calibrationId = 'noise-floor';

export type Calibration = ReturnType<typeof useCalibration>;

/**
 * The calibration of the first start: a real run of the noise floor, recorded like any other. One that goes on already is
 * taken up; without one, the latest that completed is shown.
 */
export function useCalibration() {
  const lessons = useLessonsStore();
  const runs = useRunsStore();
  const records = useRecordsStore();
  const settings = useSettingsStore();

  const runId = shallowRef<RunId>();
  const result = shallowRef<OpenedRecord>();
  /** Why the record of the calibration cannot be shown. */
  const resultError = shallowRef<LabError>();
  const isOpening = shallowRef(false);
  const active = computed(() => {
    const run = runs.state;
    if (run.phase !== 'running' && run.phase !== 'stopping') return undefined;
    return run.plan.experiment === calibrationId ? run : undefined;
  });
  /** Another experiment is being measured: its id. */
  const otherRun = computed(() => {
    const run = runs.state;
    if (active.value || (run.phase !== 'running' && run.phase !== 'stopping')) return undefined;
    return run.plan.experiment;
  });
  const phase = computed(() => {
    if (active.value) return 'running';
    if (result.value) return 'done';
    if (runId.value === undefined || resultError.value) return 'ready';
    return isOpening.value ? 'opening' : 'starting';
  });
  const canStart = computed(() => {
    return !runs.isActive && !runs.isRequesting && phase.value !== 'starting' && phase.value !== 'opening';
  });

  watch([() => runs.state, () => records.summaries], () => void follow(), { immediate: true });

  return proxyRefs({
    phase,
    active,
    otherRun,
    canStart,
    result,
    resultError,
    startError: computed(() => runs.error),
    start,
    cancel: runs.cancel,
  });

  /** Asks for the run; nothing is predicted, and the record says so. */
  async function start(): Promise<void> {
    if (!canStart.value) return;
    const id = await runs.start({
      experiment: calibrationId,
      preset: 'quick',
      parameters: {},
      lowerPriority: settings.settings.lowerPriority,
      prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
    });
    if (id === undefined) return;
    adopt(id);
    // The lesson of the experiment begins with its own prediction, not with this run.
    lessons.leave(calibrationId, id);
  }

  function adopt(id: RunId): void {
    if (runId.value === id) return;
    runId.value = id;
    result.value = undefined;
    resultError.value = undefined;
  }

  async function follow(): Promise<void> {
    const run = runs.state;
    if (active.value) adopt(active.value.id);
    else if (run.phase === 'ended' && run.experiment === calibrationId && (runId.value ?? run.id) === run.id) {
      adopt(run.id);
      await open(run.id);
    } else if (runId.value === undefined) {
      const latest = records.summaries?.find(
        ({ experiment, outcome }) => experiment === calibrationId && outcome.status === 'completed',
      );
      if (!latest) return;
      adopt(latest.id);
      await open(latest.id);
    }
  }

  async function open(id: RunId): Promise<void> {
    if (result.value || resultError.value || isOpening.value) return;
    isOpening.value = true;
    try {
      const opened = await records.open(id);
      if (runId.value === id) result.value = opened;
    } catch (failure) {
      if (runId.value === id) resultError.value = asLabError(failure);
    } finally {
      isOpening.value = false;
    }
  }
}
