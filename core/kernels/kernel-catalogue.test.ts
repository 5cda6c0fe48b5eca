import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernels } from './kernel-catalogue';

describe('kernels', () => {
  it('are named as they are listed, one for each character', () => {
    expect(Object.entries(kernels).map(([name, { id, character }]) => [name, id, character])).toEqual([
      ['knead', 'knead', 'integer'],
      ['mandelbrot', 'mandelbrot', 'floating-point'],
      ['chase', 'chase', 'memory'],
    ]);
  });

  // From the Python commands of each kernel's own test; `chase` with the table of 2^20 entries from seed 20001.
  it.each([
    ['knead', 10, 7, 2256980162],
    ['mandelbrot', 3, 8, 4162440667],
    ['chase', 0, 9, 9],
    ['chase', 100_000, 9, 3917577942],
    ['chase', 3_000_000, 4_000_000_000, 2836787076],
  ] as const)('%s of %i units from seed %i gives the reference checksum', (id, units, seed, checksum) => {
    expect(kernels[id].run(units, seed)).toBe(checksum);
  });

  it('give the same unsigned 32-bit checksum whatever ran before', () => {
    const call = fc.record({
      id: fc.constantFrom('knead', 'mandelbrot', 'chase'),
      units: fc.integer({ min: 0, max: 20 }),
      seed: fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
    });
    fc.assert(
      fc.property(call, call, ({ id, units, seed }, other) => {
        const checksum = kernels[id].run(units, seed);
        kernels[other.id].run(other.units, other.seed);
        expect(kernels[id].run(units, seed)).toBe(checksum);
        expect(checksum).toBe(checksum >>> 0);
      }),
    );
  });
});
