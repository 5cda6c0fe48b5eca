/**
 * First in, first out, with a way back to the head. What was taken back while it waited stays in its place until its
 * turn comes or the ring is full, so that taking back costs nothing.
 */
export interface TaskQueue<Item> {
  /** How many wait, without those taken back. */
  readonly length: number;
  push(item: Item): void;
  /** Puts an item before all others. */
  putBack(item: Item): void;
  /** The next item, which stays in the queue. */
  peek(): Item | undefined;
  shift(): Item | undefined;
  /** Says that one waiting item no longer counts, that is, `isWaiting` is false for it from now on. */
  takenBack(): void;
}

const smallestRing = 64;

/** Creates an empty queue. `isWaiting` tells which items still count. */
export function createTaskQueue<Item>(isWaiting: (item: Item) => boolean): TaskQueue<Item> {
  let ring: (Item | undefined)[] = emptyRing(smallestRing);
  let head = 0;
  let used = 0;
  let waiting = 0;

  /** Makes room for one more: by leaving out what was taken back, and by doubling where that is not enough. */
  function makeRoom(): void {
    if (used < ring.length) return;
    const kept: Item[] = [];
    for (let i = 0; i < used; i++) {
      const item = ring[(head + i) & (ring.length - 1)];
      if (item !== undefined && isWaiting(item)) kept.push(item);
    }
    const next = emptyRing<Item>(kept.length > ring.length / 2 ? ring.length * 2 : ring.length);
    for (const [i, item] of kept.entries()) next[i] = item;
    ring = next;
    head = 0;
    used = kept.length;
  }

  function dropTakenBack(): void {
    while (used > 0) {
      const item = ring[head];
      if (item !== undefined && isWaiting(item)) return;
      dropHead();
    }
  }

  function dropHead(): void {
    ring[head] = undefined;
    head = (head + 1) & (ring.length - 1);
    used--;
  }

  return {
    get length() {
      return waiting;
    },
    push(item) {
      makeRoom();
      ring[(head + used) & (ring.length - 1)] = item;
      used++;
      waiting++;
    },
    putBack(item) {
      makeRoom();
      head = (head - 1) & (ring.length - 1);
      ring[head] = item;
      used++;
      waiting++;
    },
    peek() {
      dropTakenBack();
      return used > 0 ? ring[head] : undefined;
    },
    shift() {
      dropTakenBack();
      if (used === 0) return undefined;
      const item = ring[head];
      dropHead();
      waiting--;
      return item;
    },
    takenBack() {
      waiting--;
    },
  };
}

function emptyRing<Item>(length: number): (Item | undefined)[] {
  return new Array<Item | undefined>(length).fill(undefined);
}
