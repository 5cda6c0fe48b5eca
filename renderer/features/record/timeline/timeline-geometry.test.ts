import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { definitionFor } from '@core/experiments/definition-for';
import { syntheticCrowdRecord } from '@core/testing/synthetic-crowd';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { labelFitting, laneAt, mostRoomyLanes, pieceAt, placeRows, placeTimeline } from './timeline-geometry';
import { timelineOf } from './timeline-layout';
import { spanInWords, spansInWords, timelineTable } from './timeline-words';
import { chartContext } from '../../../testing/chart-context';

const context = chartContext(eggsAndToast);
const timeline = timelineOf(syntheticRecord({ rounds: 7 }), eggsAndToast, {
  part: 'first-course',
  round: 1,
  repetition: 0,
});
const whole = { fromNs: 0, toNs: timeline.longestNs };
const name = (task: string): string => task;

describe('placeTimeline', () => {
  it('fills each lane without gap from its start to the end of its execution', () => {
    const { groups, plotWidth } = placeTimeline(placeRows(timeline), whole, 800, name);
    for (const { lanes, group } of groups) {
      for (const { spans } of lanes) {
        expect(spans[0]?.x).toBe(0);
        spans.slice(1).forEach((span, index) => {
          const before = spans[index];
          expect(span.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 6);
        });
        const last = spans.at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo((group.totalNs / whole.toNs) * plotWidth, 6);
      }
    }
  });

  it('never draws outside of the plot, and nothing that is out of view', () => {
    const view = { fromNs: 100_000_000, toNs: 110_000_000 };
    const { groups, plotWidth } = placeTimeline(placeRows(timeline), view, 800, name);
    const spans = groups.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.spans));
    expect(spans.length).toBeGreaterThan(0);
    for (const { x, width, span } of spans) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(plotWidth + 1e-6);
      expect(span.endNs).toBeGreaterThan(view.fromNs);
      expect(span.startNs).toBeLessThan(view.toNs);
    }
  });

  it('numbers the lanes in order and lets none overlap', () => {
    const { groups, axisY } = placeTimeline(placeRows(timeline), whole, 800, name);
    const lanes = groups.flatMap((group) => group.lanes);
    expect(lanes.map((lane) => lane.number)).toEqual(lanes.map((_, index) => index));
    lanes.slice(1).forEach((lane, index) => expect(lane.y).toBeGreaterThan(lanes[index]?.y ?? 0));
    expect(axisY).toBeGreaterThan(lanes.at(-1)?.y ?? 0);
  });

  it('puts a name where there is room, and leaves out the name, never the mark, where there is none', () => {
    const crowded = {
      longestNs: 1000,
      groups: [
        {
          condition: 'async',
          totalNs: 1000,
          lanes: [
            {
              worker: 'async/you',
              seat: 'you',
              spans: [{ state: 'idle' as const, startNs: 0, endNs: 1000, task: undefined }],
              served: [
                { task: 'cleaning', atNs: 300 },
                { task: 'toast', atNs: 301 },
                { task: 'dough', atNs: 302 },
                { task: 'eggs', atNs: 1000 },
              ],
            },
          ],
        },
      ],
    };
    const served = placeTimeline(placeRows(crowded), { fromNs: 0, toNs: 1000 }, 400, name).groups[0]?.lanes[0]?.served;
    expect(served?.map(({ mark, isLabelled, isFlipped }) => [mark.task, isLabelled, isFlipped])).toEqual([
      ['cleaning', true, true],
      ['toast', false, true],
      ['dough', true, false],
      ['eggs', true, true],
    ]);
  });
});

describe('a lane of thousands of spans', () => {
  const length = 1000;
  const spans = Array.from({ length: 6000 }, (_, index) => ({
    state: index % 2 === 0 ? ('busy' as const) : ('idle' as const),
    startNs: index * length,
    endNs: (index + 1) * length,
    task: undefined,
  }));
  const served = spans.map(({ endNs }, index) => ({ task: `task-${index}`, atNs: endNs }));
  const crowded = {
    longestNs: 6000 * length,
    groups: [
      {
        condition: 'sync',
        totalNs: 6000 * length,
        lanes: [{ worker: 'sync/worker-1', seat: 'worker-1', spans, served }],
      },
    ],
  };
  const laneOf = (view: { fromNs: number; toNs: number }) =>
    placeTimeline(placeRows(crowded), view, 800, name).groups[0]!.lanes[0]!;

  it('is drawn as one piece per pixel at most, without gap, every span in one of them', () => {
    const lane = laneOf({ fromNs: 0, toNs: crowded.longestNs });
    expect(lane.spans.length).toBeLessThan(800);
    lane.spans.slice(1).forEach((piece, index) => {
      const before = lane.spans[index]!;
      expect(piece.x).toBeCloseTo(before.x + before.width, 6);
      expect(piece.index).toBe(before.index + before.count);
    });
    expect(lane.spans.at(-1)!.index + lane.spans.at(-1)!.count).toBe(6000);
    expect(lane.served.length).toBeLessThan(250);
    expect(spansInWords(lane.spans[0]!.span, lane.spans[0]!.count, undefined, context.names)).toMatch(
      /\d+ spans drawn together, mostly (busy|idle), from 0\.000 ms/,
    );
  });

  it('shows each span when zoomed in, by its own number', () => {
    const lane = laneOf({ fromNs: 100 * length, toNs: 200 * length });
    expect(lane.spans).toHaveLength(100);
    expect(lane.spans.map(({ index, count }) => [index, count])[0]).toEqual([100, 1]);
  });
});

describe('a machine of 64 cores', () => {
  const record = syntheticCrowdRecord({ workers: 64, kind: 'threads', tasks: 10_000 });
  const experiment = definitionFor(record.plan);
  if (!experiment) throw new Error('the definition of a Workbench choice');
  const crowd = timelineOf(record, experiment, { part: 'tasks', round: 1, repetition: 0 });
  const geometry = placeTimeline(placeRows(crowd), { fromNs: 0, toNs: crowd.longestNs }, 1000, name);
  const lanes = geometry.groups.flatMap((group) => group.lanes);

  it('keeps every one of 20,000 spans of a cell in a piece of its lane', () => {
    expect(crowd.groups[0]?.lanes.flatMap(({ spans }) => spans).length).toBeGreaterThanOrEqual(20_000);
    for (const { spans, lane } of lanes) {
      expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(lane.spans.length);
    }
  });

  it('is dense enough to be overlooked, and says which lane is which', () => {
    expect(lanes.every(({ isRoomy }) => !isRoomy)).toBe(true);
    expect(lanes.filter(({ isNamed }) => isNamed)).toHaveLength(lanes.length / 4);
    expect(geometry.height / geometry.groups.length).toBeLessThan(800);
    expect(crowd.groups[0]?.lanes.length).toBeGreaterThan(mostRoomyLanes);
  });

  it('finds the piece under a point', () => {
    const lane = lanes[40];
    const piece = lane?.spans[100];
    if (!lane || !piece) throw new Error('a piece');
    expect(laneAt(geometry, lane.y + 1)).toBe(lane);
    expect(laneAt(geometry, -1)).toBeUndefined();
    expect(pieceAt(lane.spans, piece.x + piece.width / 2)).toBe(piece);
    expect(pieceAt(lane.spans, -1)).toBeUndefined();
  });
});

describe('words', () => {
  it('writes letter and name, the letter alone, or nothing, as there is room', () => {
    expect(labelFitting(120, 'B', 'Cleaning')).toBe('B Cleaning');
    expect(labelFitting(20, 'B', 'Cleaning')).toBe('B');
    expect(labelFitting(5, 'B', 'Cleaning')).toBe('');
    expect(labelFitting(40, 'I', '')).toBe('I');
  });

  it('gives who, state, task, start, end and duration of a span', () => {
    const lane = timeline.groups[0]?.lanes[0];
    const span = { state: 'blocked' as const, startNs: 1_000_000, endNs: 301_500_000, task: 'eggs' };
    expect(spanInWords(span, lane, context.names)).toBe('You: blocked, Eggs, from 1.000 ms to 301.500 ms, 300.500 ms');
  });

  it('lists every span and every served dish in the table', () => {
    const lanes = timeline.groups.flatMap((group) => group.lanes);
    const expected = lanes.reduce((sum, lane) => sum + lane.spans.length + lane.served.length, 0);
    const { rows, columns } = timelineTable(timeline, context);
    expect(rows).toHaveLength(expected);
    expect(columns.slice(-3)).toEqual(['Start (ms)', 'End (ms)', 'Duration (ms)']);
  });
});
