import { computed, nextTick, onScopeDispose, shallowRef } from 'vue';
import { kneadBounded, kneadBoundedAsync, stress } from '@core/kernels/bounded-block';
import type { BoundedBlock } from '@core/kernels/bounded-block';
import type { LabError } from '@core/ipc/envelope';
import { countFrames } from '../../../base/frame-count';
import { startKneadingWorker } from '../../../hosts/kneading-worker';
import type { KneadingWorker } from '../../../hosts/kneading-worker';
import { asLabError, call } from '../../../lab-client';
import { useRunsStore } from '../../../stores/runs';
import { feltOf } from './felt';
import type { FeelPlace, Felt, KeyPress } from './felt';

/** So long a person has to find the keys before it begins, and keys that waited have to arrive afterwards. In ms. */
const readyMs = 1_000;
const arrivalMs = 50;

/**
 * Executes the same computation, about 2 s of it, in the page, in a Web Worker or in an async function of the page, and
 * watches frames and keys meanwhile. Not a measurement: one try of each, nothing is stored.
 */
export function useFeelIt() {
  const runs = useRunsStore();
  const phase = shallowRef<'idle' | 'ready' | 'running'>('idle');
  const running = shallowRef<FeelPlace>();
  /** The last try of each place, the newest at the end. */
  const tries = shallowRef<readonly Felt[]>([]);
  const refusal = shallowRef<LabError>();
  const isPossible = computed(() => phase.value === 'idle' && !runs.isActive);
  let presses: KeyPress[] = [];
  let worker: KneadingWorker | undefined;
  let iterations: number | undefined;
  let isGone = false;
  onScopeDispose(() => {
    isGone = true;
    worker?.end();
  });

  return { phase, running, tries, refusal, isPossible, press, feel };

  /** A key has reached the field. One that is held down counts once. */
  function press(event: KeyboardEvent): void {
    if (!event.repeat) presses.push({ pressedMs: event.timeStamp, handledMs: performance.now() });
  }

  async function feel(place: FeelPlace): Promise<void> {
    if (!isPossible.value) return;
    phase.value = 'ready';
    running.value = place;
    refusal.value = undefined;
    presses = [];
    const frames = countFrames();
    try {
      await call('stress.allow');
      worker ??= startKneadingWorker();
      // The same count for every place, found off the page, so that finding it is not felt.
      iterations ??= await worker.find();
      await pause(readyMs);
      if (isGone || runs.isActive) return;
      phase.value = 'running';
      await nextTick();
      await frames.untilMore(2);
      frames.mark();
      const fromMs = performance.now();
      const block = await execute(place, worker, iterations);
      const untilMs = performance.now();
      await frames.untilMore(2);
      await pause(arrivalMs);
      const felt = feltOf(place, block, frames.since(), presses, fromMs, untilMs);
      tries.value = [...tries.value.filter((one) => one.place !== place), felt];
    } catch (error) {
      refusal.value = asLabError(error);
    } finally {
      frames.stop();
      phase.value = 'idle';
      running.value = undefined;
    }
  }
}

async function execute(place: FeelPlace, worker: KneadingWorker, iterations: number): Promise<BoundedBlock> {
  if (place === 'worker') return worker.knead(iterations);
  const work = [iterations, stress.pieces, 1, () => performance.now(), stress.limitMs] as const;
  return place === 'async' ? kneadBoundedAsync(...work) : kneadBounded(...work);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
