import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, nextTick, shallowRef } from 'vue';
import { usePulse } from './usePulse';

describe('usePulse', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function start() {
    const isMeasured = shallowRef(false);
    const isStill = shallowRef(false);
    let frames = 0;
    const Host = defineComponent({
      setup() {
        usePulse({
          isMeasured: () => isMeasured.value,
          isStill: () => isStill.value,
          show: (pulse) => (frames = pulse.frames),
        });
        return () => null;
      },
    });
    const host = mount(Host);
    const framesIn = (ms: number): number => {
      const before = frames;
      vi.advanceTimersByTime(ms);
      return frames - before;
    };
    return { isMeasured, isStill, framesIn, host };
  }

  it('draws every frame', () => {
    expect(start().framesIn(1000)).toBeGreaterThan(50);
  });

  it('draws at most 4 times a second while a run is measured, and every frame again afterwards', async () => {
    const { isMeasured, framesIn } = start();
    isMeasured.value = true;
    await nextTick();
    const drawn = framesIn(10_000);
    expect(drawn).toBeGreaterThan(20);
    expect(drawn).toBeLessThanOrEqual(40);
    isMeasured.value = false;
    await nextTick();
    expect(framesIn(1000)).toBeGreaterThan(50);
  });

  it('changes at most twice a second under reduced motion', async () => {
    const { isStill, framesIn } = start();
    isStill.value = true;
    await nextTick();
    const drawn = framesIn(10_000);
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThanOrEqual(20);
  });

  it('ends with its component', () => {
    const { host, framesIn } = start();
    host.unmount();
    expect(framesIn(1000)).toBe(0);
  });
});
