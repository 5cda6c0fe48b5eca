import { describe, expect, it } from 'vitest';
import { kernels } from '@core/kernels/kernel-catalogue';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import { compute, computeInTurns } from './cpu';

const noTurns = { idle: () => undefined, busy: () => undefined };

describe('compute', () => {
  it.each<[KernelId, number]>([
    ['knead', 1000],
    ['mandelbrot', 3],
    ['chase', 5000],
  ])('in one piece is %s itself', (kernel, iterations) => {
    const expected = kernels[kernel].run(iterations, 4_000_000_000);
    expect(compute({ kernel, iterations, seed: 4_000_000_000 })).toBe(expected);
    expect(compute({ kernel, iterations, seed: 4_000_000_000, chunks: 1 })).toBe(expected);
  });

  it('kneads where no kernel is named', () => {
    expect(compute({ iterations: 10, seed: 7 })).toBe(2_256_980_162);
  });

  it('does every piece, each from a seed of its own, and mixes the results in their order', () => {
    const seeds = [7, (7 + 0x9e3779b9) >>> 0, (7 + 2 * 0x9e3779b9) >>> 0];
    const [first = 0, ...others] = seeds.map((seed) => kernels.knead.run(100, seed));
    const expected = others.reduce(
      (before, piece) => Number(BigInt.asUintN(32, BigInt((before ^ piece) >>> 0) * 0x01000193n)),
      first,
    );
    expect(compute({ iterations: 100, chunks: 3, seed: 7 })).toBe(expected);
  });

  it('has no fewer turns than gaps between its pieces', async () => {
    const turns: string[] = [];
    const marks = { idle: () => void turns.push('idle'), busy: () => void turns.push('busy') };
    const work = { iterations: 10, chunks: 4, seed: 1 };
    let others = 0;
    const other = setInterval(() => others++, 0);
    const counted = computeInTurns(work, marks);
    expect(turns).toEqual(['idle']);
    expect(await counted).toBe(compute(work));
    clearInterval(other);
    expect(turns).toEqual(['idle', 'busy', 'idle', 'busy', 'idle', 'busy']);
    expect(await computeInTurns({ ...work, chunks: 1 }, noTurns)).toBe(compute({ ...work, chunks: 1 }));
  });

  it.each(['promise', 'next-tick', 'immediate', 'timeout'] as const)(
    'gives the same checksum however it gives way: %s',
    async (way) => {
      const work = { iterations: 10, chunks: 5, seed: 9 };
      expect(await computeInTurns(work, noTurns, way)).toBe(compute(work));
    },
  );

  it.each([
    ['promise', 0],
    ['next-tick', 0],
    ['immediate', 4],
    ['timeout', 4],
  ] as const)('is free between its pieces only where the loop goes on: %s', async (way, expected) => {
    let turns = 0;
    const marks = {
      idle: () => {
        turns++;
      },
      busy: () => undefined,
    };
    let looped = 0;
    const loop = (): void => {
      looped++;
      next = setImmediate(loop);
    };
    let next = setImmediate(loop);
    await computeInTurns({ iterations: 10, chunks: 5, seed: 1 }, marks, way);
    clearImmediate(next);
    expect(turns).toBe(expected);
    if (expected === 0) expect(looped).toBe(0);
    else expect(looped).toBeGreaterThan(0);
  });

  it('lets the loop serve what else is due between its pieces', async () => {
    let served = 0;
    const serve = (): void => {
      served++;
      setImmediate(serve0);
    };
    let serve0 = serve;
    setImmediate(() => serve0());
    await computeInTurns({ iterations: 10, chunks: 4, seed: 1 }, noTurns);
    serve0 = () => undefined;
    expect(served).toBeGreaterThanOrEqual(2);
  });
});
