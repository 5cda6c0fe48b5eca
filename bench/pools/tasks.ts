import { knead } from '@core/kernels/knead';

/** How many workers every pool of the bench has. */
export const workers = 2;

/** What every pool is given: a number (nothing to do), a payload (received, nothing to do), or counted work. */
export type Task = number | ArrayBuffer | { readonly iterations: number };

/** The function that every pool's workers call. */
export function answer(task: Task): number {
  if (typeof task === 'number') return task;
  return task instanceof ArrayBuffer ? task.byteLength : knead(task.iterations, 1);
}
