import fc from 'fast-check';
import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { coresToPin, formatCpuList, parseCpuList, readCoreLayout } from './core-choice';

describe('CPU lists', () => {
  it.each([
    ['0-2,4', [0, 1, 2, 4]],
    ['3', [3]],
    ['0-1\n', [0, 1]],
    ['8,0-1,1', [0, 1, 8]],
    ['', []],
  ])('reads %j', (text, cpus) => {
    expect(parseCpuList(text)).toEqual(cpus);
  });

  it.each(['a', '1-', '-1', '2-1', '1,,2', '1 2', '0x1', '0-3:1/2'])('refuses %j', (text) => {
    expect(() => parseCpuList(text)).toThrow(RangeError);
  });

  it('writes what the kernel would write', () => {
    expect(formatCpuList([4, 0, 1, 2, 2])).toBe('0-2,4');
    expect(formatCpuList([1, 0])).toBe('0-1');
    expect(formatCpuList([])).toBe('');
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 300 })), (cpus) => {
        expect(parseCpuList(formatCpuList(cpus))).toEqual([...cpus].sort((a, b) => a - b));
      }),
    );
  });
});

describe('coresToPin', () => {
  const neighbours = {
    allowed: [0, 1, 2, 3],
    cores: [
      [0, 1],
      [2, 3],
    ],
  };
  const halves = {
    allowed: [0, 1, 2, 3],
    cores: [
      [0, 2],
      [1, 3],
    ],
  };

  it('takes distinct physical cores first, and hardware threads of the same cores only then', () => {
    expect([1, 2, 3, 4].map((count) => coresToPin(count, neighbours))).toEqual([[0], [0, 2], [0, 1, 2], [0, 1, 2, 3]]);
    expect([1, 2, 3].map((count) => coresToPin(count, halves))).toEqual([[0], [0, 1], [0, 1, 2]]);
  });

  it('never leaves the allowed set, and takes the second thread of a core whose first one is not allowed', () => {
    expect(coresToPin(2, { ...neighbours, allowed: [1, 2, 3] })).toEqual([1, 2]);
    expect(coresToPin(9, { ...neighbours, allowed: [1, 3] })).toEqual([1, 3]);
  });

  it('takes the first CPUs where nothing is known of the cores', () => {
    expect(coresToPin(2, { allowed: [0, 1, 2], cores: [] })).toEqual([0, 1]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d cores', (count) => {
    expect(() => coresToPin(count, neighbours)).toThrow(RangeError);
  });

  it('always gives as many allowed CPUs as there are, on as many physical cores as possible', () => {
    const layouts = fc.record({
      allowed: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1 }),
      cores: fc.constantFrom(neighbours.cores, halves.cores, [
        [0, 1, 2, 3],
        [4, 5],
        [6, 7],
      ]),
    });
    fc.assert(
      fc.property(layouts, fc.integer({ min: 1, max: 10 }), (layout, count) => {
        const chosen = coresToPin(count, layout);
        expect(chosen).toHaveLength(Math.min(count, layout.allowed.length));
        expect(layout.allowed).toEqual(expect.arrayContaining([...chosen]));
        const core = (cpu: number): number => {
          const index = layout.cores.findIndex((cpus) => cpus.includes(cpu));
          return index < 0 ? 100 + cpu : index;
        };
        const distinct = (cpus: readonly number[]): number => new Set(cpus.map(core)).size;
        expect(distinct(chosen)).toBe(Math.min(chosen.length, distinct(layout.allowed)));
      }),
    );
  });

  it('reads the layout of this machine', () => {
    const { allowed } = readCoreLayout();
    expect(allowed.length).toBeGreaterThanOrEqual(1);
    expect(allowed.length).toBeLessThanOrEqual(os.cpus().length);
    expect(coresToPin(1)).toEqual([expect.any(Number)]);
    expect(allowed).toEqual(expect.arrayContaining([...coresToPin(1)]));
  });
});
