import { describe, expect, it } from 'vitest';
import { compute } from '../kernels/compute';
import { createGuest, longestBlockMs } from './guest';
import { parseToGuest } from './messages';
import type { ToGuest } from './messages';

/** A guest on a clock that moves on by `stepNs` whenever it is read. */
function guestOn(stepNs: number) {
  let nowNs = 0;
  const posted: Readonly<Record<string, unknown>>[] = [];
  const guest = createGuest({
    worker: 'main/host',
    pid: 7,
    now: () => (nowNs += stepNs),
    post: (message) => posted.push({ ...message }),
  });
  return { guest, posted };
}

const step = { task: 'work', kind: 'compute', iterations: 100, chunks: 5, seed: 3 } as const;
const tasks: ToGuest = { type: 'tasks', ids: [4], tasks: [{ cell: 1, n: 0, steps: [step] }] };

describe('a guest', () => {
  it('executes the same pieces as a task worker, and accounts for its time without a gap', () => {
    const { guest, posted } = guestOn(1000);
    guest.receive({ type: 'prepare', cell: 1 });
    guest.receive(tasks);
    guest.receive({ type: 'account', cell: 1 });
    expect(posted.map(({ type }) => type)).toEqual(['prepared', 'answers', 'accounted']);
    expect(posted[1]).toMatchObject({ ids: [4], answers: [null] });
    const account = posted[2] as unknown as {
      readonly tasks: { checksum: number; iterations: number; startNs: number; servedNs: number }[];
      readonly spans: { state: string; startNs: number; endNs: number }[];
      readonly tickets: { receivedNs: number; doneNs: number }[];
    };
    expect(account.tasks).toHaveLength(1);
    expect(account.tasks[0]).toMatchObject({ iterations: 500, checksum: compute(step) });
    expect(account.spans.map(({ state }) => state)).toEqual(['idle', 'busy', 'idle']);
    expect(account.tickets[0]?.receivedNs).toBeLessThan(account.tasks[0]?.startNs ?? 0);
    expect(account.tickets[0]?.doneNs).toBeGreaterThan(account.tasks[0]?.servedNs ?? 0);
  });

  it('gives up when it has blocked for more than 3 s, and says so', () => {
    const { guest, posted } = guestOn((longestBlockMs / 2) * 1e6);
    guest.receive(tasks);
    expect(posted).toHaveLength(1);
    expect(posted[0]).toMatchObject({
      type: 'failures',
      ids: [4],
      errors: [{ message: expect.stringContaining('more than 3 s') as unknown }],
    });
  });

  it('begins every cell anew', () => {
    const { guest, posted } = guestOn(1000);
    guest.receive(tasks);
    guest.receive({ type: 'prepare', cell: 2 });
    guest.receive({ type: 'account', cell: 2 });
    expect(posted.at(-1)).toMatchObject({ type: 'accounted', cell: 2, tasks: [], tickets: [] });
  });

  it('answers an echo and says what it cannot tell', () => {
    const { guest, posted } = guestOn(1);
    guest.receive({ type: 'echo', n: 9 });
    guest.receive({ type: 'describe' });
    expect(posted[0]).toEqual({ type: 'echoed', n: 9 });
    expect(posted[1]).toMatchObject({ pid: 7, tid: null, nice: null, cpuSource: 'none' });
  });
});

describe('messages to a guest', () => {
  it.each([
    null,
    'tasks',
    {},
    { type: 'eval', code: '1' },
    { type: 'init', options: { worker: 'x', originNs: 'soon' } },
    { type: 'tasks', ids: [1], tasks: [{ cell: 0, n: 0, steps: [{ ...step, kind: 'file', bytes: 1 }] }] },
    { type: 'tasks', ids: [1], tasks: [{ cell: 0, n: 0, steps: [{ ...step, iterations: -1 }] }] },
    { type: 'tasks', ids: [1], tasks: [{ cell: 0, n: 0, steps: [{ ...step, chunks: 1e9 }] }] },
  ])('are ignored unless they are of the protocol: %j', (data) => {
    expect(parseToGuest(data)).toBeUndefined();
  });

  it('may say more than a guest understands', () => {
    const options = { worker: 'main/host', originNs: '123', lowerPriority: true, folder: '/tmp/x', services: null };
    expect(parseToGuest({ type: 'init', options })).toEqual({
      type: 'init',
      options: { worker: 'main/host', originNs: '123' },
    });
  });
});
