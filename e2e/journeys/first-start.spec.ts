import type { Locator } from '@playwright/test';
import { analyse } from '@core/analysis/analysis';
import { scoreOf } from '@core/analysis/prediction-score';
import { press, type } from '../support/keyboard';
import { answerObservation, answerSituations, goThroughFindings } from '../support/lesson';
import { look } from '../support/look';
import { drawEggsAndToast } from '../support/predict';
import { recordsIn } from '../support/records';
import { expect, launch, test } from '../support/window';

test.use({ trace: 'off', isFirstStart: true });

/** Time for a page to fill itself on a machine that is busy, in ms. */
const patience = { timeout: 30_000 };

/** Longest time from the welcome page to the finished experiment, in seconds; 180 on a machine that does nothing else. */
const longest = 300;

test(
  'a newcomer gets from the first start to the first finished experiment without reading documentation',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(2 * longest * 1000);
    const begun = performance.now();
    const activations: string[] = [];
    /** One activation, by keyboard alone. */
    const activate = async (name: string, target: Locator, key?: string): Promise<void> => {
      activations.push(name);
      await press(page, target, key);
    };
    const main = page.getByRole('main');
    const button = (name: string | RegExp): Locator => main.getByRole('button', { name });

    await expect(page.getByRole('heading', { name: 'Welcome to Concurrency Lab', level: 1 })).toBeVisible(patience);
    await activate('Calibrate', button(/^Calibrate \(about/));
    await expect(page.getByRole('heading', { name: 'Calibrating' })).toBeFocused(patience);
    await expect(
      page.getByRole('heading', { name: 'The smallest difference this machine can show today' }),
    ).toBeFocused({
      timeout: 90_000,
    });
    const calibrated = performance.now();
    await activate('Start with Eggs and toast', button('Start with Eggs and toast'));

    await activate('Predict', main.getByRole('button', { name: 'Predict', exact: true }));
    await expect(page.getByRole('heading', { name: 'What do you expect?', exact: true })).toBeVisible();
    await drawEggsAndToast(page);
    await type(page, page.getByRole('textbox', { name: 'Why?' }), 'Waiting can overlap, kneading cannot.');
    await activate('Go to the run', button('Go to the run'));
    await activate('Run', main.getByRole('button', { name: 'Run', exact: true }).last());
    await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible({ timeout: 180_000 });
    await answerObservation(page, activate);
    await type(page, page.getByRole('textbox', { name: 'What I see' }), 'Async was as fast as hired cooks.');
    await activate('Show the explanation', button('Show the explanation'));
    await expect(page.getByRole('heading', { name: 'Why it came out like this' })).toBeVisible();
    await goThroughFindings(page, activate);
    await activate('Show our answer', button(/Show our answer/));
    await activate('A new situation', button('A new situation'));
    await answerSituations(page, activate);
    const seconds = (performance.now() - begun) / 1000;

    const calibration = (calibrated - begun) / 1000;
    console.log(
      `first start to first finished experiment: ${activations.length} activations (${activations.join(', ')}), 9 drawn bars, 4 places, 2 sentences, ${seconds.toFixed(0)} s of which ${calibration.toFixed(0)} s until the calibration was read`,
    );
    expect(activations).toHaveLength(17);
    expect(seconds).toBeLessThan(longest);

    // Both runs are real and recorded; the calibration says that nothing was predicted.
    await expect.poll(() => recordsIn(dataFolder).some(({ answers }) => answers.transfers !== undefined)).toBe(true);
    const records = recordsIn(dataFolder);
    expect(records.map(({ plan }) => plan.experiment).sort()).toEqual(['eggs-and-toast', 'noise-floor']);
    for (const { plan, outcome, prediction } of records) {
      expect(outcome).toEqual({ status: 'completed' });
      expect(plan.preset).toBe('quick');
      expect(prediction.status).toBe(plan.experiment === 'noise-floor' ? 'skipped' : 'given');
    }

    // The list knows both.
    await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Experiments' }));
    const row = (title: string): Locator => main.getByRole('listitem').filter({ hasText: title });
    await expect(row('Eggs and toast')).toContainText('Finished', patience);
    // Of three drawings and six pairs those count that this run could judge.
    const eggs = records.find(({ plan }) => plan.experiment === 'eggs-and-toast');
    const score = eggs && scoreOf(analyse(eggs));
    expect(score?.pairs).toBeGreaterThan(0);
    await expect(row('Eggs and toast')).toContainText(`${score?.right} of ${score?.pairs} predicted right`);
    await expect(row('Noise floor')).toContainText('Measured');
    await expect(main.getByText(/^1 of \d+ finished, 2 runs, /)).toBeVisible();
    await expect(main.getByRole('img', { name: /^How well did you predict\?/ })).toBeVisible();
    await look(app, page, '01-experiments-finished');
  },
);

test(
  'the first start looks right, says what it found, and comes once',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(400_000);
    const main = page.getByRole('main');
    await expect(page.getByText('usable by the lab')).toBeVisible(patience);
    await look(app, page, '00-welcome');
    await press(page, main.getByRole('button', { name: /^Calibrate \(about/ }));
    await expect(main.getByRole('button', { name: 'Cancel the run' })).toBeVisible(patience);
    await look(app, page, '00-welcome-calibrating');
    // The result appears wherever the pictures have left the time.
    await expect(
      page.getByRole('heading', { name: 'The smallest difference this machine can show today' }),
    ).toBeVisible({
      timeout: 90_000,
    });
    await expect(main.getByText(/^more than \d/).first()).toBeVisible();
    await look(app, page, '00-welcome-result');
    await press(page, main.getByRole('button', { name: 'All experiments' }));
    await expect(page.getByRole('heading', { name: 'Experiments', level: 1 })).toBeVisible(patience);
    await look(app, page, '01-experiments-calibrated');
    await app.close();

    const again = await launch(dataFolder, [], true);
    const second = await again.firstWindow();
    await expect(second.getByRole('heading', { name: 'Experiments', level: 1 })).toBeVisible(patience);
    // It can be had again.
    await second.keyboard.press('Control+k');
    await second.keyboard.type('welcome');
    await second.keyboard.press('Enter');
    await expect(second.getByRole('heading', { name: 'Welcome to Concurrency Lab' })).toBeVisible(patience);
    await expect(second.getByRole('button', { name: /^Calibrate again/ })).toBeVisible(patience);
    await again.close();
  },
);

test(
  'skipping is remembered, and a lesson goes on where it was left before a restart',
  { tag: '@rest' },
  async ({ app, page, dataFolder }) => {
    test.setTimeout(200_000);
    await press(page, page.getByRole('main').getByRole('button', { name: 'Skip', exact: true }));
    await expect(page.getByRole('heading', { name: 'Experiments', level: 1 })).toBeVisible(patience);
    await press(page, page.getByRole('link', { name: /^Start.*Eggs and toast/ }));
    await press(page, page.getByRole('main').getByRole('button', { name: 'Predict', exact: true }));
    await type(page, page.getByRole('textbox', { name: 'Why?' }), 'Because waiting overlaps.');
    await expect
      .poll(() => page.evaluate(() => window.lab['settings.read'](undefined).then((read) => JSON.stringify(read))))
      .toContain('Because waiting overlaps.');
    await app.close();

    const again = await launch(dataFolder, [], true);
    const second = await again.firstWindow();
    // The last page is that lesson.
    await expect(second.getByRole('textbox', { name: 'Why?' })).toHaveValue('Because waiting overlaps.', patience);
    await press(second, second.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Experiments' }));
    await expect(second.getByRole('button', { name: 'Continue “Eggs and toast”' })).toBeVisible(patience);

    // All progress can be put away, and taken back.
    const nav = second.getByRole('navigation', { name: 'Main' });
    await press(second, nav.getByRole('link', { name: 'Settings' }));
    await press(second, second.getByRole('button', { name: 'Reset progress …' }));
    await expect(second.getByRole('dialog')).toContainText('No record is deleted');
    await look(again, second, '12-settings-reset');
    await press(second, second.getByRole('dialog').getByRole('button', { name: 'Reset progress' }));
    await expect(second.getByText('There is no progress to reset.')).toBeVisible();
    await press(second, second.getByRole('button', { name: 'Undo' }));
    await press(second, nav.getByRole('link', { name: 'Experiments' }));
    await expect(second.getByRole('button', { name: 'Continue “Eggs and toast”' })).toBeVisible(patience);
    await again.close();
  },
);
