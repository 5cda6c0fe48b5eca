import { watchDebounced } from '@vueuse/core';
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';
import { standardChoice } from '@core/experiments/workbench/choice';
import { workbenchDefinition, workbenchId } from '@core/experiments/workbench/definition';
import type { OpenedRecord } from '../../stores/records';
import type { LabError } from '@core/ipc/envelope';
import type { RunPlan } from '@core/record/plan';
import type { RunId } from '@core/record/schema-parts';
import { chosenParameters, chosenSeed } from '../run/run-form';
import { formOf, readForm, standardForm, withWorkload } from './workbench-form';
import type { WorkbenchForm } from './workbench-form';
import { plannedRun } from './workbench-plan';
import { asLabError } from '../../lab-client';
import { useMachineStore } from '../../stores/machine';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';

/** A choice is remembered when nothing was changed for this long, in ms. */
const rememberAfterMs = 600;

/** The Workbench: what is chosen, what it amounts to, its run and the results of the latest one. */
export const useWorkbenchStore = defineStore('workbench', () => {
  const runs = useRunsStore();
  const records = useRecordsStore();
  const settings = useSettingsStore();
  const machine = useMachineStore();

  const remembered = settings.settings.workbench;
  /** As on screen; kept while the window is open, and remembered beyond that as soon as it is a valid choice. */
  const form = shallowRef<WorkbenchForm>(remembered ? formOf(remembered) : standardForm);
  /** Until main has described the machine, the window's own count. */
  const cores = computed(
    () => machine.description?.environment.availableParallelism ?? Math.max(1, navigator.hardwareConcurrency),
  );
  const reading = computed(() => readForm(form.value, cores.value));
  /** What the form amounts to; undefined while a field is wrong. */
  const planned = computed(() => reading.value.choice && plannedRun(reading.value.choice, form.value.run));

  /** The latest run, by its id, and its record as soon as it can be opened. */
  const runId = shallowRef<RunId>();
  const result = shallowRef<OpenedRecord>();
  /** Why the record of the latest run cannot be shown. */
  const resultError = shallowRef<LabError>();
  /** The Workbench's run while it goes on. */
  const active = computed(() => {
    const run = runs.state;
    return (run.phase === 'running' || run.phase === 'stopping') && run.plan.experiment === workbenchId
      ? run
      : undefined;
  });
  const isOtherRunActive = computed(() => runs.isActive && !active.value);
  /** The run has been asked for or has ended, and what comes next is on its way. */
  const pending = computed(() => {
    if (runId.value === undefined || result.value || active.value || resultError.value) return undefined;
    return runs.state.phase === 'ended' && runs.state.id === runId.value ? 'opening' : 'starting';
  });
  const canRun = computed(() => {
    const isFree = !runs.isActive && !runs.isRequesting && !pending.value;
    return isFree && planned.value !== undefined && planned.value.refusal === undefined;
  });

  watch(
    () => runs.state,
    () => void follow(),
    { immediate: true },
  );
  watchDebounced(form, () => void remember(), { debounce: rememberAfterMs });

  return {
    form,
    cores,
    reading,
    planned,
    runId,
    result,
    resultError,
    active,
    isOtherRunActive,
    pending,
    canRun,
    startError: computed(() => runs.error),
    change,
    setWorkload,
    setText,
    setTask,
    setRun,
    take,
    start,
    cancel: runs.cancel,
  };

  function change(part: Partial<WorkbenchForm>): void {
    form.value = { ...form.value, ...part };
  }

  function setWorkload(workload: WorkbenchForm['workload']): void {
    form.value = withWorkload(form.value, workload);
  }

  function setText(field: keyof WorkbenchForm['texts'], text: string): void {
    change({ texts: { ...form.value.texts, [field]: text } });
  }

  function setTask(field: keyof WorkbenchForm['task'], text: string): void {
    change({ task: { ...form.value.task, [field]: text } });
  }

  function setRun(part: Partial<WorkbenchForm['run']>): void {
    change({ run: { ...form.value.run, ...part } });
  }

  /** Fills the form from a starting point; how thorough the run is stays. */
  function take(choice: WorkbenchChoice): void {
    form.value = { ...formOf({ choice, preset: 'quick', rounds: null }), run: form.value.run };
  }

  /** Asks for a run of what is chosen. */
  async function start(): Promise<void> {
    const { choice } = reading.value;
    if (!canRun.value || !choice) return;
    const { run } = form.value;
    const seed = chosenSeed(run);
    const id = await runs.start({
      experiment: workbenchId,
      preset: run.preset,
      parameters: chosenParameters(workbenchDefinition(choice), run),
      lowerPriority: settings.settings.lowerPriority,
      prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
      workbench: choice,
      ...(seed === undefined ? {} : { seed }),
    });
    if (id !== undefined) adopt(id);
  }

  function adopt(id: RunId): void {
    if (runId.value === id) return;
    runId.value = id;
    result.value = undefined;
    resultError.value = undefined;
  }

  /** Follows main: takes up a run that goes on (the window was loaded again), opens the record when it has ended. */
  async function follow(): Promise<void> {
    const run = runs.state;
    if (active.value && active.value.id !== runId.value) {
      // A run that this form did not ask for: the form shows what is being run.
      if (!runs.isRequesting) showPlan(active.value.plan);
      adopt(active.value.id);
    }
    if (run.phase !== 'ended' || run.experiment !== workbenchId) return;
    adopt(run.id);
    if (result.value) return;
    try {
      const opened = await records.open(run.id);
      if (runId.value === run.id) result.value = opened;
    } catch (failure) {
      if (runId.value === run.id) resultError.value = asLabError(failure);
    }
  }

  function showPlan({ workbench, preset, rounds, seed }: RunPlan): void {
    const choice = workbench ?? standardChoice;
    const isPreset = workbenchDefinition(choice).presets[preset].rounds === rounds;
    const shown = formOf({ choice, preset, rounds: isPreset ? null : rounds });
    form.value = { ...shown, run: { ...shown.run, seed: String(seed) } };
  }

  async function remember(): Promise<void> {
    const { choice } = reading.value;
    if (!choice) return;
    const { preset, parameters } = form.value.run;
    const rounds = (parameters['rounds'] ?? '').trim();
    await settings.change({ workbench: { choice, preset, rounds: rounds === '' ? null : Number(rounds) } });
  }
});
