import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bootstrapInterval } from '@core/statistics/bootstrap';
import { quantile } from '@core/statistics/quantile';
import { createRandom } from '@core/statistics/random';
import { readRecord } from '../e2e/support/records';
import { figure, single } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { runProgram, sandboxSwitches, temporaryFolder } from './programs';
import { stepTimeline } from './timeline-page';
import type { Moves } from './timeline-page';
import { withWindow } from './window';

export interface TimelineCost {
  /** Spans of the cell with the most of them. */
  readonly spans: number;
  /** From the click to the first drawing: reading, checking and analysing the record as well. */
  readonly openMs: number;
  readonly moves: readonly Moves[];
}

/** A thousand tasks in ten pieces each, with the pauses between them: 20,000 spans of one worker. */
const plan = ['--workload', 'cpu', '--strategies', 'async-chunked', '--tasks', '1000', '--task-ms', '2.5'];
const seed = 7;

/**
 * What it costs to move through the timeline of a real run with 20,000 spans in a cell: each step is a key, its updates
 * and the frame that shows it, on the window's main thread.
 */
export async function timelineCost(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: TimelineCost }> {
  say('timeline: a run with 20,000 spans in a cell');
  const folder = temporaryFolder();
  const file = join(folder, 'run.json');
  const own = [...sandboxSwitches, `--user-data-dir=${join(folder, 'profile')}`, options.root];
  const bench = ['bench', ...plan, '--chunk-ms', '0.25', '--rounds', '3', '--seed', String(seed), '--json', file];
  await runProgram(options.runtime, [...own, ...bench]);
  const record = readRecord(file);
  const spans = Math.max(...record.cells.flatMap((cell) => cell.workers.map((worker) => worker.spans.length)));
  say(`timeline: moving through ${spans} spans`);
  const shown = await withWindow(options, async (_app, page, profile) => {
    mkdirSync(join(profile, 'records'), { recursive: true });
    copyFileSync(file, join(profile, 'records', `${record.id}.json`));
    const openMs = await openRecord(page, record.id);
    return { openMs, moves: await stepTimeline(page) };
  });
  return { figures: figuresOf({ spans, ...shown }), raw: { spans, ...shown } };
}

async function openRecord(page: Page, id: string): Promise<number> {
  await page.setViewportSize({ width: 1280, height: 800 });
  const begun = performance.now();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/notebook/${id}`);
  await page.locator('svg.drawing').first().waitFor({ timeout: 60_000 });
  const openMs = performance.now() - begun;
  await page.locator('svg.drawing').scrollIntoViewIfNeeded();
  await page.waitForTimeout(2_000);
  return openMs;
}

function figuresOf({ spans, openMs, moves }: TimelineCost): readonly Figure[] {
  const random = createRandom(1);
  const lines = moves.flatMap(({ name, stepsMs, framesMs }) => {
    const at = (what: string, values: readonly number[], q: number, of: string): Figure => {
      const interval = bootstrapInterval(values, (sorted) => quantile(sorted, q), { random });
      return figure('timeline', `${name}: ${what}, p${q * 100}`, 'ms', interval, of);
    };
    return [
      at('a step with its frame', stepsMs, 0.5, 'steps'),
      at('a step with its frame', stepsMs, 0.99, 'steps'),
      at('frame interval', framesMs, 0.5, 'intervals'),
      at('frame interval', framesMs, 0.99, 'intervals'),
    ];
  });
  return [
    single('timeline', 'spans of the largest cell', 'spans', spans, 1, 'run'),
    single('timeline', 'opening the record', 'ms', openMs, 1, 'opening'),
    ...lines,
  ];
}
