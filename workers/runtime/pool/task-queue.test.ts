import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTaskQueue } from './task-queue';

interface Item {
  readonly n: number;
  waiting: boolean;
}

function filled(count: number) {
  const items = Array.from({ length: count }, (_, n): Item => ({ n, waiting: true }));
  const queue = createTaskQueue<Item>((item) => item.waiting);
  for (const item of items) queue.push(item);
  return { items, queue };
}

describe('task queue', () => {
  it('gives out in the order of coming, across many growths of the ring', () => {
    const { queue } = filled(1000);
    expect(queue.length).toBe(1000);
    expect(Array.from({ length: 1000 }, () => queue.shift()?.n)).toEqual(Array.from({ length: 1000 }, (_, n) => n));
    expect(queue.shift()).toBeUndefined();
    expect(queue.peek()).toBeUndefined();
    expect(queue.length).toBe(0);
  });

  it('does not keep room for what was taken back: a hundred thousand aborted tasks leave nothing to wade through', () => {
    let looks = 0;
    const queue = createTaskQueue<Item>((item) => {
      looks++;
      return item.waiting;
    });
    const first: Item = { n: -1, waiting: true };
    queue.push(first);
    for (let n = 0; n < 100_000; n++) {
      const item: Item = { n, waiting: true };
      queue.push(item);
      item.waiting = false;
      queue.takenBack();
    }
    expect(queue.length).toBe(1);
    expect(queue.shift()).toBe(first);
    looks = 0;
    expect(queue.shift()).toBeUndefined();
    expect(looks).toBeLessThan(100);
  });

  it('behaves like a plain list under every sequence of pushes, returns, removals and shifts', () => {
    const step = fc.constantFrom('push', 'push', 'putBack', 'shift', 'takeBack', 'peek');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 400 }), (steps) => {
        const queue = createTaskQueue<Item>((item) => item.waiting);
        const list: Item[] = [];
        for (const [n, [what, which]] of steps.entries()) {
          const item: Item = { n, waiting: true };
          if (what === 'push') {
            queue.push(item);
            list.push(item);
          } else if (what === 'putBack') {
            queue.putBack(item);
            list.unshift(item);
          } else if (what === 'takeBack' && list.length > 0) {
            const [removed] = list.splice(which % list.length, 1);
            if (removed) removed.waiting = false;
            queue.takenBack();
          } else if (what === 'shift') expect(queue.shift()).toBe(list.shift());
          else expect(queue.peek()).toBe(list[0]);
          expect(queue.length).toBe(list.length);
        }
      }),
    );
  });
});
