import type { Locator, Page } from '@playwright/test';
import { catalogue } from '@core/experiments/catalogue';
import type { RememberedLesson } from '@core/ipc/remembered-lesson';
import type { RunRecord } from '@core/record/record';
import { keptText } from '../guard/support/kept-records';
import { goToStep, lessonWith } from '../guard/support/kept-screens';
import { press, tabTo, type } from '../support/keyboard';
import { goThroughFindings } from '../support/lesson';
import { sizes } from '../support/screens';
import type { FakeMain } from './support/fake-main';
import { lessonRecordText } from './support/lesson-record';
import { expectGoodLooks } from './support/looks';
import { content, expect, test } from './support/screen';

/** A person who has run a lesson and looked at nothing yet. */
function justRun(runId: string): RememberedLesson {
  return {
    ...lessonWith(runId),
    step: 'observe',
    isObserved: false,
    hasSeenExplanation: false,
    isAnalogyRevealed: false,
  };
}

function keptRun(name: string): { readonly text: string; readonly id: string } {
  const text = keptText(name);
  return { text, id: (JSON.parse(text) as { id: string }).id };
}

function answersIn(main: FakeMain, id: string): RunRecord['answers'] {
  return (JSON.parse(main.textOf(id) ?? '{}') as RunRecord).answers;
}

const questions = (page: Page): Locator => content(page).locator('[data-question]');
const button = (page: Page, name: string): Locator => content(page).getByRole('button', { name, exact: true });

test('the lesson from Observe to its end, by keyboard alone', async ({ page, open }) => {
  test.setTimeout(240_000);
  const { text, id } = keptRun('eggs-and-toast.quick');
  const main = await open('#/experiments/eggs-and-toast', {
    records: [text],
    settings: { lessons: { 'eggs-and-toast': justRun(id) } },
  });
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
  const onward = button(page, 'Show the explanation');
  await expect(onward).toBeDisabled();
  await expect(button(page, 'Continue without writing')).toHaveCount(0);

  // Arrow keys move the choice and answer nothing.
  await press(page, questions(page).getByRole('radio').first(), 'Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(questions(page).getByRole('radio', { name: 'Eggs' })).toBeChecked();
  expect(answersIn(main, id).observed).toBeUndefined();
  await expect(questions(page).locator('.feedback')).toHaveCount(0);
  await press(page, button(page, 'Check'));
  await expect(questions(page)).toContainText('Not quite.');
  await expect(questions(page)).toContainText('find the row of the async cook');
  await tabTo(page, questions(page).getByRole('radio', { name: 'Eggs' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await press(page, button(page, 'Check'));
  await expect(questions(page)).toContainText('Yes. Cleaning came first');
  await expect(questions(page)).toContainText('Your first answer: Eggs. It is kept.');
  expect(answersIn(main, id).observed).toEqual({ first: 'eggs', last: 'cleaning', outcome: 'wrong' });
  await expectGoodLooks(page, 'observe, answered');
  await type(page, page.getByRole('textbox', { name: 'What I see' }), 'Async was as fast as hired cooks.');
  await press(page, onward);

  await expect(content(page).getByText('Finding 1 of 3')).toBeVisible();
  await expect(button(page, 'A new situation')).toHaveCount(0);
  await goThroughFindings(page);
  await expectGoodLooks(page, 'explain, the analogy');
  await press(page, button(page, 'Back'));
  await expect(content(page).getByText('Finding 3 of 3')).toBeVisible();
  await goThroughFindings(page);
  await press(page, button(page, 'A new situation'));

  await expect(questions(page)).toHaveCount(2);
  for (const place of [0, 1]) {
    const question = questions(page).nth(place);
    const first = await question.getByRole('radio').first().getAttribute('value');
    await press(page, question.getByRole('radio').first(), 'Space');
    await press(page, question.getByRole('button', { name: 'Check' }));
    await tabTo(page, question.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await press(page, question.getByRole('button', { name: 'Check' }));
    const kept = Object.values(answersIn(main, id).transfers ?? {});
    expect(kept.map((one) => one.first)).toContain(first);
    expect(kept.at(-1)?.last).not.toBe(kept.at(-1)?.first);
  }
  const end = content(page).getByRole('region', { name: 'You have finished this lesson' });
  await expect(end).toContainText('What to remember');
  await expect(end.getByRole('button', { name: /^Next lesson: / })).toBeVisible();
  await expectGoodLooks(page, 'the end of a lesson');

  await press(page, end.getByRole('button', { name: 'Save PDF' }));
  for (const [name, how] of [
    ['Show in folder', 'show'],
    ['Open', 'open'],
  ] as const) {
    if (how === 'open') await press(page, end.getByRole('button', { name: 'Save PDF' }));
    await press(page, page.getByRole('button', { name, exact: true }));
    await expect
      .poll(() => main.made.filter((one) => one.name === 'files.reveal').at(-1)?.input)
      .toEqual({ path: '/tmp/a.pdf', how });
  }
  await press(page, end.getByRole('button', { name: /^Next lesson: / }));
  await expect(page).toHaveURL(/#\/experiments\/waiting-for-io$/);
});

test('a run that cannot tell accepts every answer and says so', async ({ page, open }) => {
  const { text, id } = keptRun('break-even.quick');
  const noisy = JSON.parse(text) as { plan: { rounds: number } };
  expect(noisy.plan.rounds).toBe(7);
  const { text: cancelled, id: few } = keptRun('eggs-and-toast.cancelled');
  const main = await open('#/experiments/eggs-and-toast', {
    records: [cancelled, text],
    settings: { lessons: { 'eggs-and-toast': justRun(few), 'break-even': justRun(id) } },
  });
  await questions(page).getByRole('radio').last().check();
  await button(page, 'Check').click();
  await expect(questions(page)).toContainText('This run cannot tell, so no answer is wrong.');
  await expect(questions(page)).not.toContainText('Not quite.');
  expect(answersIn(main, few).observed).toMatchObject({ outcome: 'not-told' });
  await expect(button(page, 'Continue without writing')).toBeVisible();
});

for (const { id } of catalogue) {
  test(`${id}: the button that leads on is in sight in every step, at either size`, async ({ page, open }) => {
    test.setTimeout(180_000);
    const text = lessonRecordText(id);
    const { id: run } = JSON.parse(text) as { id: string };
    await open(`#/experiments/${id}`, { records: [text], settings: { lessons: { [id]: lessonWith(run) } } });
    for (const { name, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      for (const step of ['question', 'predict', 'run', 'observe', 'explain'] as const) {
        await goToStep(page, step);
        const bar = content(page).locator('.action-bar').first();
        await expect(bar, `${step} at ${name}`).toBeInViewport({ ratio: 0.95 });
        await expect(bar.locator('button.primary'), `${step} at ${name}`).toBeInViewport({ ratio: 1 });
      }
    }
  });
}

test('another step begins at the top of the instrument', async ({ page, open }) => {
  const { text, id } = keptRun('eggs-and-toast.quick');
  await open('#/experiments/eggs-and-toast', {
    records: [text],
    settings: { lessons: { 'eggs-and-toast': lessonWith(id) } },
  });
  await goToStep(page, 'observe');
  await content(page).evaluate((main) => main.scrollTo(0, 400));
  await expect.poll(() => content(page).evaluate((main) => main.scrollTop)).toBeGreaterThan(100);
  await goToStep(page, 'question');
  await expect.poll(() => content(page).evaluate((main) => main.scrollTop)).toBe(0);
  await expect(content(page).getByText('Two equal doughs to knead').first()).toBeVisible();
});

test('a run of the command line can be taken up in its lesson', async ({ page, open }) => {
  const { text } = keptRun('many-cooks.quick');
  await open('#/experiments/many-cooks', { records: [text] });
  await button(page, 'Predict').click();
  await button(page, 'Skip the prediction').click();
  await button(page, 'Go on with that run').click();
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
});

test('an address that names no record says so in plain words', async ({ page, open }) => {
  await open('#/notebook/nonsense');
  await expect(content(page)).toContainText('This address names no record.');
  await expect(content(page)).not.toContainText('malformed');
  await expectGoodLooks(page, 'an address that names no record');
});

test('the palette finds PDFs on the Notebook, and no number is skipped', async ({ page, open }) => {
  await open('#/notebook', { records: [keptText('eggs-and-toast.quick')] });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pdf');
  await expect(page.getByRole('option', { name: /PDF of/ }).first()).toBeVisible();
});

for (const step of ['question', 'transfer'] as const) {
  test(`a lesson can be left from ${step}, whatever words explain themselves in it`, async ({ page, open }) => {
    const { text, id } = keptRun('eggs-and-toast.quick');
    await open('#/experiments/eggs-and-toast', {
      records: [text],
      settings: { lessons: { 'eggs-and-toast': { ...lessonWith(id), step } } },
    });
    await expect(content(page).locator('.glossary-word').first()).toBeVisible();
    for (const [hash, heading] of [
      [`#/notebook/${id}`, /Eggs and toast/],
      ['#/experiments/waiting-for-io', 'Waiting for I/O'],
      ['#/settings', 'Settings'],
    ] as const) {
      await page.evaluate((to) => (location.hash = to), hash);
      await expect(content(page).getByRole('heading', { level: 1, name: heading })).toBeVisible();
    }
  });
}
