import type { Kitchen, Station } from './kitchen-run';
import type { Standing } from './kitchen-scene';

// Where things stand in the picture, in px. It depends on who was recorded doing what, never on the moment: nothing
// shifts while the replay goes on.

export interface StationPlace {
  readonly station: Exclude<Station, 'worktop'>;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The cooks who have tasks here, in order: each has a slot of its own. */
  readonly cooks: readonly number[];
}

export interface Post {
  readonly cook: number;
  /** Middle of the cook's feet. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface House {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isProcess: boolean;
  /** Where wall and floor meet; undefined in a small bay. */
  readonly wallY: number | undefined;
  readonly stations: readonly StationPlace[];
  readonly posts: readonly Post[];
}

export interface KitchenLayout {
  readonly width: number;
  readonly height: number;
  /** Many cooks: each in a small bay, what waits as a number beside it. */
  readonly isCompact: boolean;
  readonly houses: readonly House[];
  readonly counterY: number;
}

/** Up to this many cooks have room to walk to the stove. */
export const fewCooks = 6;
export const headHeight = 84;
export const counterHeight = 74;
export const stationHeight = 84;
/** Width of a slot at a station: one pan and who stands in front of it. */
export const slotWidth = 104;
const houseGap = 10;
const houseTitle = 26;
const standingHeight = 86;
const postHeight = 124;
const leastHouse = 140;
/** Posts stand together, however wide the house is. */
const widestPost = 230;
export const bay = { width: 66, height: 84 } as const;

/** Arranges houses, stations and posts in a picture `width` px wide. */
export function layoutKitchen(kitchen: Kitchen, width: number): KitchenLayout {
  const isCompact = kitchen.cooks.length > fewCooks;
  const houses = isCompact ? compactHouses(kitchen, width) : wideHouses(kitchen, width);
  const bottom = Math.max(headHeight, ...houses.map(({ y, height }) => y + height));
  return { width, height: bottom + houseGap + counterHeight, isCompact, houses, counterY: bottom + houseGap };
}

/** Where a cook's feet are: in front of its slot at a station, otherwise at its post. */
export function placeOf(layout: KitchenLayout, cook: number, standing: Standing): { x: number; y: number } {
  for (const { stations, posts } of layout.houses) {
    const post = posts.find((one) => one.cook === cook);
    if (!post) continue;
    const station = stations.find((one) => one.station === standing && one.cooks.includes(cook));
    if (!station || layout.isCompact) return { x: post.x, y: post.y };
    return { x: slotX(station, cook), y: station.y + stationHeight + standingHeight };
  }
  return { x: 0, y: 0 };
}

/** Middle of a cook's slot at a station. */
export function slotX({ x, width, cooks }: StationPlace, cook: number): number {
  const index = Math.max(0, cooks.indexOf(cook));
  return x + (width / Math.max(1, cooks.length)) * (index + 0.5);
}

function wideHouses(kitchen: Kitchen, width: number): House[] {
  const members = Array.from({ length: kitchen.houses }, (_, house) =>
    kitchen.cooks.flatMap((cook, index) => (cook.house === house ? [index] : [])),
  );
  const used = members.map((cooks) => stationsOf(kitchen, cooks));
  const hasStations = used.some((stations) => stations.length > 0);
  const height = houseTitle + (hasStations ? stationHeight + standingHeight : 0) + postHeight;
  const perRow = Math.max(1, Math.min(members.length, Math.floor((width + houseGap) / (leastHouse + houseGap))));
  const rows = Math.ceil(members.length / perRow);
  const columns = Math.ceil(members.length / rows);
  const boxes = (width - houseGap * (columns - 1)) / columns;
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const inRow = members.slice(row * columns, (row + 1) * columns);
    return inRow.map((cooks, column): House => {
      const x = column * (boxes + houseGap);
      const y = headHeight + row * (height + houseGap);
      const stations = placeStations(used[row * columns + column] ?? [], x, y + houseTitle, boxes);
      const share = Math.min(widestPost, boxes / cooks.length);
      const left = x + (boxes - share * cooks.length) / 2;
      const posts = cooks.map((cook, index) => ({
        cook,
        x: left + share * (index + 0.5),
        y: y + height - 50,
        width: share,
      }));
      const wallY = y + houseTitle + (hasStations ? stationHeight : 8);
      return { x, y, width: boxes, height, isProcess: isProcess(kitchen, cooks), wallY, stations, posts };
    });
  });
}

type Used = readonly { readonly station: StationPlace['station']; readonly cooks: readonly number[] }[];

/** The stations at which these cooks were recorded to have tasks. */
function stationsOf(kitchen: Kitchen, cooks: readonly number[]): Used {
  return (['stove', 'toaster', 'delivery'] as const).flatMap((station) => {
    const users = cooks.filter((cook) => kitchen.tasks.some((task) => task.cook === cook && task.station === station));
    return users.length > 0 ? [{ station, cooks: users }] : [];
  });
}

function placeStations(used: Used, x: number, y: number, width: number): StationPlace[] {
  const slots = used.reduce((sum, { cooks }) => sum + cooks.length, 0);
  const gaps = 14 * (used.length + 1);
  const slot = Math.min(slotWidth, (width - gaps) / Math.max(1, slots));
  const free = width - slot * slots - 14 * Math.max(0, used.length - 1);
  let left = x + free / 2;
  return used.map(({ station, cooks }) => {
    const place = { station, cooks, x: left, y, width: slot * cooks.length };
    left += place.width + 14;
    return place;
  });
}

/** Threads in one frame, each process in a frame of its own; all in rows of bays. */
function compactHouses(kitchen: Kitchen, width: number): House[] {
  const houses: House[] = [];
  const threads = kitchen.cooks.flatMap((cook, index) => (cook.kind === 'thread' ? [index] : []));
  const processes = kitchen.cooks.flatMap((cook, index) => (cook.kind === 'process' ? [index] : []));
  let y = headHeight;
  if (threads.length > 0) {
    const perRow = Math.max(1, Math.floor((width - 12) / bay.width));
    const rows = Math.ceil(threads.length / perRow);
    const columns = Math.ceil(threads.length / rows);
    const share = (width - 12) / columns;
    const posts = threads.map((cook, index): Post => {
      const row = Math.floor(index / columns);
      const x = 6 + share * ((index % columns) + 0.5);
      return { cook, x, y: y + houseTitle + row * bay.height + bay.height - 30, width: share };
    });
    const height = houseTitle + rows * bay.height + 4;
    houses.push({ x: 0, y, width, height, isProcess: false, wallY: undefined, stations: [], posts });
    y += height + houseGap;
  }
  const gap = 4;
  const perRow = Math.max(1, Math.floor((width + gap) / (bay.width + gap)));
  const columns = Math.ceil(processes.length / Math.max(1, Math.ceil(processes.length / perRow)));
  const share = (width + gap) / Math.max(1, columns) - gap;
  processes.forEach((cook, index) => {
    const x = (index % columns) * (share + gap);
    const top = y + Math.floor(index / columns) * (bay.height + gap);
    const post = { cook, x: x + share / 2, y: top + bay.height - 30, width: share };
    houses.push({
      x,
      y: top,
      width: share,
      height: bay.height,
      isProcess: true,
      wallY: undefined,
      stations: [],
      posts: [post],
    });
  });
  return houses;
}

function isProcess(kitchen: Kitchen, cooks: readonly number[]): boolean {
  return cooks.some((cook) => kitchen.cooks[cook]?.kind === 'process');
}
