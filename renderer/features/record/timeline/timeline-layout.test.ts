import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { syntheticRecord } from '@core/testing/synthetic-record';
import {
  axisTicks,
  panned,
  pixelOf,
  repetitionsOf,
  reveal,
  roundsOf,
  spanIndexAt,
  timeAt,
  timelineOf,
  visibleSpans,
  zoomed,
} from './timeline-layout';

const record = syntheticRecord({ rounds: 7 });
const parts = eggsAndToast.parts.map((part) => part.id);

describe('timelineOf', () => {
  it.each(parts)('partitions every lane of %s: spans follow each other from 0 to the total', (part) => {
    const { groups } = timelineOf(record, eggsAndToast, { part, round: 3, repetition: 0 });
    expect(groups.map((group) => group.condition)).toEqual(
      eggsAndToast.parts.find(({ id }) => id === part)?.conditions,
    );
    for (const { lanes, totalNs } of groups) {
      expect(lanes.length).toBeGreaterThan(0);
      for (const { spans } of lanes) {
        expect(spans[0]?.startNs).toBe(0);
        expect(spans.at(-1)?.endNs).toBe(totalNs);
        spans.slice(1).forEach((span, index) => expect(span.startNs).toBe(spans[index]?.endNs));
        expect(spans.reduce((sum, span) => sum + span.endNs - span.startNs, 0)).toBe(totalNs);
      }
    }
  });

  it('draws exactly the recorded spans and served marks, moved to the start of their cell', () => {
    const choice = { part: 'first-course', round: 2, repetition: 0 };
    for (const group of timelineOf(record, eggsAndToast, choice).groups) {
      const cell = record.cells.find(
        (one) => one.condition === group.condition && one.part === choice.part && one.round === choice.round,
      );
      const recorded = cell?.workers.flatMap(({ spans }) =>
        spans.map(({ state, startNs, endNs, task }) => ({
          state,
          task,
          startNs: startNs - cell.startNs,
          endNs: endNs - cell.startNs,
        })),
      );
      expect(group.lanes.flatMap((lane) => lane.spans)).toEqual(recorded);
      expect(group.lanes.flatMap((lane) => lane.served).map(({ task }) => task)).toHaveLength(cell?.tasks.length ?? -1);
    }
  });

  it('leaves out what was not recorded', () => {
    const partial = { ...record, cells: record.cells.filter((cell) => cell.condition !== 'threads') };
    const { groups } = timelineOf(partial, eggsAndToast, { part: 'doughs', round: 1, repetition: 0 });
    expect(groups.map((group) => group.condition)).toEqual(['sync', 'sync-again', 'async', 'processes']);
    expect(timelineOf({ ...record, cells: [] }, eggsAndToast, { part: 'doughs', round: 1, repetition: 0 })).toEqual({
      groups: [],
      longestNs: 0,
    });
  });

  it('offers the rounds and repetitions that exist', () => {
    expect(roundsOf(record, 'doughs')).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const cell = record.cells.find((one) => one.part === 'first-course');
    const again = cell ? [{ ...cell, repetition: 1 }] : [];
    expect(repetitionsOf({ ...record, cells: [...again, ...record.cells] }, 'first-course', cell?.round ?? -1)).toEqual(
      [0, 1],
    );
    expect(roundsOf(record, 'no-such-part')).toEqual([]);
  });
});

describe('the scale', () => {
  const whole = { fromNs: 0, toNs: 600_000_000 };
  const view = { fromNs: 100_000_000, toNs: 250_000_000 };

  it.each([0, 1, 123_456_789, 600_000_000])('gives %d ns back after the way to px', (timeNs) => {
    expect(timeAt(pixelOf(timeNs, view, 731), view, 731)).toBeCloseTo(timeNs, 3);
  });

  it('keeps the anchor in place while zooming', () => {
    const closer = zoomed(view, 2, 130_000_000, whole.toNs);
    expect(closer.toNs - closer.fromNs).toBe(75_000_000);
    expect(pixelOf(130_000_000, closer, 500)).toBeCloseTo(pixelOf(130_000_000, view, 500), 6);
  });

  it('stops at the whole axis and at 10 µs', () => {
    expect(zoomed(view, 0.01, 130_000_000, whole.toNs)).toEqual(whole);
    const closest = zoomed(view, 1e9, 130_000_000, whole.toNs);
    expect(closest.toNs - closest.fromNs).toBeCloseTo(10_000, 3);
  });

  it('does not move past the ends', () => {
    expect(panned(view, -1e12, whole.toNs)).toEqual({ fromNs: 0, toNs: 150_000_000 });
    expect(panned(view, 1e12, whole.toNs)).toEqual({ fromNs: 450_000_000, toNs: 600_000_000 });
  });

  it('reveals a span with the least movement', () => {
    expect(reveal(view, 120_000_000, 130_000_000, whole.toNs)).toBe(view);
    expect(reveal(view, 260_000_000, 280_000_000, whole.toNs)).toEqual({ fromNs: 130_000_000, toNs: 280_000_000 });
    expect(reveal(view, 0, 500_000_000, whole.toNs)).toEqual({ fromNs: 0, toNs: 150_000_000 });
  });

  it('shows spans that touch the view, and no others', () => {
    const span = (startNs: number, endNs: number) => ({ state: 'busy' as const, startNs, endNs, task: undefined });
    const spans = [span(0, 100), span(100, 200), span(200, 300)];
    expect(visibleSpans(spans, { fromNs: 100, toNs: 200 })).toEqual({ first: 1, spans: [span(100, 200)] });
    expect(visibleSpans(spans, { fromNs: 99, toNs: 201 })).toEqual({ first: 0, spans });
    expect(visibleSpans(spans, { fromNs: 250, toNs: 900 })).toEqual({ first: 2, spans: [span(200, 300)] });
    expect(visibleSpans(spans, { fromNs: 300, toNs: 900 }).spans).toEqual([]);
    expect(visibleSpans([], { fromNs: 0, toNs: 900 }).spans).toEqual([]);
  });

  it('finds the span at a time, the later one at a boundary', () => {
    const span = (startNs: number, endNs: number) => ({ state: 'busy' as const, startNs, endNs, task: undefined });
    const spans = [span(0, 100), span(100, 200), span(200, 300)];
    expect([-1, 0, 99, 100, 250, 300, 999].map((timeNs) => spanIndexAt(spans, timeNs))).toEqual([0, 0, 0, 1, 2, 2, 2]);
    expect(spanIndexAt([], 5)).toBe(-1);
  });

  it('puts round times on the axis', () => {
    expect(axisTicks({ fromNs: 0, toNs: 600 }, 6)).toEqual([0, 100, 200, 300, 400, 500, 600]);
    expect(axisTicks({ fromNs: 130, toNs: 370 }, 5)).toEqual([150, 200, 250, 300, 350]);
    expect(axisTicks({ fromNs: 5, toNs: 5 }, 5)).toEqual([]);
  });
});
