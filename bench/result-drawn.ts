import type { Page } from '@playwright/test';
import { medianInterval } from '@core/statistics/bootstrap';
import { createRandom } from '@core/statistics/random';
import { figure } from './figures';
import type { Figure } from './figures';
import type { Options } from './options';
import { withWindow } from './window';

const runs = 5;
const limitMs = 180_000;
/** The one whose records are the largest. */
const experiment = 'waiting-for-io';

/** From the message that all rounds are measured, in milliseconds. */
export interface EndTimes {
  /** Until main told that the run has ended: analysed, sealed and kept. */
  readonly kept: number;
  /** Until the frame after the one in which the results stood on the page. */
  readonly drawn: number;
}

/**
 * From the message that all rounds of a run are measured until its result is drawn on the page of its lesson, each run in a window of its
 * own that shows the lesson meanwhile.
 */
export async function resultDrawn(
  options: Options,
  say: (text: string) => void,
): Promise<{ readonly figures: readonly Figure[]; readonly raw: readonly EndTimes[] }> {
  const raw: EndTimes[] = [];
  for (let run = 1; run <= runs; run++) {
    say(`result: run ${run} of ${runs}`);
    raw.push(await withWindow(options, (_app, page) => endTimes(page, run)));
  }
  const random = createRandom(17);
  const figures = (['kept', 'drawn'] as const).map((what) => {
    const values = raw.map((one) => one[what]);
    return figure(
      'result',
      `${experiment}, quick: all measured to ${what}`,
      'ms',
      medianInterval(values, random),
      'runs',
    );
  });
  return { figures, raw };
}

function endTimes(page: Page, seed: number): Promise<EndTimes> {
  return page.evaluate(
    async ({ id, runSeed, limit }) => {
      let lastRound = 0;
      let kept = 0;
      const ended = new Promise<string>((resolve, reject) => {
        setTimeout(() => {
          reject(new Error('the run did not end in time'));
        }, limit);
        window.lab['on:runs.changed']((state) => {
          const now = performance.now();
          if (state.phase === 'running' && state.progress.phase === 'analysing') lastRound ||= now;
          if (state.phase !== 'ended') return;
          kept = now;
          resolve(state.problem ?? state.outcome.status);
        });
      });
      const answer = await window.lab['runs.start']({
        experiment: id,
        preset: 'quick',
        seed: runSeed,
        prediction: { status: 'skipped', frozenAt: new Date().toISOString() },
      });
      if (!answer.ok) throw new Error(answer.error.message);
      location.hash = `#/experiments/${id}`;
      const status = await ended;
      if (status !== 'completed') throw new Error(`The run did not complete: ${status}`);
      const frame = (): Promise<void> =>
        new Promise((resolve) =>
          requestAnimationFrame(() => {
            resolve();
          }),
        );
      // The lesson goes on to what is to be observed, with the figures beside it.
      while (!document.querySelector('textarea.observation') || !document.querySelector('main canvas')) await frame();
      await frame();
      return { kept: kept - lastRound, drawn: performance.now() - lastRound };
    },
    { id: experiment, runSeed: seed, limit: limitMs },
  );
}
