import type { Page } from '@playwright/test';
import { lessonSteps } from '@core/experiments/lesson-steps';
import type { LessonStep } from '@core/experiments/lesson-steps';
import type { RememberedLesson } from '@core/ipc/remembered-lesson';
import { summaryText } from '../../../main/cli/summary';
import { readRecord } from '../../../workers/records/read';
import { content, expect } from '../../mocked/support/screen';
import type { FakeMainOptions } from '../../mocked/support/fake-main';
import { expectText } from './expected-text';
import { keptText } from './kept-records';
import { screenText } from './screen-text';

type Open = (hash: string, options?: FakeMainOptions) => Promise<unknown>;

/** Where a person is who has gone through the whole lesson with this run. */
export function lessonWith(runId: string): RememberedLesson {
  return {
    step: 'question',
    totalsMs: {},
    speedups: {},
    places: {},
    reason: '',
    isSkipped: false,
    form: { preset: 'quick', parameters: {}, seed: '' },
    runId,
    isObserved: true,
    hasSeenExplanation: true,
    isAnalogyRevealed: true,
    changedAt: '2026-01-01T00:00:00.000Z',
  };
}

/**
 * Compares what the command line and every screen say about a kept record: its page, and, if it belongs to a lesson, the
 * steps of it for a quick one, which was made by a lesson. The page of a record holds all that Explain says.
 */
export async function expectKeptScreens(page: Page, open: Open, name: string): Promise<void> {
  const text = keptText(name);
  const { record, analysis } = readRecord(text);
  expectText(`${name}/summary.txt`, summaryText(record, analysis));

  const { experiment } = record.plan;
  await open(`#/notebook/${record.id}`, {
    records: [text],
    settings: { lessons: { [experiment]: lessonWith(record.id) } },
  });
  await expect(content(page).getByRole('region', { name: 'Results' })).toBeVisible();
  expectText(`${name}/record-page.txt`, await screenText(page));

  if (!name.endsWith('.quick')) return;
  await page.evaluate((id) => {
    location.hash = `#/experiments/${id}`;
  }, experiment);
  const lesson = content(page).getByRole('region', { name: 'Lesson', exact: true });
  for (const step of lessonSteps) {
    await goToStep(page, step);
    // Beside the explanation stands what the record's page shows, and stays there after it.
    expectText(`${name}/lesson-${step}.txt`, await screenText(page, step === 'transfer' ? lesson : undefined));
  }
}

/** Goes to a step of the lesson that is open. */
export async function goToStep(page: Page, step: LessonStep): Promise<void> {
  const steps = content(page).getByRole('navigation', { name: 'Steps of the experiment' });
  const button = steps.getByRole('button', { name: new RegExp(step, 'i') });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'step');
}

/** Compares the first three steps of a lesson that nobody has begun. */
export async function expectFreshLesson(page: Page, open: Open, experiment: string): Promise<void> {
  await open(`#/experiments/${experiment}`);
  const texts = async (step: LessonStep): Promise<void> =>
    expectText(`lessons/${experiment}/${step}.txt`, await screenText(page));
  await texts('question');
  await goToStep(page, 'predict');
  await texts('predict');
  await content(page).getByRole('button', { name: 'Skip' }).click();
  await texts('run');
}
