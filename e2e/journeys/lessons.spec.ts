import type { Locator } from '@playwright/test';
import { catalogue } from '@core/experiments/catalogue';
import { experimentText } from '@core/texts/experiment-text';
import { translate } from '@core/texts/translate';
import { press, type } from '../support/keyboard';
import { answerObservation, answerSituations, goThroughFindings } from '../support/lesson';
import { look } from '../support/look';
import { predictByKeyboard } from '../support/predict';
import { expect, test } from '../support/window';

// Every experiment from prediction to explanation, by keyboard alone, in the real window with a real run of one round.
test.use({ trace: 'off' });

const textOf = (id: string, path: string): string => translate(experimentText(id, path).path);

/**
 * One of each kind of prediction, and those that no other test runs in the window. The others are for `test:long`: each of them is
 * run whole by `all-experiments`, and their screens are looked at in the browser.
 */
const often = new Set([
  ...['eggs-and-toast', 'thousand-waits', 'slow-supplier', 'async-is-not-parallel', 'freeze-the-window', 'many-cooks'],
  ...['four-scenarios', 'lost-updates', 'shared-stove', 'when-a-cook-fails', 'python-gil'],
]);

for (const { id } of catalogue) {
  const tag = often.has(id) ? '@rest' : '@long';
  test(`${id}: from prediction to explanation by keyboard`, { tag }, async ({ app, page }) => {
    test.setTimeout(240_000);
    // The app opens its last page by itself; only then is there a page to leave.
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 20_000 });
    const violations: string[] = [];
    await page.exposeFunction('reportViolation', (text: string) => violations.push(text));
    await page.evaluate((experiment) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        (window as unknown as { reportViolation(text: string): void }).reportViolation(event.violatedDirective);
      });
      location.hash = `#/experiments/${experiment}`;
    }, id);
    const main = page.getByRole('main');
    const button = (name: string | RegExp): Locator => main.getByRole('button', { name });
    const lookAt = (step: string): Promise<void> => look(app, page, { name: `${id}-${step}`, kind: `lesson ${step}` });

    await expect(page.getByRole('heading', { name: textOf(id, 'question') })).toBeVisible();
    await lookAt('1-question');
    await press(page, main.getByRole('button', { name: 'Predict', exact: true }));
    await expect(page.getByRole('heading', { name: 'What do you expect?', exact: true })).toBeVisible();
    const go = button('Go to the run');
    await expect(go).toBeDisabled();
    await predictByKeyboard(page, 'Because somebody has to compute.');
    await lookAt('2-predict');
    await press(page, go);

    await expect(page.getByRole('heading', { name: 'Run it on this machine' })).toBeVisible();
    await press(page, main.getByRole('radio', { name: /Quick/ }), 'Space');
    await press(page, main.locator('summary', { hasText: 'Advanced' }));
    await type(
      page,
      main.getByRole('spinbutton', { name: /Rounds/ }).or(main.getByRole('textbox', { name: /Rounds/ })),
      '1',
    );
    await lookAt('3-run');
    await press(page, main.getByRole('button', { name: 'Run', exact: true }).last());

    await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible({ timeout: 90_000 });
    await lookAt('4-observe');
    await answerObservation(page);
    await type(page, page.getByRole('textbox', { name: 'What I see' }), 'One round shows little.');
    await press(page, button('Show the explanation'));
    await expect(page.getByRole('heading', { name: 'Why it came out like this' })).toBeVisible();
    // One round decides nothing, and the lesson says so instead of explaining a difference.
    await expect(main.getByText(/The run cannot tell|was not measured/).first()).toBeVisible();
    await lookAt('5-explain');
    await goThroughFindings(page);
    await press(page, button('Show our answer without writing'));
    await press(page, button('A new situation'));
    await expect(page.getByRole('heading', { name: 'A new situation' })).toBeVisible();
    await answerSituations(page);
    await lookAt('6-transfer');
    expect(violations).toEqual([]);
  });
}
