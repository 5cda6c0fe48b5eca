import { knead } from './knead';
import { mandelbrotRows } from './mandelbrot';
import { chase, createChase, type ChaseTable } from './pointer-chase';

/** What limits a kernel: integer arithmetic, floating-point arithmetic or the way to memory. */
export type KernelCharacter = 'integer' | 'floating-point' | 'memory';

export const kernelIds = ['knead', 'mandelbrot', 'chase'] as const;
export type KernelId = (typeof kernelIds)[number];

/** A piece of pure computation, the same in every host. */
export interface Kernel {
  readonly id: KernelId;
  readonly character: KernelCharacter;
  /**
   * Does `units` units of work: iterations of `knead`, rows of `mandelbrot`, steps of `chase`. Units of different
   * kernels differ in size; time per unit is found by calibration on the machine.
   * @param units a whole number >= 0
   * @param seed a 32-bit integer
   * @returns an unsigned 32-bit checksum, the same for the same units and seed on every machine
   */
  readonly run: (units: number, seed: number) => number;
}

/** Entries of the table that `chase` runs through: 4 MiB, more than the second-level cache of most cores. */
export const chaseEntries = 2 ** 20;

/** Every table is the same, so that checksums agree between hosts; the seed of a run chooses where it starts. */
const chaseSeed = 20_001;
let chaseTable: ChaseTable | undefined;

/** The kernels a processor-bound workload can choose from. */
export const kernels: Readonly<Record<KernelId, Kernel>> = {
  knead: { id: 'knead', character: 'integer', run: knead },
  mandelbrot: { id: 'mandelbrot', character: 'floating-point', run: mandelbrotRows },
  chase: { id: 'chase', character: 'memory', run: runChase },
};

/** The table is made by the first call in each isolate (tens of milliseconds), which has to be part of the warm-up. */
function runChase(steps: number, seed: number): number {
  chaseTable ??= createChase(chaseEntries, chaseSeed);
  return chase(chaseTable, steps, seed);
}
