import { computed, onScopeDispose, shallowRef } from 'vue';
import { blockForStress } from '@core/kernels/bounded-block';
import type { BoundedBlock } from '@core/kernels/bounded-block';
import type { LabError } from '@core/ipc/envelope';
import { asLabError, call } from '../../lab-client';
import { countFrames } from '../../base/frame-count';
import type { FrameCount } from '../../base/frame-count';
import { useDetailsStore } from './details-store';
import { useMonitorStore } from './monitor-store';
import { useRunsStore } from '../../stores/runs';

/** What was measured while something was blocked on purpose. */
export interface StressOutcome {
  readonly target: 'main' | 'window';
  readonly block: BoundedBlock;
  readonly frames: FrameCount;
  /** Largest lateness that main's event loop reported for the block, in ms; undefined if no report came. */
  readonly delayMs: number | undefined;
  /** Samples of the CPU that the monitor process took from the beginning to the end, and how many of those are missing. */
  readonly samples: number;
  readonly lost: number;
}

/** Frames before the block from which the usual interval is taken, and how long reports are waited for, in ms. */
const framesBefore = 20;
const reportWaitMs = 3_000;

/** The stress buttons: blocks main or this window, and says afterwards what that did. */
export function useStress() {
  const details = useDetailsStore();
  const monitor = useMonitorStore();
  const runs = useRunsStore();
  const running = shallowRef<'main' | 'window'>();
  const outcome = shallowRef<StressOutcome>();
  const refusal = shallowRef<LabError>();
  const isPossible = computed(() => running.value === undefined && !runs.isActive);
  let isGone = false;
  onScopeDispose(() => (isGone = true));

  return { running, outcome, refusal, isPossible, block };

  async function block(target: 'main' | 'window'): Promise<void> {
    if (!isPossible.value) return;
    running.value = target;
    outcome.value = undefined;
    refusal.value = undefined;
    const frames = countFrames();
    try {
      await frames.until(framesBefore);
      const firstSample = newestSample();
      const before = details.delaysVersion;
      frames.mark();
      const done = target === 'main' ? await call('stress.main') : await blockWindow();
      if (target === 'window') await frames.untilMore(2);
      const counted = frames.since();
      const delayMs = target === 'main' ? await mainsDelay(done.blockedMs, before) : undefined;
      const { samples, lost } = await samplesSince(firstSample, done.blockedMs);
      if (!isGone) outcome.value = { target, block: done, frames: counted, delayMs, samples, lost };
    } catch (error) {
      refusal.value = asLabError(error);
    } finally {
      frames.stop();
      running.value = undefined;
    }
  }

  async function blockWindow(): Promise<BoundedBlock> {
    await call('stress.allow');
    return blockForStress(() => performance.now());
  }

  function newestSample(): { readonly sequence: number; readonly atMs: number } {
    return monitor.series.latest ?? { sequence: 0, atMs: 0 };
  }

  /** The block was one piece of work, so the report of it is the first that is late by at least half of it. */
  async function mainsDelay(blockedMs: number, since: number): Promise<number | undefined> {
    let found: number | undefined;
    await settled(() => {
      const { latestDelay } = details;
      if (details.delaysVersion > since && latestDelay?.of === 'main' && latestDelay.longestMs >= blockedMs / 2) {
        found = latestDelay.longestMs;
      }
      return found !== undefined;
    });
    return found;
  }

  /** Counts by the samples' own numbers, once those of the whole block have arrived. */
  async function samplesSince(
    first: { readonly sequence: number; readonly atMs: number },
    blockedMs: number,
  ): Promise<{ readonly samples: number; readonly lost: number }> {
    await settled(() => newestSample().atMs >= first.atMs + blockedMs);
    const newest = newestSample();
    const taken = newest.sequence - first.sequence;
    return { samples: taken, lost: Math.max(0, taken - monitor.series.after(first.atMs).length) };
  }

  /** Looks after every frame, so long as it may take. */
  async function settled(isDone: () => boolean): Promise<void> {
    const endMs = performance.now() + reportWaitMs;
    while (!isDone() && performance.now() < endMs) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
