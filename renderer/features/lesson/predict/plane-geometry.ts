/** Where things lie on the plane on which marks are placed. Lengths in px of the drawing, places as shares. */
export const plane = { width: 460, height: 420, left: 60, right: 24, top: 18, bottom: 100 } as const;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Horizontal place of a share. */
export function xOf(share: number): number {
  return plane.left + share * (plane.width - plane.left - plane.right);
}

/** Vertical place of a share; more is higher. */
export function yOf(share: number): number {
  return plane.height - plane.bottom - share * (plane.height - plane.top - plane.bottom);
}

/** Where a mark waits before it is placed. */
export function trayPlace(index: number): Place {
  return { x: plane.left + 30 + index * 60, y: plane.height - 26 };
}

/** The place at a point of the drawing, to a hundredth; outside it is at the edge. */
export function placeAt(x: number, y: number): Place {
  const within = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share))) / 100;
  return {
    x: within((x - xOf(0)) / (xOf(1) - xOf(0))),
    y: within((yOf(0) - y) / (yOf(0) - yOf(1))),
  };
}

const keys: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: -0.05, y: 0 },
  ArrowRight: { x: 0.05, y: 0 },
  ArrowUp: { x: 0, y: 0.05 },
  ArrowDown: { x: 0, y: -0.05 },
  PageUp: { x: 0, y: 0.25 },
  PageDown: { x: 0, y: -0.25 },
  Home: { x: -0.25, y: 0 },
  End: { x: 0.25, y: 0 },
};

/**
 * The place after a key; undefined for a key that moves nothing. The first key only puts a mark into the middle, so that it is
 * known where it starts.
 */
export function moved(place: Place | undefined, key: string): Place | undefined {
  const by = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (!by && !(place === undefined && (key === ' ' || key === 'Enter'))) return undefined;
  if (!place || !by) return { x: 0.5, y: 0.5 };
  const within = (share: number): number => Math.round(100 * Math.min(1, Math.max(0, share))) / 100;
  return { x: within(place.x + by.x), y: within(place.y + by.y) };
}
