import { describe, expect, it } from 'vitest';
import { createSpanRecorder } from './span-recorder';

const states = ['busy', 'blocked', 'idle', 'messaging'] as const;

describe('a span recorder', () => {
  it('covers the time from its start to its end without gap or overlap, span by span', () => {
    let nowNs = 1000;
    const recorder = createSpanRecorder({ originNs: 0n, now: () => (nowNs += 10) }, nowNs, 'idle');
    for (let step = 0; step < 100; step += 1) recorder.mark(states[step % states.length] ?? 'idle', `task-${step}`);
    const { spans, endNs } = recorder.finish();
    // The first state, and one span for each mark.
    expect(spans).toHaveLength(101);
    expect(spans[0]?.startNs).toBe(1000);
    expect(spans.at(-1)?.endNs).toBe(endNs);
    spans.slice(1).forEach((span, index) => expect(span.startNs).toBe(spans[index]?.endNs));
  });

  it('keeps one span while state, task and reason stay the same', () => {
    let nowNs = 0;
    const recorder = createSpanRecorder({ originNs: 0n, now: () => (nowNs += 5) }, nowNs, 'blocked');
    recorder.mark('blocked', 'eggs', 'sync-wait');
    recorder.mark('blocked', 'eggs', 'sync-wait');
    recorder.mark('busy', 'eggs');
    expect(recorder.finish().spans).toEqual([
      { state: 'blocked', startNs: 0, endNs: 5 },
      { state: 'blocked', task: 'eggs', reason: 'sync-wait', startNs: 5, endNs: 10 },
      { state: 'busy', task: 'eggs', startNs: 10, endNs: 15 },
    ]);
  });
});
