import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { InputOf } from '@core/ipc/contract';
import type { LabError } from '@core/ipc/envelope';
import type { CellGlimpse } from '@core/analysis/cell-glimpse';
import type { RunState } from '@core/ipc/payloads';
import { definitionFor } from '@core/experiments/definition-for';
import { measuresWindow } from '@core/experiments/measures-window';
import type { RunPlan } from '@core/record/plan';
import type { RunId } from '@core/record/schema-parts';
import { asLabError, call, subscribe } from '../lab-client';
import { useQuietGateStore } from './quiet-gate';

export const useRunsStore = defineStore('runs', () => {
  const gate = useQuietGateStore();
  /** The one run of this app as main tells it; `ended` stays until the next run starts. */
  const state = shallowRef<RunState>({ phase: 'idle' });
  /** The cell of the run that was finished last, as far as main shows it. */
  const finished = shallowRef<CellGlimpse>();
  /** Why the last request to start or cancel was refused; cleared by the next request. */
  const error = shallowRef<LabError>();
  /** True between a request and its answer, so that a button cannot ask twice. */
  const isRequesting = shallowRef(false);

  /** A run is going on, stopping included. */
  const isActive = computed(() => state.value.phase === 'running' || state.value.phase === 'stopping');
  /**
   * A cell may be timed right now: the window must draw sparingly (observer effect). Not where the window's frames are what
   * is measured.
   */
  const isMeasured = computed(() => state.value.phase === 'running' && !measuresFrames(state.value.plan));

  // Events win over the answer to `runs.current`: an answer on its way may be older than an event that overtook it.
  let hasHeard = false;
  /** True once main has told: only then does `idle` mean that no run is going on. */
  const isKnown = shallowRef(false);
  subscribe('runs.changed', (next) => {
    hasHeard = true;
    isKnown.value = true;
    remember(next);
    state.value = next;
  });

  return { state, finished, error, isRequesting, isActive, isMeasured, isKnown, load, start, cancel };

  function remember(next: RunState): void {
    if (next.phase !== 'running' && next.phase !== 'stopping') finished.value = undefined;
    else if (next.finished) finished.value = next.finished;
  }

  async function load(): Promise<void> {
    const current = await call('runs.current');
    if (!hasHeard) state.value = current;
    isKnown.value = true;
  }

  /**
   * Asks for a run, once the machine is quiet or the person says so. Gives back its id, or undefined when the person
   * decided against it or main refused; then `error` says why.
   */
  async function start(request: InputOf<'runs.start'>): Promise<RunId | undefined> {
    const answer = await requesting(async () =>
      (await gate.pass(request.experiment)) ? call('runs.start', request) : undefined,
    );
    return answer?.id;
  }

  /** Asks for the end of the run that is going on; without one nothing happens. */
  async function cancel(): Promise<void> {
    const current = state.value;
    if (current.phase !== 'running') return;
    await requesting(() => call('runs.cancel', { id: current.id }));
  }

  async function requesting<T>(request: () => Promise<T>): Promise<T | undefined> {
    error.value = undefined;
    isRequesting.value = true;
    try {
      return await request();
    } catch (failure) {
      error.value = asLabError(failure);
      return undefined;
    } finally {
      isRequesting.value = false;
    }
  }
});

function measuresFrames(plan: RunPlan): boolean {
  const experiment = definitionFor(plan);
  return experiment !== undefined && measuresWindow(experiment);
}
