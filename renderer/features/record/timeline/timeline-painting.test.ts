import { describe, expect, it } from 'vitest';
import { stateColours, stateLooks } from '@core/figures/palette';
import { placeRows, placeTimeline } from './timeline-geometry';
import type { Timeline, TimelineSpan } from './timeline-layout';
import { paintTimeline } from './timeline-painting';

interface Painted {
  readonly colour: unknown;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Paints a timeline of one lane and gives back what was painted. */
function painted(spans: readonly TimelineSpan[], served: readonly { task: string; atNs: number }[] = []) {
  const totalNs = spans.at(-1)?.endNs ?? 0;
  const timeline: Timeline = {
    longestNs: totalNs,
    groups: [{ condition: 'sync', totalNs, lanes: [{ worker: 'sync/you', seat: 'you', spans, served }] }],
  };
  const geometry = placeTimeline(placeRows(timeline), { fromNs: 0, toNs: totalNs }, 74 + 18 + 100, (task) => task);
  const rectangles: Painted[] = [];
  const words: string[] = [];
  const context = {
    fillStyle: '' as CanvasRenderingContext2D['fillStyle'],
    font: '',
    textAlign: 'left' as CanvasTextAlign,
    clearRect: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    fill: () => undefined,
    fillRect(x: number, y: number, width: number) {
      rectangles.push({ colour: this.fillStyle, x, y, width });
    },
    fillText: (text: string) => words.push(text),
  };
  paintTimeline(context, geometry, 0, [], {
    text: 'ink',
    grid: 'grid',
    font: 'any',
    states: stateLooks('light'),
    letter: (state) => state.slice(0, 1).toUpperCase(),
    taskName: (task) => task ?? '',
  });
  return { rectangles, words };
}

const span = (state: TimelineSpan['state'], startNs: number, endNs: number, task?: string): TimelineSpan => {
  return { state, startNs, endNs, task };
};

describe('paintTimeline', () => {
  it('paints every span in the colour of its state, side by side, with letter and name where they fit', () => {
    const { rectangles, words } = painted([span('blocked', 0, 600, 'eggs'), span('busy', 600, 1000)]);
    expect(rectangles).toMatchObject([
      { colour: stateColours.busy, x: 60, width: 40 },
      { colour: stateColours.blocked, x: 0, width: 60 },
    ]);
    expect(words.toSorted()).toEqual(['B', 'B eggs']);
  });

  it('never widens what is narrower than a pixel, and paints it last', () => {
    const { rectangles } = painted([span('idle', 0, 498), span('messaging', 498, 500), span('idle', 500, 1000)]);
    expect(rectangles.at(-1)).toMatchObject({ colour: stateColours.messaging });
    expect(rectangles.at(-1)?.x).toBeCloseTo(49.8, 9);
    expect(rectangles.at(-1)?.width).toBeCloseTo(0.2, 9);
  });

  it('marks what was served where it was served', () => {
    const { rectangles, words } = painted([span('idle', 0, 1000)], [{ task: 'eggs', atNs: 250 }]);
    expect(rectangles.filter(({ colour }) => colour === 'ink')).toMatchObject([{ x: 24.25, width: 1.5 }]);
    expect(words).toContain('eggs');
  });
});
