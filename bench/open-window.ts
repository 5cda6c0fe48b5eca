import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { median } from '@core/statistics/quantile';
import { createRandom, shuffled } from '@core/statistics/random';
import { ratioInterval } from '@core/statistics/ratio';
import type { RunRecord } from '@core/record/record';
import { readRecord } from '../e2e/support/records';
import { figure } from './figures';
import type { Figure } from './figures';
import { doughCells, doughIterations, doughParameters, doughSeed, runHeadless } from './lab-runs';
import type { Options } from './options';
import { temporaryFolder } from './programs';
import { withWindow } from './window';

/** Medians of one run, in nanoseconds per iteration of the kernel: runs calibrate anew, so iterations differ. */
export interface DoughTimes {
  readonly dough: number;
  readonly sync: number;
  readonly threads: number;
  readonly processes: number;
}
export interface Pair {
  readonly window: DoughTimes;
  readonly headless: DoughTimes;
}

const pairs = 7;
const limitMs = 120_000;

/**
 * What the open window costs a run: the same quick run of the doughs with the window open, visible and on the page of the
 * run with its live chart, against the same run from the command line. In pairs, whose order is shuffled.
 */
export async function openWindow(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly Pair[] }> {
  const folder = temporaryFolder();
  const random = createRandom(doughSeed);
  const done: Pair[] = [];
  for (let pair = 1; pair <= pairs; pair++) {
    say(`open-window: pair ${pair} of ${pairs}`);
    const times: Partial<Record<keyof Pair, DoughTimes>> = {};
    for (const which of shuffled(['window', 'headless'] as const, random)) {
      const record =
        which === 'window' ? await runInWindow(options) : await runHeadless(options, folder, `${pair}.json`);
      times[which] = timesOf(record);
    }
    const { window, headless } = times;
    if (window && headless) done.push({ window, headless });
  }
  return { figures: figuresOf(done), raw: done };
}

function runInWindow(options: Options): Promise<RunRecord> {
  return withWindow(options, async (_app, page, folder) => readRecord(await startAndWait(page, folder)));
}

/** @returns the path of the record. @throws Error if the run was refused or did not complete */
async function startAndWait(page: Page, folder: string): Promise<string> {
  const end = await page.evaluate(
    async ({ seed, parameters, limit }) => {
      const answer = await window.lab['runs.start']({
        experiment: 'eggs-and-toast',
        preset: 'quick',
        seed,
        parameters,
        prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
      });
      if (!answer.ok) throw new Error(answer.error.message);
      // The lesson takes up a run that is going on and shows its progress beside the live chart.
      location.hash = '#/experiments/eggs-and-toast';
      return new Promise<{ readonly id: string; readonly status: string }>((resolve, reject) => {
        const late = setTimeout(() => {
          reject(new Error('the run in the window did not end in time'));
        }, limit);
        // Listening, not asking: the bench must not load what it measures.
        window.lab['on:runs.changed']((state) => {
          if (state.phase !== 'ended' || state.id !== answer.value.id) return;
          clearTimeout(late);
          resolve({ id: state.id, status: state.problem ?? state.outcome.status });
        });
      });
    },
    { seed: doughSeed, parameters: doughParameters, limit: limitMs },
  );
  if (end.status !== 'completed') throw new Error(`The run in the window did not complete: ${end.status}`);
  return join(folder, 'records', `${end.id}.json`);
}

function timesOf(record: RunRecord): DoughTimes {
  const iterations = doughIterations(record);
  const total = (condition: string): number =>
    median(doughCells(record, condition).map(({ startNs, endNs }) => (endNs - startNs) / iterations));
  const tasks = doughCells(record, 'sync').flatMap((cell) => cell.tasks);
  return {
    dough: median(tasks.map(({ startNs, servedNs }) => (servedNs - startNs) / iterations)),
    sync: total('sync'),
    threads: total('threads'),
    processes: total('processes'),
  };
}

function figuresOf(done: readonly Pair[]): readonly Figure[] {
  const names: readonly (readonly [keyof DoughTimes, string])[] = [
    ['dough', 'time per dough, window / headless'],
    ['sync', 'two doughs sync, window / headless'],
    ['threads', 'two doughs on 2 threads, window / headless'],
    ['processes', 'two doughs on 2 processes, window / headless'],
  ];
  const random = createRandom(doughSeed);
  return names.map(([key, name]) => {
    const [inWindow, alone] = (['window', 'headless'] as const).map((side) => done.map((pair) => pair[side][key]));
    return figure('open-window', name, 'x', ratioInterval(inWindow ?? [], alone ?? [], random), 'pairs');
  });
}
