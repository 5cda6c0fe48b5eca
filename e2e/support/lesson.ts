import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { press } from './keyboard';

/** How a button or an option is pressed: by keyboard unless a test counts what a person does. */
export type Activate = (name: string, target: Locator, key?: string) => Promise<void>;

/** Chooses the first option of a question and checks it. Choosing alone answers nothing. */
async function answerFirst(question: Locator, activate: Activate): Promise<void> {
  await activate('an option', question.getByRole('radio').first(), 'Space');
  await expect(question.locator('.feedback')).toHaveCount(0);
  await activate('Check', question.getByRole('button', { name: 'Check' }));
  await expect(question.locator('.feedback')).toBeVisible();
}

/** Every question of the step that is open, each with its options, its button and what is said about the answer. */
function questionsOf(page: Page): Locator {
  return page.getByRole('main').locator('[data-question]');
}

/** Answers what Observe asks about the run. */
export async function answerObservation(page: Page, activate: Activate = pressing(page)): Promise<void> {
  await answerFirst(questionsOf(page), activate);
}

/** Goes through the findings of Explain to the question about the analogy. */
export async function goThroughFindings(page: Page, activate: Activate = pressing(page)): Promise<void> {
  const next = page.getByRole('main').getByRole('button', { name: 'Next', exact: true });
  while ((await next.count()) > 0) await activate('Next', next);
}

/** Answers both new situations, after which the lesson ends. */
export async function answerSituations(page: Page, activate: Activate = pressing(page)): Promise<void> {
  const questions = questionsOf(page);
  await expect(questions).toHaveCount(2);
  for (const place of [0, 1]) await answerFirst(questions.nth(place), activate);
  await expect(page.getByRole('heading', { name: 'You have finished this lesson' })).toBeVisible();
}

function pressing(page: Page): Activate {
  return (_name, target, key) => press(page, target, key);
}
