import type { Figure, FigureLane, LanesFigure } from '@core/figures/figure';

/** Where the lanes of a drawn trace lie. Lengths in px of the drawing. */
export const traceSizes = { width: 760, left: 84, right: 20, head: 26, lane: 40, strip: 8, bar: 18, axis: 44 } as const;

/** True for recorded spans with what a person drew before the run: other lanes are shown by the timeline. */
export function hasDrawing(figure: Figure): figure is LanesFigure {
  return figure.kind === 'lanes' && figure.groups.some(({ lanes }) => lanes.some(({ drawn }) => drawn !== undefined));
}

export interface PlacedLane {
  readonly lane: FigureLane;
  readonly top: number;
}

export interface PlacedGroup {
  readonly group: LanesFigure['groups'][number];
  readonly top: number;
  readonly lanes: readonly PlacedLane[];
}

/** All groups below each other, and the height of the picture. */
export function placedGroups({ groups }: LanesFigure): {
  readonly groups: readonly PlacedGroup[];
  readonly bottom: number;
} {
  let y = 0;
  const placed = groups.map((group): PlacedGroup => {
    const top = y;
    y += traceSizes.head;
    const lanes = group.lanes.map((lane) => {
      const at = { lane, top: y };
      y += traceSizes.lane;
      return at;
    });
    return { group, top, lanes };
  });
  return { groups: placed, bottom: y };
}

/** Horizontal place of a time in ns. */
export function traceX({ axis }: LanesFigure, ns: number): number {
  const { width, left, right } = traceSizes;
  return left + ((ns - axis.from) / (axis.to - axis.from)) * (width - left - right);
}
