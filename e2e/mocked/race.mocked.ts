import type { Page } from '@playwright/test';
import { cellDurationNs } from '@core/analysis/cells';
import { median } from '@core/statistics/quantile';
import { formatDuration } from '@core/texts/format';
import { keptText } from '../guard/support/kept-records';
import { goToStep, lessonWith } from '../guard/support/kept-screens';
import { readRecord } from '../../workers/records/read';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

const text = keptText('eggs-and-toast.quick');
const { record } = readRecord(text);
const cellsOf = (condition: string) =>
  record.cells.filter((cell) => cell.part === 'first-course' && cell.condition === condition && cell.round > 0);

/** The round whose two totals are nearest to their medians, reckoned anew: in the sum of their shares of the medians. */
function nearestRound(): number {
  const rounds = cellsOf('sync').map(({ round }) => round);
  const off = (condition: string, round: number): number => {
    const middle = median(cellsOf(condition).map(cellDurationNs));
    const cell = cellsOf(condition).find((one) => one.round === round)!;
    return Math.abs(Math.log(cellDurationNs(cell) / middle));
  };
  const distance = (round: number): number => off('sync', round) + off('async', round);
  return rounds.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function servedIn(condition: string): string {
  const cell = cellsOf(condition).find(({ round }) => round === nearestRound())!;
  return formatDuration(Math.max(...cell.tasks.map(({ servedNs }) => servedNs - cell.startNs)));
}

function kitchen(page: Page, condition: string) {
  return content(page).locator(`[data-race="${condition}"]`);
}

const opened = {
  records: [text],
  settings: { lessons: { 'eggs-and-toast': lessonWith(record.id) } },
};

test('the lesson opens with two kitchens whose clocks stand at 0; flags stand where somebody predicted', async ({
  page,
  open,
}) => {
  const lesson = lessonWith(record.id);
  delete lesson.runId;
  const totalsMs = { 'first-course': { sync: 600, async: 350 } };
  const begun = { ...lesson, totalsMs, isObserved: false, hasSeenExplanation: false };
  const settings = { lessons: { 'eggs-and-toast': begun } };
  await open('#/experiments/eggs-and-toast', { settings });
  for (const [condition, flag] of [
    ['sync', 'you: 600 ms'],
    ['async', 'you: 350 ms'],
  ] as const) {
    await expect(kitchen(page, condition).locator('.clock')).toHaveText('0 ms');
    await expect(kitchen(page, condition).getByTestId('race-flag')).toHaveText(flag);
    await expect(kitchen(page, condition).locator('.stamp')).toHaveCount(0);
  }
  await expectGoodLooks(page, 'two still kitchens');
});

test('without a prediction there is no flag', async ({ page, open }) => {
  await open('#/experiments/eggs-and-toast');
  await expect(kitchen(page, 'sync').locator('.clock')).toHaveText('0 ms');
  await expect(page.getByTestId('race-flag')).toHaveCount(0);
});

test('after the run the race plays by itself, from the round that it names, and stamps who is done', async ({
  page,
  open,
}) => {
  await page.clock.install();
  await open('#/experiments/eggs-and-toast', opened);
  await goToStep(page, 'observe');
  const race = page.getByTestId('race');
  await expect(race).toContainText(`round ${nearestRound()} of ${record.plan.rounds}`);
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
  // Half a second before it begins, then a tenth of the run's speed; async needs about 300 ms of the run, sync about 580.
  await page.clock.runFor(4_300);
  await expect(kitchen(page, 'async').locator('.stamp')).toHaveText(`served ${servedIn('async')}`);
  await expect(kitchen(page, 'sync').locator('.stamp')).toHaveCount(0);
  await page.clock.runFor(4_000);
  await expect(kitchen(page, 'sync').locator('.stamp')).toHaveText(`served ${servedIn('sync')}`);
  await page.clock.resume();
  await expectGoodLooks(page, 'the race, over');
});

test('under reduced motion the race waits, and shows each recorded change on request', async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open('#/experiments/eggs-and-toast', opened);
  await goToStep(page, 'observe');
  const race = page.getByTestId('race');
  await expect(race).toContainText('less motion');
  await page.waitForTimeout(1_000);
  await expect(kitchen(page, 'sync').locator('.clock')).toHaveText('0 ms');
  await expect(race.getByRole('button', { name: 'Play' })).toHaveCount(0);
  const slider = race.getByRole('slider');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(race.locator('.stamp')).toHaveCount(2);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await expect(race.locator('.stamp')).toHaveCount(0);
});
