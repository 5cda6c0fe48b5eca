import { join } from 'node:path';
import type { RunRecord } from '@core/record/record';
import { readRecord } from '../e2e/support/records';
import { single } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { runProgram, sandboxSwitches, temporaryFolder } from './programs';

/** What one real A/A comparison came to. */
export interface EqualComparison {
  readonly run: number;
  readonly part: string;
  readonly verdict: string;
  /** The ratio of the two times with its interval, and the noise floor of the same run. */
  readonly ratio: RunRecord['verdicts'][number]['ratio'];
  readonly floor: number | null;
}

/** Four comparisons a run: in each of two parts the third name against the second, and the second against the first. */
const runs = 20;

/**
 * Real A/A comparisons: `noise-floor` measures the same condition under four names; the first two give the noise floor,
 * by which the others are judged. Counted is how often equal things are called different. Nothing is asserted: the rate that
 * a test asserts is the simulated one.
 */
export async function aaSeries(
  { runtime, root }: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly EqualComparison[] }> {
  const folder = temporaryFolder();
  const found: EqualComparison[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`aa: run ${run} of ${runs}`);
    const file = join(folder, `${run}.json`);
    const command = ['run', 'noise-floor', '--preset', 'quick', '--seed', String(run), '--json', file];
    await runProgram(runtime, [...sandboxSwitches, `--user-data-dir=${join(folder, 'profile')}`, root, ...command]);
    for (const { part, verdict, ratio, floor } of readRecord(file).verdicts) {
      found.push({ run, part, verdict: verdict ?? 'not-measured', ratio, floor });
    }
  }
  return { figures: figuresOf(found), raw: found };
}

function figuresOf(found: readonly EqualComparison[]): readonly Figure[] {
  const count = (...verdicts: readonly string[]): number =>
    found.filter((one) => verdicts.includes(one.verdict)).length;
  const line = (name: string, value: number): Figure =>
    single('aa', name, 'comparisons', value, found.length, 'A/A pairs');
  return [
    line('equal conditions called faster or slower', count('faster', 'slower')),
    line('called no difference', count('no-difference')),
    line('too noisy to tell', count('too-noisy')),
    line('undecided', count('undecided')),
  ];
}
