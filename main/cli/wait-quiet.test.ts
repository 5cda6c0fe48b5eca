import { describe, expect, it } from 'vitest';
import type { OtherLoad } from '@core/monitor/other-load';
import { waitForQuiet } from './wait-quiet';

const load = (busyCores: number): OtherLoad => ({ cores: 2, busyCores, programs: [{ name: 'hog', cores: busyCores }] });

/** Looks of a second each: what they see, in order, the last for ever. */
function machine(...seen: readonly (OtherLoad | null)[]) {
  let looks = 0;
  const lines: string[] = [];
  const tools = {
    look: () => Promise.resolve(seen[Math.min(looks++, seen.length - 1)] ?? null),
    tell: (line: string) => void lines.push(line),
    now: () => looks * 1000,
    isInterrupted: () => false,
  };
  return { tools, lines, looks: () => looks };
}

describe('waiting for a quiet machine', () => {
  it('begins at once on a quiet one and says nothing', async () => {
    const { tools, lines, looks } = machine(load(0.1));
    await expect(waitForQuiet(60, tools)).resolves.toBe(true);
    expect([looks(), lines]).toEqual([1, []]);
  });

  it('begins after three quiet looks in a row, once it was not', async () => {
    const { tools, lines, looks } = machine(load(1.4), load(0.1), load(1), load(0), load(0), load(0), load(2));
    await expect(waitForQuiet(60, tools)).resolves.toBe(true);
    expect(looks()).toBe(6);
    expect(lines).toEqual([
      'Waiting until the machine is quiet, at most 60 s. Other programs use 70 % of the cores: hog 70 %.',
      'The machine is quiet. The run begins.',
    ]);
  });

  it('measures all the same when the time is over, and says so', async () => {
    const { tools, lines, looks } = machine(load(1));
    await expect(waitForQuiet(4, tools)).resolves.toBe(true);
    expect(looks()).toBe(4);
    expect(lines.at(-1)).toBe(
      'The machine was not quiet after 4 s: it is measured all the same. Other programs use 50 % of the cores: hog 50 %.',
    );
  });

  it('begins where nothing can be read, and claims nothing', async () => {
    const { tools, lines } = machine(null);
    await expect(waitForQuiet(60, tools)).resolves.toBe(true);
    expect(lines).toEqual(['This system does not tell what else uses the cores. The run begins.']);
  });

  it('stops when it is asked to', async () => {
    const { tools } = machine(load(2));
    await expect(waitForQuiet(60, { ...tools, isInterrupted: () => true })).resolves.toBe(false);
  });
});
