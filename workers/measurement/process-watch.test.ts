import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { beginProcessWatch } from './process-watch';

it('tells the CPU time of the process, and of its memory the largest while it was watched', async () => {
  const watch = beginProcessWatch(true);
  const held = Buffer.alloc(60e6, 1);
  const untilMs = performance.now() + 60;
  while (performance.now() < untilMs) held[0] = (held[0] ?? 0) ^ 1;
  await pause(20);
  const { cpuNs, resident } = watch.end();
  // Computed for 60 ms, on a machine that may have given half of it to others.
  expect(cpuNs).toBeGreaterThan(20e6);
  expect((resident?.mostBytes ?? 0) - (resident?.beforeBytes ?? 0)).toBeGreaterThan(40e6);
});

it('reads no memory where nobody asks for it', () => {
  expect(beginProcessWatch(false).end()).toEqual({ cpuNs: expect.any(Number) as number });
});
