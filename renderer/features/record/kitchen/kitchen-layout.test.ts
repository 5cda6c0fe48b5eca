import { describe, expect, it } from 'vitest';
import type { Kitchen } from './kitchen-run';
import { fewCooks, layoutKitchen, placeOf, slotX } from './kitchen-layout';

/** Synthetic: so many cooks, each with one task that waits. */
function kitchenOfMany(count: number, kind: 'thread' | 'process'): Kitchen {
  const cooks = Array.from({ length: count }, (_, index) => ({
    worker: `any/worker-${index + 1}`,
    seat: `worker-${index + 1}`,
    kind,
    hired: true,
    house: kind === 'thread' ? 0 : index,
    spans: [{ state: 'idle' as const, startNs: 0, endNs: 100, task: undefined }],
    cpuNs: null,
  }));
  const tasks = cooks.map((_, cook) => ({
    task: `task-${cook + 1}`,
    cook,
    station: 'stove' as const,
    startNs: 10,
    servedNs: 90,
    sentNs: undefined,
    answeredNs: undefined,
  }));
  const houses = kind === 'thread' ? 1 : count;
  const stations = new Map(tasks.map(({ task, station }) => [task, station]));
  return {
    condition: 'any',
    totalNs: 100,
    houses,
    cooks,
    tasks,
    byServed: tasks,
    stations,
    momentsNs: [0, 100],
    messages: 2,
  };
}

describe.each(['thread', 'process'] as const)('layoutKitchen with %s workers', (kind) => {
  it.each([
    [1, 946],
    [3, 560],
    [6, 946],
    [6, 300],
    [16, 946],
    [16, 560],
    [64, 946],
    [64, 560],
  ])('gives each of %d cooks a post inside its house, in a picture %d px wide', (count, width) => {
    const layout = layoutKitchen(kitchenOfMany(count, kind), width);
    const posts = layout.houses.flatMap((house) => house.posts.map((post) => ({ house, post })));
    expect(posts.map(({ post }) => post.cook)).toEqual(Array.from({ length: count }, (_, index) => index));
    for (const { house, post } of posts) {
      expect(post.x).toBeGreaterThan(house.x);
      expect(post.x).toBeLessThan(house.x + house.width);
      expect(post.y).toBeLessThan(house.y + house.height);
      expect(house.x + house.width).toBeLessThanOrEqual(width + 1e-6);
      expect(layout.counterY).toBeGreaterThanOrEqual(house.y + house.height);
    }
    expect(new Set(posts.map(({ post }) => `${post.x} ${post.y}`)).size).toBe(count);
    expect(layout.isCompact).toBe(count > fewCooks);
    expect(layout.height).toBeLessThan(1400);
  });
});

describe('placeOf', () => {
  it('has a blocked cook in front of its slot, and everybody else at the post', () => {
    const layout = layoutKitchen(kitchenOfMany(3, 'thread'), 946);
    const [house] = layout.houses;
    const [stove] = house?.stations ?? [];
    if (!house || !stove) throw new Error('a house with a stove');
    expect(stove.cooks).toEqual([0, 1, 2]);
    expect(placeOf(layout, 1, 'stove').x).toBe(slotX(stove, 1));
    expect(placeOf(layout, 1, 'stove').y).toBeLessThan(placeOf(layout, 1, 'post').y);
    expect(placeOf(layout, 1, 'pass')).toEqual(placeOf(layout, 1, 'post'));
    expect(placeOf(layout, 1, 'toaster')).toEqual(placeOf(layout, 1, 'post'));
  });
});
