import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compute } from '@core/kernels/compute';
import { knead } from '@core/kernels/knead';
import type { Step } from '@core/protocol/step';
import { cooked } from './testing/lab-calls';
import type { Call } from './testing/run-snippet';
import {
  computeSteps,
  find,
  iterations,
  keyOf,
  keyOfStep,
  mostAtOnce,
  mostWorkersAtOnce,
  order,
  run,
  seedOf,
  startServer,
  stopServer,
} from './testing/snippet-bench';

beforeAll(startServer);
afterAll(stopServer);

describe('on one thread, a snippet does what the lab’s body does, in the same order, with the same results', () => {
  it.each([
    ['noise-floor', 'computing', 'first'],
    ['noise-floor', 'waiting', 'second'],
    ['async-is-not-parallel', 'computing', 'loop'],
    ['async-is-not-parallel', 'computing', 'together'],
    ['threads-or-processes', 'computing', 'alone'],
    ['break-even', 'size-1000', 'inline'],
    ['four-scenarios', 'computing', 'one-core-sync'],
    ['blocked-is-not-busy', 'passing-time', 'sync-wait'],
    ['blocked-is-not-busy', 'passing-time', 'cpu-loop'],
    ['blocked-is-not-busy', 'passing-time', 'async-wait'],
    ['eggs-and-toast', 'first-course', 'sync'],
    ['eggs-and-toast', 'first-course', 'async'],
    ['eggs-and-toast', 'doughs', 'sync'],
    ['eggs-and-toast', 'doughs', 'async'],
  ])('%s, %s: %s', async (id, part, condition) => {
    const calibrated = {
      [part]: iterations / 4,
      dough: iterations / 4,
      cleaning: iterations / 8,
      computation: iterations,
    };
    const { work, steps, tasks } = computeSteps(id, part, condition, calibrated);
    if (!('seats' in work)) throw new Error('is done by several');
    const [ticket] = Object.values(work.seats);
    if (!ticket) throw new Error('nobody has a ticket');
    const named: Record<string, string> = {};
    const byTask = new Map(
      steps.map((step) => [step.task, JSON.stringify({ iterations: step.iterations, seed: step.seed })]),
    );
    if (steps.length > 0 && !id.startsWith('eggs') && !id.startsWith('blocked')) named['tasks'] = tasks;
    const names = {
      cleaning: 'cleaning',
      'dough-1': 'dough1',
      'dough-2': 'dough2',
      computation: 'computation',
    } as const;
    for (const [task, name] of Object.entries(names)) {
      const found = byTask.get(task);
      if (found !== undefined) named[name] = found;
    }
    const ours = await cooked(ticket);
    const { calls } = await run(id, condition, part, { instead: named });
    const shown = calls.filter(({ name }) => ['compute', 'block', 'wait', 'doSync'].includes(name));
    const stepOf = (task: string): Step => ticket.steps.find((step) => step.task === task) as Step;
    // A wait lasts from its begin until it is served; a computation as long as the thread was busy with it.
    const expected = ours.tasks.map(({ task, startNs, servedNs }) => {
      const step = stepOf(task);
      const busy = ours.spans.filter((span) => span.task === task && span.state === 'busy');
      const [first, last] = [busy[0], busy.at(-1)];
      if (step.kind !== 'compute' || !first || !last) return { key: keyOfStep(step), startNs, endNs: servedNs };
      return { key: keyOfStep(step), startNs: first.startNs, endNs: last.endNs };
    });
    const keys = shown.map((call) => {
      const isTask = typeof call.of === 'object';
      return { key: isTask ? `compute ${seedOf(call)}` : keyOf(call), startNs: call.startNs, endNs: call.endNs };
    });
    expect(order(keys)).toEqual(order(expected));
    // Results: every computation came to what the kernel of the lab comes to.
    const results = new Map(
      shown.filter(({ of }) => typeof of === 'object').map((call) => [seedOf(call), call.result]),
    );
    for (const step of steps) {
      expect(results.get(step.seed), step.task).toBe(compute(step));
      expect(ours.tasks.find(({ task }) => task === step.task)?.checksum).toBe(compute(step));
    }
    expect(results.size).toBe(steps.length);
  });

  it('four-scenarios: what only waits overlaps as one thread’s requests, and not where each blocks', async () => {
    const sync = await run('four-scenarios', 'one-core-sync', 'requests');
    const async = await run('four-scenarios', 'one-thread-async', 'requests');
    expect(sync.calls.map(({ name }) => name)).toEqual(['doSync', 'doSync', 'doSync']);
    expect(mostAtOnce(sync.calls)).toBe(1);
    expect(async.calls.map(({ name }) => name)).toEqual(['doAsync', 'doAsync', 'doAsync']);
    expect(mostAtOnce(async.calls)).toBe(3);
    const mixed = await run('four-scenarios', 'one-thread-async', 'mixed');
    expect(mostAtOnce(mixed.calls)).toBe(3);
    expect(mostAtOnce((await run('four-scenarios', 'one-thread-sync', 'mixed')).calls)).toBe(1);
  });
});

describe('with several workers, a snippet spreads the tasks as the lab’s queue does', () => {
  it.each([
    ['async-is-not-parallel', 'computing', 'threads'],
    ['many-cooks', 'computing', 'threads-2'],
    ['threads-or-processes', 'computing', 'threads'],
    ['threads-or-processes', 'computing', 'processes'],
    ['break-even', 'size-10000', 'threads'],
    ['break-even', 'size-10000', 'processes'],
    ['break-even', 'size-10000', 'cold-threads'],
    ['four-scenarios', 'computing', 'many-threads-sync'],
    ['four-scenarios', 'computing', 'many-threads-async'],
    ['four-scenarios', 'computing', 'many-processes-sync'],
    ['four-scenarios', 'computing', 'many-processes-async'],
  ])('%s, %s: %s', async (id, part, condition) => {
    // Two tasks alone have to be longer, so that they are seen to overlap.
    const size = part.startsWith('size') ? 4 * iterations : iterations;
    const { steps, tasks } = computeSteps(id, part, condition, { [part]: size });
    const { calls } = await run(id, condition, part, { instead: { tasks } });
    const { condition: found } = find(id, condition);
    const workers = found.seats.filter(({ hired }) => hired).length;
    expect(new Set(calls.map(({ who }) => who)).size).toBe(Math.min(workers, steps.length));
    // All workers at once; each has one task unless it is asynchronous, and then none of them waits.
    expect(mostWorkersAtOnce(calls)).toBe(Math.min(workers, steps.length));
    if (!condition.endsWith('-async')) expect(mostAtOnce(calls)).toBe(Math.min(workers, steps.length));
    // Every task once, with the result of the lab's kernel.
    const results = calls.map((call) => [seedOf(call), call.result]).sort();
    expect(results).toEqual(steps.map((step) => [step.seed, compute(step)]).sort());
  });

  it.each(['threads', 'processes'])('eggs-and-toast: %s stand at their dishes while you clean', async (condition) => {
    const cleaning = JSON.stringify({ iterations: iterations / 8, seed: 1 });
    const { calls } = await run('eggs-and-toast', condition, 'first-course', { instead: { cleaning }, untilCalls: 3 });
    const [eggs, toast, clean] = ['block 120', 'block 80', 'compute 1'].map((key) =>
      calls.find((call) => (call.name === 'compute' ? keyOf(call) : `${call.name} ${String(call.of)}`) === key),
    );
    if (!eggs || !toast || !clean) throw new Error(`calls: ${calls.map(keyOf).join(', ')}`);
    expect(new Set([eggs.who, toast.who, clean.who]).size).toBe(3);
    expect(toast.startNs).toBeLessThan(eggs.endNs);
    expect(clean.startNs).toBeLessThan(eggs.endNs);
  });

  it.each(['threads', 'processes'])('eggs-and-toast: %s knead two doughs at once', async (condition) => {
    const dough = (seed: number) => JSON.stringify({ iterations: 4 * iterations, seed });
    const instead = { dough1: dough(2), dough2: dough(3) };
    const { calls } = await run('eggs-and-toast', condition, 'doughs', { instead });
    expect(mostAtOnce(calls)).toBe(2);
    expect(calls.map((call) => [seedOf(call), call.result]).sort()).toEqual([
      [2, knead(4 * iterations, 2)],
      [3, knead(4 * iterations, 3)],
    ]);
  });

  it('four-scenarios: an async thread has several requests under way, a blocked one has one', async () => {
    const async = await run('four-scenarios', 'many-threads-async', 'requests');
    const sync = await run('four-scenarios', 'many-threads-sync', 'requests');
    const most = (calls: readonly Call[]) =>
      Math.max(
        ...[...new Set(calls.map(({ who }) => who))].map((who) => mostAtOnce(calls.filter((c) => c.who === who))),
      );
    expect(async.calls).toHaveLength(3);
    expect(most(async.calls)).toBe(2);
    expect(most(sync.calls)).toBe(1);
    expect(mostAtOnce(sync.calls)).toBe(2);
  });
});

describe('passing-data: a payload', () => {
  it.each([
    ['clone', 8 * 2 ** 20],
    ['transfer', 0],
    ['shared', 8 * 2 ** 20],
    ['process-clone', 8 * 2 ** 20],
  ])('that is passed as %s leaves %i bytes behind, and all of it is read', async (condition, left) => {
    const { calls } = await run('passing-data', condition, 'kib-8192', {
      instead: { seen: '(buffer) => recorded("start", (bytes) => bytes)(buffer.byteLength)' },
      after: 'seen(buffer);',
    });
    const [read] = calls.filter(({ name }) => name === 'checksum');
    // FNV-1a over 2^21 words of zero, as `payloadChecksum` has it.
    let expected = 0x811c9dc5;
    for (let word = 0; word < 2 ** 21; word++) expected = Math.imul(expected, 0x01000193);
    expect(read?.result).toBe(expected >>> 0);
    expect(calls.find(({ name }) => name === 'start')?.of).toBe(left);
  });
});

describe('the Workbench', () => {
  it('keeps so many tasks under way on one loop, and gives it turns where tasks are cut', async () => {
    const { condition } = find('workbench', 'async-16');
    const { calls } = await run('workbench', 'async-16', 'timer');
    expect(condition.inFlight).toBe(16);
    expect(calls).toHaveLength(4);
    expect(mostAtOnce(calls)).toBe(4);
    const sync = await run('workbench', 'sync', 'timer');
    expect(mostAtOnce(sync.calls)).toBe(1);
    const chunked = await run('workbench', 'async-chunked-16', 'cpu');
    expect(chunked.longestGapNs).toBeLessThan(80e6);
  });
});
