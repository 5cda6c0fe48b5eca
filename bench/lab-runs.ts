import { join } from 'node:path';
import type { Preset } from '@core/experiments/definition-types';
import type { RunRecord } from '@core/record/record';
import { readRecord } from '../e2e/support/records';
import type { Options } from './options';
import { runProgram, sandboxSwitches } from './programs';

export const doughSeed = 7;
/** Doughs long enough to be measured well; the first course, which nobody compares here, short. */
export const doughParameters = { eggsMs: 10, toastMs: 10, cleaningMs: 5, doughMs: 120 } as const;

/** Runs the doughs of `eggs-and-toast` from the command line, without a window; the record goes into the folder. */
export async function runHeadless(
  { runtime, root }: Options,
  folder: string,
  name: string,
  more: readonly string[] = [],
  preset: Preset = 'quick',
): Promise<RunRecord> {
  const file = join(folder, name);
  const sizes = Object.entries(doughParameters).flatMap(([parameter, ms]) => ['--set', `${parameter}=${ms}`]);
  const run = ['run', 'eggs-and-toast', '--preset', preset, '--seed', String(doughSeed), ...sizes, ...more];
  const own = [...sandboxSwitches, `--user-data-dir=${join(folder, 'profile')}`, root];
  await runProgram(runtime, [...own, ...run, '--json', file]);
  return readRecord(file);
}

/** @throws Error if the record holds no calibration of the doughs */
export function doughIterations({ calibration }: RunRecord): number {
  const iterations = calibration?.iterations['dough'];
  if (iterations === undefined) throw new Error('The record holds no calibration of the doughs.');
  return iterations;
}

/** The timed cells of the doughs under a condition and under its repeat. */
export function doughCells({ cells }: RunRecord, condition: string): RunRecord['cells'] {
  const name = new RegExp(`^${condition}(-again)?$`);
  return cells.filter((cell) => cell.part === 'doughs' && cell.round > 0 && name.test(cell.condition));
}
