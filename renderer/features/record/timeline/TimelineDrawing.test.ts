import { mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { effectScope } from 'vue';
import { describe, expect, it } from 'vitest';
import { definitionFor } from '@core/experiments/definition-for';
import type { RunRecord } from '@core/record/record';
import { syntheticCrowdRecord } from '@core/testing/synthetic-crowd';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { i18n } from '../../../i18n';
import { useReplay } from '../replay/useReplay';
import TimelineDrawing from './TimelineDrawing.vue';
import { useTimelineView } from './useTimelineView';
import { chartContext } from '../../../testing/chart-context';

function show(record: RunRecord) {
  const experiment = definitionFor(record.plan);
  if (!experiment) throw new Error('a definition');
  const context = chartContext(experiment);
  const made = effectScope().run(() => {
    const replay = useReplay(() => record);
    return { replay, control: useTimelineView(() => replay.timeline.value) };
  });
  if (!made) throw new Error('a replay');
  const drawing = mount(TimelineDrawing, {
    props: { timeline: made.replay.timeline.value, ...made, context },
    global: { plugins: [createPinia(), i18n] },
    attachTo: document.body,
  });
  const press = async (key: string) => {
    await drawing.find('rect.stop').trigger('keydown', { key });
    await drawing.vm.$nextTick();
  };
  const label = (): string => drawing.find('rect.stop').attributes('aria-label') ?? '';
  return { ...made, drawing, press, label };
}

describe('TimelineDrawing', () => {
  it('goes from span to span by arrow keys, and takes the cursor along', async () => {
    const { replay, press, label, drawing } = show(syntheticRecord({ rounds: 7 }));
    const spans = replay.timeline.value.groups[0]?.lanes[0]?.spans ?? [];
    expect(label()).toContain('idle');
    for (const { startNs } of spans.slice(1)) {
      await press('ArrowRight');
      expect(replay.cursorNs.value).toBe(startNs);
    }
    expect(document.activeElement).toBe(drawing.find('rect.stop').element);
    await press('ArrowRight');
    expect(replay.cursorNs.value).toBe(spans.at(-1)?.startNs);
    drawing.unmount();
  });

  it('begins at the cursor, wherever it was moved from', async () => {
    const { replay, press, label, drawing } = show(syntheticRecord({ rounds: 7 }));
    const spans = replay.timeline.value.groups[0]?.lanes[0]?.spans ?? [];
    const toast = spans.findIndex(({ task }) => task === 'toast');
    replay.seek((spans[toast]?.startNs ?? 0) + 1_000);
    await press('ArrowRight');
    expect(replay.cursorNs.value).toBe(spans[toast + 1]?.startNs);
    await press('ArrowDown');
    expect(replay.cursorNs.value).toBeLessThanOrEqual(spans[toast + 1]?.startNs ?? 0);
    expect(label()).toMatch(/^You: /);
    drawing.unmount();
  });

  it('holds 20,000 spans with one stop for the Tab key and no element for each', async () => {
    const { replay, press, label, drawing } = show(
      syntheticCrowdRecord({ workers: 64, kind: 'threads', tasks: 10_000 }),
    );
    expect(drawing.findAll('rect[tabindex]')).toHaveLength(1);
    expect(drawing.findAll('*').length).toBeLessThan(150);
    await press('ArrowRight');
    await press('ArrowDown');
    expect(label()).toMatch(/^Worker 2: blocked, from \d+\.\d{3} ms to \d+\.\d{3} ms/);
    expect(replay.cursorNs.value).toBe(replay.timeline.value.groups[0]?.lanes[0]?.spans[1]?.startNs);
    drawing.unmount();
  });
});
