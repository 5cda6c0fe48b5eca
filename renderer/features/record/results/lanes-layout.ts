import type { FigureLane, LanesFigure } from '@core/figures/figure';
import { mergedSpans } from '@core/figures/merged-spans';
import type { WorkerState } from '@core/record/schema-parts';

/** Px below the lanes for ticks and the axis title. */
export const axisRoom = 32;
const headHeight = 19;
const laneHeight = 21;
const barHeight = 16;
const groupGap = 5;
const letterWidth = 6.1;
const headLetterWidth = 6.9;
const widestName = 120;
const leastWidth = 0.8;
/** Up to this many marks of a lane each is drawn; of more, those this far apart. */
const fewMarks = 12;
const leastMarkDistance = 5;
/** A task is done a moment after the wait for it: the worker has to notice. */
const nearNs = 2e6;

interface PlacedPiece {
  readonly x: number;
  readonly width: number;
  readonly state: WorkerState;
  /** Task and state, or the task alone, where it fits. */
  readonly label: string | undefined;
}

/** All places in px from the upper left corner. */
export interface PlacedLanes {
  readonly height: number;
  /** Where time 0 is. */
  readonly start: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly groups: readonly { readonly y: number; readonly name: string; readonly colour: string }[];
  readonly lanes: readonly {
    readonly y: number;
    readonly height: number;
    readonly name: string;
    readonly pieces: readonly PlacedPiece[];
    /** Marks above the lane; a name is written into the idle time before its mark, where it fits. */
    readonly served: readonly { readonly x: number; readonly name: string | undefined }[];
  }[];
}

/** Places the lanes of a figure in a drawing of this width, below each other, on one time axis. */
export function placeLanes(
  { axis, groups, leastNs }: LanesFigure,
  width: number,
  stateName: (state: WorkerState) => string,
): PlacedLanes {
  const longest = Math.max(0, ...groups.flatMap(({ lanes }) => lanes.map(({ name }) => name.length)));
  const start = Math.min(widestName, Math.max(36, longest * letterWidth + 12));
  const end = Math.max(start + 40, width - 14);
  const at = (ns: number): number => start + ((ns - axis.from) / (axis.to - axis.from)) * (end - start);
  let y = 0;
  const heads: PlacedLanes['groups'][number][] = [];
  const placed = groups.flatMap(({ name, look, lanes }) => {
    heads.push({ y, name: cut(name, (width - 15) / headLetterWidth), colour: look.colour });
    y += headHeight;
    const rows = lanes.map((lane) => {
      const top = y;
      y += laneHeight;
      return {
        y: top,
        height: barHeight,
        name: cut(lane.name, (start - 8) / letterWidth),
        pieces: mergedSpans(lane.spans, leastNs).map((piece) => {
          const x = at(piece.startNs);
          const wide = Math.max(leastWidth, at(piece.endNs) - x);
          const { task, state } = piece;
          const labels = task === undefined ? [] : [`${task}: ${stateName(state)}`, task];
          return { x, width: wide, state, label: labels.find((one) => one.length * letterWidth + 8 <= wide) };
        }),
        served: marksOf(lane, at),
      };
    });
    y += groupGap;
    return rows;
  });
  return {
    height: y + axisRoom,
    start,
    ticks: axis.ticks.map((value) => ({ x: at(value), label: axis.tick(value) })),
    groups: heads,
    lanes: placed,
  };
}

function marksOf({ served, spans }: FigureLane, at: (ns: number) => number): PlacedLanes['lanes'][number]['served'] {
  let before = -Infinity;
  return served.reduce<{ x: number; name: string | undefined }[]>((kept, { atNs, name }) => {
    const x = at(atNs);
    const isFar = served.length <= fewMarks || x - (kept.at(-1)?.x ?? -Infinity) >= leastMarkDistance;
    if (!isFar) return kept;
    const idle = spans.find(
      ({ state, startNs, endNs }) => state === 'idle' && startNs < atNs && atNs <= endNs + nearNs,
    );
    const free = idle ? Math.min(x, at(idle.endNs)) - Math.max(before, at(idle.startNs)) : 0;
    before = x;
    return [...kept, { x, name: name.length * letterWidth + 10 <= free ? name : undefined }];
  }, []);
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, Math.floor(letters) - 1))}…`;
}
