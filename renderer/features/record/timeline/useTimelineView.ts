import { computed, shallowRef, watch } from 'vue';
import type { Timeline, TimelineSpan, TimeWindow } from './timeline-layout';
import { panned, reveal, spanIndexAt, zoomed } from './timeline-layout';

export interface SpanPlace {
  readonly lane: number;
  readonly index: number;
}

/** The stretch in view and the span that the keyboard is on. Another execution starts from the whole again. */
export function useTimelineView(timeline: () => Timeline) {
  const chosen = shallowRef<TimeWindow>();
  const place = shallowRef<SpanPlace>({ lane: 0, index: 0 });
  const longestNs = computed(() => timeline().longestNs);
  const whole = computed((): TimeWindow => ({ fromNs: 0, toNs: Math.max(1, longestNs.value) }));
  const view = computed(() => chosen.value ?? whole.value);
  const isWhole = computed(() => view.value.fromNs <= 0 && view.value.toNs >= whole.value.toNs);
  const lanes = computed(() => timeline().groups.flatMap((group) => group.lanes));

  watch(timeline, () => {
    chosen.value = undefined;
    place.value = { lane: 0, index: 0 };
  });

  return { view, isWhole, place, lanes, zoom, pan, reset, step, settle };

  /** Zooms around a time, or around the middle of the view. */
  function zoom(factor: number, anchorNs = (view.value.fromNs + view.value.toNs) / 2): void {
    chosen.value = zoomed(view.value, factor, anchorNs, whole.value.toNs);
  }

  function pan(byNs: number): void {
    chosen.value = panned(view.value, byNs, whole.value.toNs);
  }

  function reset(): void {
    chosen.value = undefined;
  }

  /** The keyboard reaches a span: it comes into view. */
  function settle(next: SpanPlace): void {
    place.value = next;
    const span = lanes.value[next.lane]?.spans[next.index];
    if (span) chosen.value = reveal(view.value, span.startNs, span.endNs, whole.value.toNs);
  }

  /**
   * To the next span of the lane, or to the span at the same time in the next lane; stops at the ends. Begins at the span
   * that it was on or, if the cursor has left that, at the one under the cursor.
   * @returns the start of the span, where the cursor goes
   */
  function step(direction: 'left' | 'right' | 'up' | 'down', cursorNs: number): number {
    const { lane } = place.value;
    const spans = lanes.value[lane]?.spans ?? [];
    const index = isAt(spans[place.value.index], cursorNs) ? place.value.index : spanIndexAt(spans, cursorNs);
    if (direction === 'left' || direction === 'right') {
      const next = index + (direction === 'right' ? 1 : -1);
      settle({ lane, index: Math.min(Math.max(0, next), Math.max(0, spans.length - 1)) });
    } else {
      const next = lane + (direction === 'down' ? 1 : -1);
      const nextLane = Math.min(Math.max(0, next), Math.max(0, lanes.value.length - 1));
      settle({ lane: nextLane, index: Math.max(0, spanIndexAt(lanes.value[nextLane]?.spans ?? [], cursorNs)) });
    }
    const reached = lanes.value[place.value.lane]?.spans[place.value.index];
    // Up and down keep the time, so that a column of lanes can be read at one moment.
    if (!reached || (direction !== 'left' && direction !== 'right' && isAt(reached, cursorNs))) return cursorNs;
    return reached.startNs;
  }
}

function isAt(span: TimelineSpan | undefined, timeNs: number): boolean {
  return span !== undefined && timeNs >= span.startNs && timeNs < span.endNs;
}
